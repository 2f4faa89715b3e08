//! Flags as JSON, one object on each line.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use serde_json::{Map, Value};

use super::{
    FlagSink, Flagged,
    lines::{Kind, Lines},
    unwritten,
};
use crate::Error;

/// Writes flags into `flagged.jsonl` in a folder: a JSON object on each line, its names the labels,
/// and `flag`, `username` and `timestamp`. Files lie beside it and are told by their paths there.
///
/// It is as safe as a [`CsvLog`](super::CsvLog), and its folder can be used as examples as well.
#[derive(Debug, Clone)]
pub struct JsonLog {
    folder: PathBuf,
    lines: Arc<Mutex<Lines>>,
}

impl JsonLog {
    /// A file in this folder, which is made when it is needed.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            lines: Arc::default(),
        }
    }
}

/// The name of the file.
pub(super) const NAME: &str = "flagged.jsonl";

impl FlagSink for JsonLog {
    fn flag(&self, flagged: &Flagged) -> Result<u64, Error> {
        let told = |error: std::io::Error| unwritten(&self.folder, &error);
        fs::create_dir_all(&self.folder).map_err(told)?;
        let mut line = flagged.json(&self.folder)?;
        let said = [("flag", flagged.option()), ("username", flagged.username())];
        for (name, said) in said {
            if let Some(said) = said {
                line.insert(name.into(), said.into());
            }
        }
        line.insert("timestamp".into(), flagged.time().into());
        let record = format!("{}\n", Value::Object(line));
        let is_whole = |rest: &str| serde_json::from_str::<Map<String, Value>>(rest).is_ok();
        let kind = Kind {
            quotes: false,
            is_whole: &is_whole,
        };
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines
            .append(&self.folder.join(NAME), &kind, b"", record.as_bytes())
            .map_err(told)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::{Cell, log_in, read_log};
    use super::*;
    use crate::{
        component::AnyComponent,
        file::FileData,
        prelude::{File, Textbox},
    };

    #[test]
    fn lines_are_objects_with_their_files_beside_them() {
        let folder = std::env::temp_dir().join(format!("vetrina-json-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        let columns: Vec<Arc<dyn AnyComponent>> = vec![
            Arc::new(Textbox::new().label("Text")),
            Arc::new(File::new().label("Note")),
        ];
        let file = json!(FileData::from_bytes("a.txt", b"kept").unwrap());
        let cells = columns.iter().zip([json!("one\ntwo"), file]).enumerate();
        let cells = cells.map(|(place, (it, data))| Cell::new(place, Arc::clone(it), data));
        let flagged = Flagged::now(cells.collect(), Some("odd".into()));
        assert_eq!(JsonLog::new(&folder).flag(&flagged).unwrap(), 1);
        let path = folder.join(NAME);
        let text = fs::read_to_string(&path).unwrap();
        let line: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            (&line["Text"], &line["flag"]),
            (&json!("one\ntwo"), &json!("odd"))
        );
        let copy = folder.join(line["Note"].as_str().unwrap());
        assert_eq!(fs::read(copy).unwrap(), b"kept");

        fs::write(&path, format!("{text}{{\"Text\":\"ha")).unwrap();
        assert_eq!(JsonLog::new(&folder).flag(&flagged).unwrap(), 2);
        let rows = read_log(&columns, &log_in(&folder).unwrap()).unwrap();
        assert_eq!(rows.len(), 2);
        assert_eq!(rows[1][0], "one\ntwo");
        let read: FileData = serde_json::from_value(rows[1][1].clone()).unwrap();
        assert_eq!(read.read().unwrap(), b"kept");
        fs::remove_dir_all(folder).unwrap();
    }
}
