use std::{
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
};

use super::{super::FileExplorer, *};

/// A folder with files of its own, gone with the test.
#[derive(Debug)]
pub(in super::super) struct Tree(PathBuf);

impl Tree {
    /// Ways to what is not shown, or not there.
    pub(in super::super) const FOREIGN: &[&[&str]] = &[
        &["/etc", "passwd"],
        &["/etc/passwd"],
        &["..", "secret.txt"],
        &["b", "..", "..", "secret.txt"],
        &["../secret.txt"],
        &["b/../../secret.txt"],
        &["one.txt\0"],
        &["..\\secret.txt"],
        &["C:", "secret.txt"],
        &["", "etc", "passwd"],
        &["out", "secret.txt"],
        &["link.txt"],
        &[".hidden"],
        &["noise.log"],
        &["missing.txt"],
        &["."],
        &[".."],
        &[""],
        &[],
    ];

    pub(in super::super) fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "vetrina-{}-{}",
            std::process::id(),
            NEXT.fetch_add(1, Ordering::Relaxed)
        );
        let root = std::env::temp_dir().join(name);
        fs::create_dir_all(root.join("shown/b/.git")).unwrap();
        let root = root.canonicalize().unwrap();
        for file in [
            "secret.txt",
            "shown/one.txt",
            "shown/noise.log",
            "shown/.hidden",
            "shown/b/two.txt",
        ] {
            fs::write(root.join(file), file).unwrap();
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(&root, root.join("shown/out")).unwrap();
            std::os::unix::fs::symlink(root.join("secret.txt"), root.join("shown/link.txt"))
                .unwrap();
        }
        Self(root)
    }

    pub(in super::super) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn explorer(&self, glob: &str, ignore: &str) -> FileExplorer {
        let shown = FileExplorer::new().root_dir(self.path("shown"));
        shown.glob(glob).ignore_glob(ignore)
    }
}

impl Drop for Tree {
    fn drop(&mut self) {
        // Nothing depends on it; the system empties the folder of temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn names(explorer: &FileExplorer, within: &[&str]) -> Vec<String> {
    let within: Vec<String> = within.iter().map(|&name| name.into()).collect();
    let list = explorer.folder().list(&within).unwrap();
    list.into_iter().map(|entry| entry.name).collect()
}

#[test]
fn folders_come_first_and_what_leads_out_is_not_there() {
    let tree = Tree::new();
    assert_eq!(
        names(&tree.explorer("**/*", "-"), &[]),
        ["b", "noise.log", "one.txt"]
    );
    assert_eq!(names(&tree.explorer("**/*", "-"), &["b"]), ["two.txt"]);
}

#[test]
fn patterns_reach_below() {
    let tree = Tree::new();
    for (glob, ignore, top, below) in [
        ("*.txt", "-", &["b", "one.txt"][..], &["two.txt"][..]),
        ("**/b/*", "-", &["b"], &["two.txt"]),
        ("*", "*.txt", &["b", "noise.log"], &[]),
        ("one.txt", "-", &["b", "one.txt"], &[]),
        ("**/.*", "-", &["b", ".hidden"], &[".git"]),
    ] {
        let explorer = tree.explorer(glob, ignore);
        assert_eq!(names(&explorer, &[]), top, "{glob} without {ignore}");
        assert_eq!(
            names(&explorer, &["b"]),
            below,
            "{glob} without {ignore}, below"
        );
    }
    let explorer = tree.explorer("*.txt", "-");
    let folder = explorer.folder();
    assert!(
        !folder.list(&[]).unwrap()[0].valid,
        "a folder that does not fit is only opened"
    );
    assert!(folder.chosen(&["b".into()]).is_err());
}
