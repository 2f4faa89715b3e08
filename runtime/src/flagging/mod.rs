//! What people found worth keeping: the values of a page, written down.
//!
//! `#[endpoint(flagging = "manual")]` puts a button below the results of a function, and
//! [`Handle::flag`](crate::page::Handle::flag) makes any button of a page one. Where the values go is
//! a [`FlagSink`]: a table, a file of JSON, a database, or one of your own. A folder of flags can be
//! [used as examples](crate::Ui::examples_from).

mod csv_log;
mod flagged;
mod inert;
mod json_log;
mod lines;
mod read;
#[cfg(feature = "sqlite")]
mod sqlite_log;

use std::{fmt, path::Path, sync::Arc};

pub use csv_log::CsvLog;
pub use flagged::Flagged;
pub use json_log::JsonLog;
#[cfg(feature = "sqlite")]
pub use sqlite_log::SqliteLog;

pub(crate) use flagged::Cell;
pub(crate) use read::{log_in, read_cell, read_log};

use crate::Error;

/// Where flags go.
///
/// ```
/// use std::sync::Mutex;
/// use vetrina::{Error, flagging::{FlagSink, Flagged}};
///
/// /// Keeps what was said, for a test.
/// #[derive(Default)]
/// struct Heard(Mutex<Vec<String>>);
///
/// impl FlagSink for Heard {
///     fn flag(&self, flagged: &Flagged) -> Result<u64, Error> {
///         let values = flagged.values().map(|(label, value)| format!("{label}: {value}"));
///         let mut heard = self.0.lock().expect("nobody panics here");
///         heard.push(values.collect::<Vec<_>>().join(", "));
///         Ok(heard.len() as u64)
///     }
/// }
/// ```
pub trait FlagSink: Send + Sync + 'static {
    /// Writes it down, and tells how many there are now. It may block, and it may be called for
    /// several at once.
    ///
    /// # Errors
    /// When it cannot be written: the log has the words, the person at the page is told that it
    /// was not saved.
    fn flag(&self, flagged: &Flagged) -> Result<u64, Error>;
}

impl<S: FlagSink + ?Sized> FlagSink for Arc<S> {
    fn flag(&self, flagged: &Flagged) -> Result<u64, Error> {
        (**self).flag(flagged)
    }
}

/// Why nothing was saved in this folder.
fn unwritten(folder: &Path, why: &dyn fmt::Display) -> Error {
    Error::new(format!("{} cannot be written: {why}", folder.display()))
}

/// When a run is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FlaggingMode {
    /// Never.
    #[default]
    Never,
    /// When somebody presses the button for it.
    Manual,
    /// Each that ends well.
    Auto,
}
