//! Comparison with answers that real servers gave.
//!
//! The recorded files stand in `tests/goldens/<app>/`. What must differ is listed in
//! [`rules`](mod@rules), each line with its reason; a line that no longer applies fails the suite, as does
//! a difference that is in no line.

mod compare;
mod config;
pub mod rules;
mod transcript;

pub use compare::{Bindings, Difference, What, compare};
pub use config::resolve;
pub use transcript::{Exchange, replay};

use std::{fs, path::PathBuf};

use serde_json::Value;

/// The recorded apps' folder.
#[must_use]
pub fn folder() -> PathBuf {
    crate::tools::sources().join("goldens")
}

/// A recorded file of an app.
///
/// # Panics
/// When there is no such file.
#[must_use]
pub fn text(app: &str, file: &str) -> String {
    let path = folder().join(app).join(file);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A recorded file of an app, as JSON.
///
/// # Panics
/// When there is no such file.
#[must_use]
pub fn json(app: &str, file: &str) -> Value {
    serde_json::from_str(&text(app, file)).unwrap_or_else(|error| panic!("{app}/{file}: {error}"))
}
