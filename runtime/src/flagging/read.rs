//! Reads what was written down, by this program or by a Gradio app.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::{Map, Value, json};

use super::{
    flagged::{label, own_folder},
    inert::bare,
    json_log,
};
use crate::component::{AnyComponent, Invalid};

/// The log in a folder: `log.csv`, the newest of `dataset1.csv`, `dataset2.csv`, …, or the lines of
/// a [`JsonLog`](super::JsonLog).
pub(crate) fn log_in(folder: &Path) -> Option<PathBuf> {
    let named = |name: &str| Some(folder.join(name)).filter(|path| path.is_file());
    named("log.csv")
        .or_else(|| numbered(folder).map(|(_, newest)| newest))
        .or_else(|| named(json_log::NAME))
}

/// The newest `dataset….csv` of a folder, and its number.
pub(super) fn numbered(folder: &Path) -> Option<(u64, PathBuf)> {
    let entries = fs::read_dir(folder).ok()?.filter_map(Result::ok);
    let numbered = entries.filter_map(|entry| {
        let name = entry.file_name();
        let number = name
            .to_str()?
            .strip_prefix("dataset")?
            .strip_suffix(".csv")?;
        Some((number.parse().ok()?, entry.path()))
    });
    numbered.max_by_key(|(number, _)| *number)
}

/// The rows of a log, as data of these components: those columns that have their labels, or the
/// first ones.
pub(crate) fn read_log(
    columns: &[Arc<dyn AnyComponent>],
    log: &Path,
) -> Result<Vec<Vec<Value>>, String> {
    let rows = if log.extension().is_some_and(|it| it == "jsonl") {
        lines(columns, log)?
    } else {
        table(columns, log)?
    };
    let folder = log.parent().unwrap_or(Path::new("."));
    let rows = rows.iter().enumerate().map(|(number, cells)| {
        let cells = columns.iter().zip(cells);
        let row = cells.map(|(column, cell)| read_cell(&**column, cell, folder));
        row.collect::<Result<_, _>>()
            .map_err(|why| format!("row {}: {why}", number + 1))
    });
    rows.collect()
}

fn labels(columns: &[Arc<dyn AnyComponent>]) -> impl Iterator<Item = String> {
    let columns = columns.iter().enumerate();
    columns.map(|(place, column)| label(&**column, place))
}

fn table(columns: &[Arc<dyn AnyComponent>], log: &Path) -> Result<Vec<Vec<String>>, String> {
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(log)
        .map_err(|error| error.to_string())?;
    let head = reader.headers().map_err(|error| error.to_string())?;
    let mut heads: Vec<_> = head.iter().map(|head| Some(bare(head))).collect();
    let found = labels(columns).map(|label| {
        let place = heads
            .iter()
            .position(|head| head.as_deref() == Some(&*label))?;
        // Two of one label are two columns.
        heads[place] = None;
        Some(place)
    });
    let places: Option<Vec<_>> = found.collect();
    let places = places.unwrap_or_else(|| (0..columns.len()).collect());
    let rows = reader.records().map(|record| {
        let record = record.map_err(|error| error.to_string())?;
        let cell = |place: &usize| bare(record.get(*place).unwrap_or_default()).into_owned();
        Ok(places.iter().map(cell).collect())
    });
    rows.collect()
}

fn lines(columns: &[Arc<dyn AnyComponent>], log: &Path) -> Result<Vec<Vec<String>>, String> {
    let text = fs::read_to_string(log).map_err(|error| error.to_string())?;
    let rows = text.lines().map(|line| {
        let line: Map<String, Value> =
            serde_json::from_str(line).map_err(|error| error.to_string())?;
        let cells = labels(columns).map(|label| match line.get(&label) {
            None | Some(Value::Null) => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
        });
        Ok(cells.collect())
    });
    rows.collect()
}

/// The data that a cell stands for. A file is its path alone.
pub(crate) fn read_cell(
    component: &dyn AnyComponent,
    cell: &str,
    folder: &Path,
) -> Result<Value, Invalid> {
    // A component that writes files down in its own way does so in a folder of its own.
    let own = folder.join(own_folder(&label(component, 0)));
    let at = if own.is_dir() { &own } else { folder };
    let first = component.read_from_flag(cell, at);
    if cell.is_empty() {
        return Ok(first.unwrap_or(Value::Null));
    }
    first.or_else(|why| {
        let told = serde_json::from_str(cell).unwrap_or_else(|_| json!(cell));
        let with_files = with_files(told, folder).ok_or(why)?;
        component.read_from_flag(&with_files.to_string(), folder)
    })
}

/// The same with files in the place of their paths; nothing if there are none.
fn with_files(told: Value, folder: &Path) -> Option<Value> {
    match told {
        Value::String(path) => inside(&path, folder).map(|path| json!({"path": path})),
        Value::Array(all) => {
            let files: Vec<_> = all
                .iter()
                .map(|one| with_files(one.clone(), folder))
                .collect();
            files.iter().any(Option::is_some).then(|| {
                let each = all.into_iter().zip(files);
                each.map(|(told, file)| file.unwrap_or(told)).collect()
            })
        }
        Value::Object(mut fields) => {
            let mut any = false;
            for value in fields.values_mut() {
                if let Some(file) = with_files(value.clone(), folder) {
                    (*value, any) = (file, true);
                }
            }
            any.then_some(Value::Object(fields))
        }
        _ => None,
    }
}

/// The part of a path that lies in `folder`: the log may have been moved with its files.
fn inside(path: &str, folder: &Path) -> Option<String> {
    let parts: Vec<Cow<'_, str>> = Path::new(path)
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    (0..parts.len())
        .map(|start| parts[start..].join("/"))
        .find(|tail| !tail.starts_with('/') && folder.join(tail).is_file())
}
