//! A folder whose contents are shown: what is in it, and the way from names to paths that never leaves it.

use std::{
    fs, io,
    path::{Component, Path, PathBuf},
};

use glob::{MatchOptions, Pattern};
use serde::Serialize;

use crate::component::Invalid;

/// `*` and `?` stand for any character, slashes included, so that `*.txt` is every text below the folder.
const MATCH: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: false,
    require_literal_leading_dot: false,
};

/// The name of a folder itself, among what it holds.
const ITSELF: &str = ".";

/// The same words for what is missing, hidden, and elsewhere: nobody learns what else there is.
const NOT_HERE: &str = "that is not among the files shown";

/// A folder and which of its files are shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Folder<'a> {
    pub(super) root: &'a Path,
    pub(super) glob: &'a Pattern,
    pub(super) ignore: Option<&'a Pattern>,
}

/// One line of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Entry {
    pub(super) name: String,
    #[serde(rename = "type")]
    pub(super) kind: EntryKind,
    /// Whether it can be chosen; folders may be there only to be opened.
    pub(super) valid: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum EntryKind {
    Folder,
    File,
}

impl Folder<'_> {
    /// What stands below the folder that `names` lead to: folders first, each kind by name.
    pub(super) fn list(&self, names: &[String]) -> Result<Vec<Entry>, Invalid> {
        let folder = self.inside(names)?;
        let Ok(found) = fs::read_dir(folder) else {
            return Ok(Vec::new());
        };
        let mut entries: Vec<Entry> = found
            .filter_map(|entry| self.entry(names, entry.ok()?.file_name().to_str()?))
            .collect();
        entries.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        Ok(entries)
    }

    /// Where the chosen file or folder is.
    pub(super) fn chosen(&self, names: &[String]) -> Result<PathBuf, Invalid> {
        // A folder is chosen by the line for itself.
        let names = match names {
            [folder @ .., last] if last == ITSELF || last.is_empty() => folder,
            _ => names,
        };
        let (name, parents) = names.split_last().ok_or(NOT_HERE)?;
        let path = self.inside(names)?;
        // What its folder does not list cannot be chosen either.
        self.entry(parents, name)
            .filter(|entry| entry.valid)
            .ok_or(NOT_HERE)?;
        Ok(path)
    }

    /// The names that lead to `path`.
    pub(super) fn names(&self, path: &Path) -> Result<Vec<String>, Invalid> {
        let outside = || format!("{} is not in the folder that is shown", path.display());
        let inner = if path.is_absolute() {
            let root = self.root().map_err(|error| error.to_string())?;
            let path = path.canonicalize().map_err(|error| error.to_string())?;
            path.strip_prefix(root).map_err(|_| outside())?.to_owned()
        } else {
            path.to_owned()
        };
        inner
            .components()
            .map(|part| match part {
                Component::Normal(name) => name.to_str().map(str::to_owned),
                _ => None,
            })
            .collect::<Option<_>>()
            .ok_or_else(|| outside().into())
    }

    fn root(&self) -> io::Result<PathBuf> {
        self.root.canonicalize()
    }

    /// The path that `names` lead to, if it is there and below the root, wherever links may lead.
    fn inside(&self, names: &[String]) -> Result<PathBuf, Invalid> {
        if !names.iter().all(|name| is_plain(name)) {
            return Err(NOT_HERE.into());
        }
        let root = self.root().map_err(|_| NOT_HERE)?;
        let path = names
            .iter()
            .fold(root.clone(), |path, name| path.join(name));
        let path = path.canonicalize().map_err(|_| NOT_HERE)?;
        if path.starts_with(&root) {
            Ok(path)
        } else {
            Err(NOT_HERE.into())
        }
    }

    /// The line of `name` in the folder that `parents` lead to, if it is shown.
    fn entry(&self, parents: &[String], name: &str) -> Option<Entry> {
        let names: Vec<String> = parents
            .iter()
            .map(String::as_str)
            .chain([name])
            .map(Into::into)
            .collect();
        let about = fs::metadata(self.inside(&names).ok()?).ok()?;
        // A pipe or a device is no file that anybody wants to choose.
        let kind = if about.is_dir() {
            EntryKind::Folder
        } else if about.is_file() {
            EntryKind::File
        } else {
            return None;
        };
        let hidden = names.iter().any(|name| name.starts_with('.')) && !self.names_a_dot();
        let path = names.join("/");
        let valid = matches(self.glob, &path);
        let ignored = self
            .ignore
            .as_ref()
            .is_some_and(|ignore| matches(ignore, &path));
        let shown = !hidden && !ignored && (valid || kind == EntryKind::Folder);
        shown.then(|| Entry {
            name: name.into(),
            kind,
            valid,
        })
    }

    /// Whether the pattern itself asks for what begins with a dot.
    fn names_a_dot(&self) -> bool {
        let pattern = self.glob.as_str();
        pattern.split('/').any(|part| part.starts_with('.'))
    }
}

/// `**/a` is meant for what stands right in the root as well.
fn matches(pattern: &Pattern, path: &str) -> bool {
    pattern.matches_with(path, MATCH) || pattern.matches_with(&format!("/{path}"), MATCH)
}

/// Whether it is the name of one thing in a folder, on every system.
fn is_plain(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!(parts.next(), Some(Component::Normal(part)) if part == name)
        && parts.next().is_none()
        && !name.contains(['/', '\\', ':', '\0'])
}

#[cfg(test)]
#[path = "folder_tests.rs"]
pub(super) mod tests;
