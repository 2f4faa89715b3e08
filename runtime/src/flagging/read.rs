//! Reads what was written down, by this program or by a Gradio app.

use std::{
    borrow::Cow,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use serde_json::{Value, json};

use super::inert::bare;
use crate::component::{AnyComponent, Invalid};

/// The log in a folder: `log.csv`, or the newest of `dataset1.csv`, `dataset2.csv`, …
pub(crate) fn log_in(folder: &Path) -> Option<PathBuf> {
    let named = folder.join("log.csv");
    if named.is_file() {
        return Some(named);
    }
    numbered(folder).map(|(_, newest)| newest)
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
    let folder = log.parent().unwrap_or(Path::new("."));
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .from_path(log)
        .map_err(|error| error.to_string())?;
    let head = reader.headers().map_err(|error| error.to_string())?;
    let labelled = columns.iter().enumerate().map(|(place, column)| {
        let label = column.base().label.clone();
        let label = label.unwrap_or_else(|| format!("component {place}"));
        head.iter().position(|head| bare(head) == label)
    });
    let places: Option<Vec<_>> = labelled.collect();
    let places = places.unwrap_or_else(|| (0..columns.len()).collect());
    let mut rows = Vec::new();
    for (number, record) in reader.records().enumerate() {
        let record = record.map_err(|error| error.to_string())?;
        let cells = columns.iter().zip(&places).map(|(column, &place)| {
            let cell = record.get(place).unwrap_or_default();
            read_cell(&**column, &bare(cell), folder)
        });
        let row: Result<_, _> = cells.collect();
        rows.push(row.map_err(|why| format!("row {}: {why}", number + 1))?);
    }
    Ok(rows)
}

/// The data that a cell stands for. In logs of Gradio a file is its path alone.
pub(crate) fn read_cell(
    component: &dyn AnyComponent,
    cell: &str,
    folder: &Path,
) -> Result<Value, Invalid> {
    let first = component.read_from_flag(cell, folder);
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
