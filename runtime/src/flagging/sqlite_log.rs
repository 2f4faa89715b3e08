//! Flags in a database.

use std::{
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{Connection, params};
use serde_json::Value;

use super::{FlagSink, Flagged, unwritten};
use crate::Error;

/// Writes flags into a database: the table `flags` of `flagged.sqlite` in a folder, with the columns
/// `id`, `timestamp`, `flag`, `username` and `data`, a JSON object whose names are the labels.
/// Files lie beside it and are told by their paths there.
#[derive(Debug, Clone)]
pub struct SqliteLog {
    folder: PathBuf,
    open: Arc<Mutex<Option<Connection>>>,
}

const TABLE: &str = "create table if not exists flags (
    id integer primary key,
    timestamp text not null,
    flag text,
    username text,
    data text not null
)";

impl SqliteLog {
    /// A database in this folder, which is made when it is needed.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self {
            folder: folder.into(),
            open: Arc::default(),
        }
    }

    fn connect(&self) -> rusqlite::Result<Connection> {
        let connection = Connection::open(self.folder.join("flagged.sqlite"))?;
        connection.busy_timeout(Duration::from_secs(10))?;
        connection.execute(TABLE, [])?;
        Ok(connection)
    }

    fn insert(&self, flagged: &Flagged, data: &str) -> rusqlite::Result<u64> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let connection = match &mut *open {
            Some(open) => open,
            closed => closed.insert(self.connect()?),
        };
        connection.execute(
            "insert into flags (timestamp, flag, username, data) values (?1, ?2, ?3, ?4)",
            params![flagged.time(), flagged.option(), flagged.username(), data],
        )?;
        connection.query_row("select count(*) from flags", [], |row| row.get(0))
    }
}

impl FlagSink for SqliteLog {
    fn flag(&self, flagged: &Flagged) -> Result<u64, Error> {
        fs::create_dir_all(&self.folder).map_err(|error| unwritten(&self.folder, &error))?;
        let data = Value::Object(flagged.json(&self.folder)?).to_string();
        self.insert(flagged, &data)
            .map_err(|error| unwritten(&self.folder, &error))
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use serde_json::json;

    use super::super::Cell;
    use super::*;
    use crate::prelude::Textbox;

    #[test]
    fn several_writers_share_one_table() {
        let folder = std::env::temp_dir().join(format!("vetrina-sqlite-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        thread::scope(|scope| {
            for writer in 0..3 {
                let log = SqliteLog::new(&folder);
                scope.spawn(move || {
                    for _ in 0..5 {
                        let text = json!(format!("writer {writer}"));
                        let cell = Cell::new(0, Arc::new(Textbox::new().label("Text")), text);
                        log.flag(&Flagged::now(vec![cell], Some("odd".into())))
                            .unwrap();
                    }
                });
            }
        });
        let database = SqliteLog::new(&folder).connect().unwrap();
        let count = |sql: &str| {
            database
                .query_row(sql, [], |row| row.get::<_, u64>(0))
                .unwrap()
        };
        assert_eq!(count("select count(*) from flags where flag = 'odd'"), 15);
        let wanted = "select count(*) from flags where data ->> 'Text' = 'writer 2'";
        assert_eq!(count(wanted), 5);
        fs::remove_dir_all(folder).unwrap();
    }
}
