//! Files on the server: from which folder and of which kind follows what is chosen above them.

use std::{env, fs, path::PathBuf};

use vetrina::prelude::*;

#[page]
fn file_explorer_component_events(ui: &mut Ui) {
    let folders = folders();
    let (folder, only_text, no_text) = ui.row(|ui| {
        let folder = Dropdown::new(&folders).label("Select File Explorer Root");
        let folder = ui.add(folder.value(&*folders[0]));
        let (only_text, no_text) = ui.group(|ui| {
            (
                ui.add(Checkbox::new().label("Show only text files")),
                ui.add(Checkbox::new().label("Ignore text files in glob")),
            )
        });
        (folder, only_text, no_text)
    });
    let files = ui.add(FileExplorer::new().root_dir(&folders[0]));
    let chosen = ui.add(Textbox::new().label("Selected Directory"));
    let run = ui.add(Button::new("Run"));
    let changes = ui.add(Number::new().value(0).label("Changes").elem_id("total-changes"));

    let glob = |on: bool| Update(FileExplorer::new().glob(if on { "*.txt" } else { "*" }));
    only_text.select(glob, &only_text, &files);
    let ignore = |on: bool| Update(FileExplorer::new().ignore_glob(if on { "*.txt" } else { "" }));
    no_text.select(ignore, &no_text, &files);
    let root = |folder: String| Update(FileExplorer::new().root_dir(folder));
    folder.select(root, &folder, &files);
    run.click(named, &files, &chosen);
    files.change(|n: u32| n + 1, &changes, &changes);
    let beside = ui.add(Textbox::new().label("Beside").elem_id("input-box"));
    beside.change(|_: String| (), &beside, ());
}

fn named(files: Vec<PathBuf>) -> String {
    let names: Vec<_> = files.iter().map(|file| file.to_string_lossy()).collect();
    names.join(",")
}

/// Three folders to look into.
fn folders() -> [String; 3] {
    let trees = [
        ("dir1", &["foo.txt", "bar.txt"][..]),
        ("dir2", &["foo.png", "baz.png"]),
        (
            "dir3",
            &[
                "dir3_foo.txt",
                "dir3_bar.log",
                "dir4/dir_4_foo.txt",
                "dir4/dir_4_bar.log",
                "dir4/dir5/dir5_foo.txt",
                "dir4/dir7/dir7_foo.txt",
            ],
        ),
    ];
    let base = env::temp_dir().join("vetrina-folders");
    trees.map(|(name, files)| {
        let tree = base.join(name);
        for file in files.iter().map(|file| tree.join(file)) {
            let folder = file.parent().expect("it stands in a folder");
            fs::create_dir_all(folder).and_then(|()| fs::write(&file, "")).expect("there is room");
        }
        tree.display().to_string()
    })
}
