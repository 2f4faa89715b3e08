//! `FileExplorer`: files on the server to choose from.

use std::path::{Path, PathBuf};

use glob::Pattern;
use serde::Serialize;
use serde_json::{Map, Value, json};

use self::folder::Folder;
use super::Length;
use crate::{
    component,
    component::{Component as _, Derived, Invalid, Postprocess, Preprocess},
    data_model,
};

mod folder;

/// Files and folders on the server, to choose one or several of.
///
/// A function takes a `PathBuf`, an `Option<PathBuf>` or a `Vec<PathBuf>`, and shows them as chosen.
/// Nothing outside the folder of [`root_dir`](Self::root_dir) is ever listed or given to a function,
/// whatever is asked for and wherever links lead; nor is what the patterns leave out, or what begins
/// with a dot unless [`glob`](Self::glob) says so.
///
/// ```
/// use std::path::PathBuf;
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn lines(#[input(FileExplorer::new().glob("**/*.rs").single())] source: PathBuf) -> std::io::Result<usize> {
///     Ok(std::fs::read_to_string(source)?.lines().count())
/// }
/// ```
#[component(
    data_model = Option<FileExplorerData>,
    events(change, input, select),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct FileExplorer {
    /// Whether one or several can be chosen.
    #[prop(default = Selection::Multiple)]
    pub file_count: Selection,
    /// How high it is.
    pub height: Option<Length>,
    /// How high it may grow before it scrolls.
    #[prop(default = 500)]
    pub max_height: Option<Length>,
    /// How high it is at least.
    pub min_height: Option<Length>,
    #[prop(skip, default = PathBuf::from("."))]
    root_dir: PathBuf,
    #[prop(skip, default = everything())]
    glob: Pattern,
    #[prop(skip)]
    ignore_glob: Option<Pattern>,
}

/// What is chosen in a [`FileExplorer`]: for each the names that lead to it from the root.
#[data_model]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FileExplorerData(pub Vec<Vec<String>>);

/// How many can be chosen in a [`FileExplorer`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Selection {
    /// One.
    Single,
    /// Any number.
    Multiple,
}

fn everything() -> Pattern {
    Pattern::new("**/*").expect("it is a pattern")
}

impl FileExplorer {
    /// Only one can be chosen.
    #[must_use]
    pub fn single(self) -> Self {
        self.file_count(Selection::Single)
    }

    /// The folder that is shown; the one the program runs in unless set.
    #[must_use]
    pub fn root_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        if !folder.is_dir() {
            let why = format!("there is no folder `{}`", folder.display());
            self.base_mut().errors.push(why);
        }
        self.root_dir = folder;
        self.base_mut().touch("root_dir");
        self
    }

    /// Which files are shown and can be chosen: `**/*.png`, or `*` for all. A `*` stands for any
    /// part of the path, slashes included.
    #[must_use]
    pub fn glob(mut self, pattern: &str) -> Self {
        if let Some(pattern) = self.pattern(pattern) {
            self.glob = pattern;
        }
        self.base_mut().touch("glob");
        self
    }

    /// Which of them are left out all the same.
    #[must_use]
    pub fn ignore_glob(mut self, pattern: &str) -> Self {
        self.ignore_glob = self.pattern(pattern);
        self.base_mut().touch("ignore_glob");
        self
    }

    fn folder(&self) -> Folder<'_> {
        Folder {
            root: &self.root_dir,
            glob: &self.glob,
            ignore: self.ignore_glob.as_ref(),
        }
    }

    fn pattern(&mut self, pattern: &str) -> Option<Pattern> {
        Pattern::new(pattern)
            .map_err(|why| {
                let why = format!("`{pattern}` is no pattern of names: {why}");
                self.base_mut().errors.push(why);
            })
            .ok()
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("glob".into(), json!(self.glob.as_str()));
        if let Some(ignore) = &self.ignore_glob {
            props.insert("ignore_glob".into(), json!(ignore.as_str()));
        }
        // Where the folder is on the server is nobody's business; its name tells one from another.
        let name = self.root_dir.file_name().unwrap_or_default();
        props.insert("root_dir".into(), json!(name.to_string_lossy()));
        props.insert("server_fns".into(), json!(["ls"]));
        props
    }

    fn api_info(&self) -> Value {
        let names = json!({"items": {"type": "string"}, "type": "array"});
        json!({"items": names, "title": "FileExplorerData", "type": "array"})
    }

    /// What can be chosen right away, if there is anything.
    fn example_payload(&self) -> Value {
        let entries = self.folder().list(&[]).unwrap_or_default();
        let chosen = entries
            .iter()
            .find(|entry| entry.valid && entry.kind == folder::EntryKind::File);
        chosen
            .map(|entry| json!([entry.name]))
            .into_iter()
            .collect()
    }

    fn check(&self, chosen: &Option<FileExplorerData>) -> Result<(), Invalid> {
        self.paths(chosen.as_ref()).map(drop)
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        (name == "ls").then(|| {
            let names = match args {
                [] | [Value::Null] => Vec::new(),
                [names] => serde_json::from_value(names.clone())
                    .map_err(|error| Invalid::from(error.to_string()))?,
                _ => return Err("`ls` takes the names that lead to a folder".into()),
            };
            Ok(json!(self.folder().list(&names)?))
        })
    }

    fn paths(&self, chosen: Option<&FileExplorerData>) -> Result<Vec<PathBuf>, Invalid> {
        let chosen = chosen.map_or(&[][..], |chosen| &chosen.0);
        if self.file_count == Selection::Single && chosen.len() > 1 {
            return Err(format!("expected one file, got {}", chosen.len()).into());
        }
        chosen
            .iter()
            .map(|names| self.folder().chosen(names))
            .collect()
    }

    fn shown<'a>(
        &self,
        paths: impl IntoIterator<Item = &'a Path>,
    ) -> Result<Option<FileExplorerData>, Invalid> {
        let names = paths.into_iter().map(|path| self.folder().names(path));
        names
            .collect::<Result<_, _>>()
            .map(|names| Some(FileExplorerData(names)))
    }
}

impl Preprocess<Vec<PathBuf>> for FileExplorer {
    fn preprocess(&self, data: Option<FileExplorerData>) -> Result<Vec<PathBuf>, Invalid> {
        self.paths(data.as_ref())
    }
}

impl Preprocess<Option<PathBuf>> for FileExplorer {
    fn preprocess(&self, data: Option<FileExplorerData>) -> Result<Option<PathBuf>, Invalid> {
        let mut paths = self.paths(data.as_ref())?;
        match paths.len() {
            0 | 1 => Ok(paths.pop()),
            several => Err(format!("expected one file, got {several}").into()),
        }
    }
}

impl Preprocess<PathBuf> for FileExplorer {
    fn preprocess(&self, data: Option<FileExplorerData>) -> Result<PathBuf, Invalid> {
        let path: Option<PathBuf> = self.preprocess(data)?;
        path.ok_or_else(|| "choose a file".into())
    }
}

impl Postprocess<Vec<PathBuf>> for FileExplorer {
    fn postprocess(&self, value: Vec<PathBuf>) -> Result<Option<FileExplorerData>, Invalid> {
        self.shown(value.iter().map(PathBuf::as_path))
    }
}

impl Postprocess<Option<PathBuf>> for FileExplorer {
    fn postprocess(&self, value: Option<PathBuf>) -> Result<Option<FileExplorerData>, Invalid> {
        self.shown(value.as_deref())
    }
}

impl Postprocess<PathBuf> for FileExplorer {
    fn postprocess(&self, value: PathBuf) -> Result<Option<FileExplorerData>, Invalid> {
        self.shown([value.as_path()])
    }
}

impl Postprocess<&Path> for FileExplorer {
    fn postprocess(&self, value: &Path) -> Result<Option<FileExplorerData>, Invalid> {
        self.shown([value])
    }
}

impl Postprocess<&str> for FileExplorer {
    fn postprocess(&self, value: &str) -> Result<Option<FileExplorerData>, Invalid> {
        self.shown([Path::new(value)])
    }
}

impl<const N: usize> Postprocess<[&str; N]> for FileExplorer {
    fn postprocess(&self, value: [&str; N]) -> Result<Option<FileExplorerData>, Invalid> {
        self.shown(value.map(Path::new))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::{folder::tests::Tree, *};
    use crate::component::AnyComponent;

    fn explorer(tree: &Tree) -> FileExplorer {
        FileExplorer::new().root_dir(tree.path("shown"))
    }

    #[test]
    fn props_are_those_of_the_protocol() {
        let tree = Tree::new();
        let own = json!({
            "glob": "**/*", "file_count": "multiple", "root_dir": "shown", "max_height": 500,
            "server_fns": ["ls"],
        });
        assert_props(&explorer(&tree), own);
        let own = json!({
            "glob": "*.txt", "ignore_glob": "b*", "file_count": "single", "root_dir": "shown",
            "max_height": 500, "height": 300, "server_fns": ["ls"], "value": [["b", "two.txt"]],
        });
        let explorer = explorer(&tree)
            .glob("*.txt")
            .ignore_glob("b*")
            .single()
            .height(300);
        assert_props(&explorer.value("b/two.txt"), own);
    }

    #[test]
    fn chosen_files_go_in_and_out() {
        let tree = Tree::new();
        let explorer = explorer(&tree).ignore_glob("*.log");
        let one = tree.path("shown/one.txt");
        assert_eq!(example::<PathBuf>(&explorer), Ok(one.clone()));
        let two = tree.path("shown/b/two.txt");
        let sent = json!([["b", "two.txt"], ["one.txt"]]);
        assert_eq!(
            read(&explorer, &sent.to_string()),
            Ok(vec![two.clone(), one.clone()])
        );
        assert_eq!(shown(&explorer, vec![two, one]), sent);
        assert_eq!(read::<Option<PathBuf>>(&explorer, "null"), Ok(None));
        assert_eq!(shown(&explorer, None::<PathBuf>), json!([]));
        assert_eq!(read(&explorer, r#"[["b", "."]]"#), Ok(tree.path("shown/b")));
    }

    #[test]
    fn one_is_not_several() {
        let tree = Tree::new();
        let two = r#"[["one.txt"], ["b", "two.txt"]]"#;
        let refused = Err("expected one file, got 2".into());
        assert_eq!(read::<PathBuf>(&explorer(&tree), two), refused);
        let refused = Err("expected one file, got 2".into());
        assert_eq!(
            read::<Vec<PathBuf>>(&explorer(&tree).single(), two),
            refused
        );
        assert_eq!(
            read::<PathBuf>(&explorer(&tree), "[]"),
            Err("choose a file".into())
        );
    }

    #[test]
    fn b12_what_is_not_shown_is_refused() {
        let tree = Tree::new();
        let explorer = explorer(&tree).ignore_glob("*.log");
        for sent in Tree::FOREIGN {
            let refused = read::<Vec<PathBuf>>(&explorer, &json!([sent]).to_string());
            assert_eq!(
                refused,
                Err("that is not among the files shown".into()),
                "{sent:?}"
            );
            let listed = AnyComponent::server(&explorer, "ls", &[json!(sent)]);
            let nothing = listed
                .expect("there is `ls`")
                .map_or(true, |list| list == json!([]));
            assert!(nothing || sent.is_empty(), "{sent:?} is listed");
        }
        assert!(AnyComponent::server(&explorer, "props", &[]).is_none());
    }

    #[test]
    fn a_mistake_of_the_author_is_told_at_start() {
        let tree = Tree::new();
        let lost = FileExplorer::new().root_dir(tree.path("nowhere")).glob("[");
        let errors = AnyComponent::errors(&lost);
        assert!(errors[0].contains("there is no folder"), "{errors:?}");
        assert!(errors[1].contains("is no pattern"), "{errors:?}");
        let outside = explorer(&tree).value("../secret.txt");
        assert_eq!(AnyComponent::errors(&outside).len(), 1);
    }
}
