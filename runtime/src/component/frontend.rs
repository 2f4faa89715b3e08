//! The page side of somebody's own component: a module, and styles if there are any.

#[cfg(debug_assertions)]
use std::{fs, path::Path};

/// The page side of a component, found by every app of the program.
///
/// `#[component(frontend = "video.js")]` writes one; see `runtime/frontend/README.md` for what the module does.
#[derive(Debug)]
pub struct Frontend {
    /// The component's type in the config.
    pub wire: &'static str,
    /// The Rust module the component stands in.
    pub module: &'static str,
    /// An ES module whose default export is the custom element.
    pub script: FrontendFile,
    /// A style sheet, linked on the pages that the component stands on.
    pub styles: Option<FrontendFile>,
}

inventory::collect!(&'static Frontend);

impl Frontend {
    /// The name of a file of it among those of the page: two components may have one wire name in two modules.
    pub(crate) fn path(&self, extension: &str) -> String {
        let module = self.module.replace("::", "/");
        format!("own/{module}/{}.{extension}", self.wire)
    }
}

/// A file that stood beside the component's source.
#[derive(Debug)]
pub struct FrontendFile {
    /// Its path from there.
    pub name: &'static str,
    /// What was in it when the program was built.
    pub bytes: &'static [u8],
    /// The file that names it, as the compiler saw it.
    pub source: &'static str,
    /// The folder of the package that has it; empty in a release.
    pub package: &'static str,
}

impl FrontendFile {
    /// What is in the file now, so that an edit shows after a reload; `None` if it is not on this machine.
    #[cfg(debug_assertions)]
    pub(crate) fn now(&self) -> Option<Vec<u8>> {
        if self.package.is_empty() {
            return None;
        }
        let beside = Path::new(self.source).parent()?.join(self.name);
        // The compiler runs in the root of the workspace, which is the package's folder or one above it.
        let mut places = Path::new(self.package).ancestors();
        places.find_map(|folder| fs::read(folder.join(&beside)).ok())
    }
}

#[cfg(all(test, debug_assertions))]
mod tests {
    use super::*;

    #[test]
    fn an_edit_is_seen_from_the_root_of_the_workspace() {
        let root = std::env::temp_dir().join(format!("vetrina-edited-{}", std::process::id()));
        let package: &'static str = root
            .join("crates/stars")
            .to_string_lossy()
            .into_owned()
            .leak();
        let file = FrontendFile {
            name: "stars.js",
            bytes: b"before",
            source: "crates/stars/src/lib.rs",
            package,
        };
        assert_eq!(file.now(), None);
        fs::create_dir_all(root.join("crates/stars/src")).expect("a folder");
        fs::write(root.join("crates/stars/src/stars.js"), "after").expect("a file");
        assert_eq!(file.now().as_deref(), Some(&b"after"[..]));
        fs::remove_dir_all(&root).expect("it is there");
    }
}
