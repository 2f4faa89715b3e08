//! Examples that lie in a folder: one file each, or the rows of a log.

use std::{fs, path::Path, sync::Arc};

use serde_json::Value;

use super::Table;
use crate::{component::AnyComponent, flagging};

/// Reads the examples of a folder for these components: the rows of its log, or a file for each
/// row where there is one component.
pub(crate) fn read(columns: Vec<Arc<dyn AnyComponent>>, folder: &Path) -> Table {
    let mut table = Table {
        columns,
        ..Table::default()
    };
    match rows(&table.columns, folder) {
        Ok(rows) => table.rows = rows,
        Err(why) => table
            .errors
            .push(format!("no examples in {}: {why}", folder.display())),
    }
    table
}

fn rows(columns: &[Arc<dyn AnyComponent>], folder: &Path) -> Result<Vec<Vec<Value>>, String> {
    if let Some(log) = flagging::log_in(folder) {
        return flagging::read_log(columns, &log);
    }
    let [column] = columns else {
        return Err("several inputs need a log.csv that says which value goes where".into());
    };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| error.to_string())? {
        let entry = entry.map_err(|error| error.to_string())?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && entry.path().is_file() {
            names.push(name);
        }
    }
    names.sort();
    let read = |name: &String| flagging::read_cell(&**column, name, folder).map(|data| vec![data]);
    names
        .iter()
        .map(|name| read(name).map_err(|why| why.to_string()))
        .collect()
}
