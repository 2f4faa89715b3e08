//! Flags as a table in CSV, in the layout of Gradio's own logger.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use super::{
    FlagSink, Flagged,
    inert::inert,
    lines::{Kind, Lines},
    read::numbered,
    unwritten,
};
use crate::Error;

/// Writes flags into a table: `dataset1.csv` in a folder, with a row for each, and their files
/// beside it. Values of other labels begin `dataset2.csv`, and so on.
///
/// The head is the labels, `flag` where there are several buttons, and `timestamp`. Gradio reads and
/// writes the same. What a spreadsheet might take for a formula has a `'` before it.
///
/// Many may write at once, also several programs; a row is there whole or not at all.
///
/// ```
/// use vetrina::{flagging::CsvLog, prelude::*};
///
/// #[page]
/// fn shout(ui: &mut Ui) {
///     let text = ui.add(Textbox::new().label("Text"));
///     let loud = ui.add(Textbox::new().label("Loud"));
///     text.change(|text: String| text.to_uppercase(), &text, &loud);
///     ui.add(Button::new("This is wrong")).flag((&text, &loud), CsvLog::new("wrong"));
/// }
/// ```
#[derive(Debug, Clone)]
pub struct CsvLog {
    folder: PathBuf,
    lines: Arc<Mutex<Lines>>,
}

impl CsvLog {
    /// A table in this folder, which is made when it is needed.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            lines: Arc::default(),
        }
    }

    /// The file for rows below this head: the newest one if its head is the same, or else the next.
    fn file(&self, head: &[u8]) -> PathBuf {
        let next = match numbered(&self.folder) {
            Some((_, newest)) if begins_with(&newest, head) => return newest,
            Some((number, _)) => number + 1,
            None => 1,
        };
        self.folder.join(format!("dataset{next}.csv"))
    }
}

/// Whether a file has this head, or none yet.
fn begins_with(path: &Path, head: &[u8]) -> bool {
    let first = |text: &[u8]| {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .from_reader(text);
        reader.records().next().and_then(Result::ok)
    };
    fs::read(path).is_ok_and(|text| text.is_empty() || first(&text) == first(head))
}

fn record<'a>(cells: impl IntoIterator<Item = &'a str>) -> Result<Vec<u8>, Error> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    let cells = cells.into_iter().map(inert);
    let cells: Vec<_> = cells.collect();
    writer
        .write_record(cells.iter().map(|cell| cell.as_bytes()))
        .map_err(|error| Error::new(error.to_string()))?;
    writer
        .into_inner()
        .map_err(|error| Error::new(error.to_string()))
}

impl FlagSink for CsvLog {
    fn flag(&self, flagged: &Flagged) -> Result<u64, Error> {
        let told = |error: std::io::Error| unwritten(&self.folder, &error);
        fs::create_dir_all(&self.folder).map_err(told)?;
        // The files first: a row names nothing that is not there.
        let texts = flagged.texts(&self.folder)?;
        let time = flagged.time();
        let said = [flagged.option(), flagged.username()];
        let head = flagged.labels().chain(
            ["flag", "username"]
                .into_iter()
                .zip(said)
                .filter_map(|(name, said)| said.map(|_| name)),
        );
        let head = record(head.chain(["timestamp"]))?;
        let row = texts.iter().map(String::as_str);
        let row = record(row.chain(said.into_iter().flatten()).chain([&*time]))?;
        let columns = texts.len() + said.iter().flatten().count() + 1;
        let is_whole = |rest: &str| is_row(rest, columns);
        let kind = Kind {
            quotes: true,
            is_whole: &is_whole,
        };
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        let records = lines
            .append(&self.file(&head), &kind, &head, &row)
            .map_err(told)?;
        // Without the head.
        Ok(records - 1)
    }
}

/// Whether this is a row with a time at its end, which only lacks a line break.
fn is_row(text: &str, columns: usize) -> bool {
    const SHORTEST_TIME: usize = "2026-11-21 20:51:00.123456".len();
    let quotes = text.bytes().filter(|byte| *byte == b'"').count();
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let row = reader.records().next().and_then(Result::ok);
    quotes % 2 == 0
        && row.is_some_and(|row| {
            row.len() == columns
                && row
                    .get(columns - 1)
                    .is_some_and(|it| it.len() >= SHORTEST_TIME)
        })
}

#[cfg(test)]
mod tests {
    use std::thread;

    use serde_json::json;

    use super::super::{Cell, log_in, read_log};
    use super::*;
    use crate::{
        component::AnyComponent,
        prelude::{Number, Textbox},
    };

    fn folder(name: &str) -> PathBuf {
        let folder =
            std::env::temp_dir().join(format!("vetrina-csv-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        folder
    }

    fn columns() -> Vec<Arc<dyn AnyComponent>> {
        vec![
            Arc::new(Textbox::new().label("Text")),
            Arc::new(Number::new().label("Number")),
        ]
    }

    fn flagged(text: &str, number: i32, option: Option<&str>) -> Flagged {
        let data = [json!(text), json!(number)];
        let cells = columns().into_iter().zip(data).enumerate();
        let cells = cells.map(|(place, (component, data))| Cell::new(place, component, data));
        Flagged::now(cells.collect(), option.map(Into::into))
    }

    fn read(folder: &Path) -> Vec<Vec<serde_json::Value>> {
        read_log(&columns(), &log_in(folder).expect("a log")).expect("it is whole")
    }

    #[test]
    fn rows_come_back_as_they_were() {
        let folder = folder("back");
        let log = CsvLog::new(&folder);
        let texts = [
            "plain",
            "=1+1",
            "'quoted'",
            "two\nlines, \"so\"",
            "",
            "{\"a\":1}",
        ];
        for (number, text) in (1..).zip(texts) {
            let count = log.flag(&flagged(text, -number, None)).unwrap();
            assert_eq!(i32::try_from(count), Ok(number));
        }
        let rows: Vec<_> = (1..)
            .zip(texts)
            .map(|(n, text)| vec![json!(text), json!(-n)])
            .collect();
        assert_eq!(read(&folder), rows);
        let text = fs::read_to_string(folder.join("dataset1.csv")).unwrap();
        assert!(
            text.starts_with("Text,Number,timestamp\r\nplain,-1,20"),
            "{text}"
        );
        assert!(text.contains("\n'=1+1,-2,"), "{text}");
        // Another head, another file.
        assert_eq!(log.flag(&flagged("odd", 1, Some("wrong"))).unwrap(), 1);
        let text = fs::read_to_string(folder.join("dataset2.csv")).unwrap();
        assert!(
            text.starts_with("Text,Number,flag,timestamp\r\nodd,1,wrong,"),
            "{text}"
        );
        assert_eq!(
            CsvLog::new(&folder)
                .flag(&flagged("more", 2, Some("odd")))
                .unwrap(),
            2
        );
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn many_writers_lose_nothing() {
        let folder = folder("many");
        thread::scope(|scope| {
            for writer in 0..4 {
                let log = CsvLog::new(&folder);
                scope.spawn(move || {
                    for number in 0..25 {
                        let text = format!("writer {writer}\nsays \"{number}\"");
                        log.flag(&flagged(&text, number, None)).unwrap();
                    }
                });
            }
        });
        let mut rows = read(&folder);
        rows.sort_by_key(|row| json!(row).to_string());
        rows.dedup();
        assert_eq!(rows.len(), 100);
        assert!(!folder.join("dataset2.csv").exists());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn half_a_row_is_cut_off_and_a_whole_one_stays() {
        let folder = folder("half");
        CsvLog::new(&folder)
            .flag(&flagged("first", 1, None))
            .unwrap();
        let path = folder.join("dataset1.csv");
        let whole = fs::read_to_string(&path).unwrap();
        for half in ["sec", "\"second, with\r\n", "second,2,2026-11-2"] {
            fs::write(&path, format!("{whole}{half}")).unwrap();
            assert_eq!(
                CsvLog::new(&folder)
                    .flag(&flagged("third", 3, None))
                    .unwrap(),
                2
            );
            assert_eq!(
                read(&folder),
                [[json!("first"), json!(1)], [json!("third"), json!(3)]]
            );
        }
        // Somebody's editor left the last line break out.
        fs::write(&path, whole.trim_end()).unwrap();
        assert_eq!(
            CsvLog::new(&folder)
                .flag(&flagged("third", 3, None))
                .unwrap(),
            2
        );
        fs::remove_dir_all(folder).unwrap();
    }
}
