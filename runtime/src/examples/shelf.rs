//! The results of examples on the disk: a folder for each row, with its files.
//!
//! A folder is filled beside its place and moved there whole, so that what is there is complete.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::cache::{Steps, is_update};
use crate::{
    component::{AnyComponent, Invalid},
    file::hex,
};

/// What is not moved to its place after so long was left behind.
const LEFT_BEHIND: Duration = Duration::from_secs(3_600);
const STEPS: &str = "steps.json";
const UNFINISHED: &str = ".part-";

/// The folder of a function's results.
#[derive(Debug)]
pub(crate) struct Shelf {
    folder: PathBuf,
}

/// One result on the disk.
#[derive(Serialize, Deserialize)]
enum Written {
    /// As its component flags it.
    #[serde(rename = "value")]
    Value(String),
    /// New props, as they are sent.
    #[serde(rename = "update")]
    Update(Value),
}

impl Shelf {
    /// The shelf of the function `name`, in `root`; one whose `signature` differs has another. A
    /// shelf that is to be made anew loses what it holds.
    pub(crate) fn new(root: &Path, name: &str, signature: &str, anew: bool) -> Self {
        let name: String = name
            .chars()
            .filter(|letter| letter.is_alphanumeric() || *letter == '_')
            .collect();
        let shelf = Self {
            folder: root.join(format!("{name}-{}", hash(signature))),
        };
        if anew {
            let removed = fs::remove_dir_all(&shelf.folder);
            if let Some(error) = removed
                .err()
                .filter(|it| it.kind() != io::ErrorKind::NotFound)
            {
                eprintln!("{} cannot be emptied: {error}", shelf.folder.display());
            }
        }
        shelf.tidy();
        shelf
    }

    fn row(&self, cells: &[Value]) -> PathBuf {
        self.folder.join(hash(&Value::from(cells).to_string()))
    }

    pub(super) fn has(&self, cells: &[Value]) -> bool {
        self.row(cells).join(STEPS).is_file()
    }

    /// The results of a row; nothing if they are not there, or cannot be read any more.
    pub(super) fn read(&self, cells: &[Value], outputs: &[Arc<dyn AnyComponent>]) -> Option<Steps> {
        let folder = self.row(cells);
        let text = fs::read_to_string(folder.join(STEPS)).ok()?;
        let written: Option<Vec<Vec<Written>>> = serde_json::from_str(&text).ok();
        let steps = written.and_then(|written| {
            let steps = written.into_iter().map(|step| {
                let results = step.into_iter().zip(outputs);
                results
                    .map(|(result, output)| match result {
                        Written::Value(text) => output.read_from_flag(&text, &folder),
                        Written::Update(props) => Ok(props),
                    })
                    .collect::<Result<Vec<_>, Invalid>>()
            });
            steps.collect::<Result<Steps, _>>().ok()
        });
        if steps.is_none() {
            // It would stand in the way of what is made in its place.
            let _ = fs::remove_dir_all(&folder);
        }
        steps
    }

    /// Puts the results of a row there, all or nothing.
    pub(super) fn write(
        &self,
        cells: &[Value],
        steps: &Steps,
        outputs: &[Arc<dyn AnyComponent>],
    ) -> Result<(), String> {
        let beside = self
            .folder
            .join(format!("{UNFINISHED}{:016x}", rand::random::<u64>()));
        fs::create_dir_all(&beside).map_err(|error| error.to_string())?;
        let done = fill(&beside, steps, outputs).and_then(|()| {
            let moved = fs::rename(&beside, self.row(cells));
            // Another process may have been faster.
            moved.or_else(|error| {
                if self.has(cells) {
                    Ok(())
                } else {
                    Err(error.to_string())
                }
            })
        });
        let _ = fs::remove_dir_all(&beside);
        done
    }

    /// Removes what a program left behind that was ended in the middle of it.
    fn tidy(&self) {
        let entries = fs::read_dir(&self.folder).into_iter().flatten();
        for entry in entries.filter_map(Result::ok) {
            let unfinished = entry.file_name().to_string_lossy().starts_with(UNFINISHED);
            let changed = entry.metadata().and_then(|data| data.modified()).ok();
            let age = changed.and_then(|at| at.elapsed().ok());
            if unfinished && age.is_some_and(|age| age > LEFT_BEHIND) {
                let _ = fs::remove_dir_all(entry.path());
            }
        }
    }
}

fn fill(folder: &Path, steps: &Steps, outputs: &[Arc<dyn AnyComponent>]) -> Result<(), String> {
    let written = steps.iter().map(|step| {
        let results = step.iter().zip(outputs);
        results
            .map(|(value, output)| {
                if is_update(value) {
                    return Ok(Written::Update(value.clone()));
                }
                output.flag(value, folder).map(Written::Value)
            })
            .collect::<Result<Vec<_>, _>>()
    });
    let written: Vec<_> = written
        .collect::<Result<_, _>>()
        .map_err(|why| why.to_string())?;
    let keep = || -> io::Result<()> {
        let file = File::create_new(folder.join(STEPS))?;
        serde_json::to_writer(&file, &written)?;
        file.sync_all()
    };
    keep().map_err(|error| error.to_string())
}

fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes())[..8])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::prelude::{File, FileData, Textbox};

    fn root(name: &str) -> PathBuf {
        let root =
            std::env::temp_dir().join(format!("vetrina-shelf-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&root);
        root
    }

    #[test]
    fn results_come_back_with_their_files() {
        let root = root("files");
        let shelf = Shelf::new(&root, "make", "v1", false);
        let outputs: [Arc<dyn AnyComponent>; 2] = [Arc::new(Textbox::new()), Arc::new(File::new())];
        let file = json!(FileData::from_bytes("a.txt", b"kept").unwrap());
        let update = json!({"__type__": "update", "visible": false});
        let steps = vec![vec![json!("one"), file.clone()], vec![update.clone(), file]];
        let cells = [json!(1)];
        assert!(!shelf.has(&cells));
        shelf.write(&cells, &steps, &outputs).unwrap();
        let read = shelf.read(&cells, &outputs).unwrap();
        assert_eq!((&read[0][0], &read[1][0]), (&json!("one"), &update));
        let file: FileData = serde_json::from_value(read[0][1].clone()).unwrap();
        assert_eq!(file.read().unwrap(), b"kept");
        assert!(Shelf::new(&root, "make", "v1", false).has(&cells));
        assert!(!Shelf::new(&root, "make", "v2", false).has(&cells));
        assert!(!Shelf::new(&root, "make", "v1", true).has(&cells));
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn what_was_not_finished_is_not_there() {
        let root = root("half");
        let shelf = Shelf::new(&root, "make", "v1", false);
        let outputs: [Arc<dyn AnyComponent>; 1] = [Arc::new(Textbox::new())];
        let cells = [json!(1)];
        // As after a crash in the middle of a write, and after one of a careless program.
        let beside = shelf.folder.join(".part-1");
        fs::create_dir_all(&beside).unwrap();
        fs::write(beside.join(STEPS), "[[{").unwrap();
        assert!(!shelf.has(&cells));
        fs::create_dir_all(shelf.row(&cells)).unwrap();
        fs::write(shelf.row(&cells).join(STEPS), "[[{").unwrap();
        assert_eq!(shelf.read(&cells, &outputs), None);
        shelf
            .write(&cells, &vec![vec![json!("whole")]], &outputs)
            .unwrap();
        assert_eq!(
            shelf.read(&cells, &outputs),
            Some(vec![vec![json!("whole")]])
        );
        fs::remove_dir_all(root).unwrap();
    }
}
