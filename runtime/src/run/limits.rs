//! What an app allows at most.

use std::{sync::Arc, time::Duration};

use crate::file::Rules;

/// What an app allows at most.
#[derive(Debug, Clone)]
pub(crate) struct Limits {
    /// How many runs may wait; more are turned away.
    pub(crate) max_size: Option<usize>,
    /// How many calls of a blocking function run at once, unless it says so itself.
    pub(crate) default_concurrency: Option<usize>,
    /// Whether queued functions may be called past the queue.
    pub(crate) api_open: bool,
    /// Whether internal errors are shown to clients.
    pub(crate) show_error: bool,
    /// Which files are taken and shown.
    pub(crate) files: Arc<Rules>,
    /// How long a run goes on when the reader that counted its events is gone.
    pub(crate) grace: Duration,
    /// How long a run that is over can be asked for.
    pub(crate) retention: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_size: Some(1_000),
            default_concurrency: Some(1),
            api_open: true,
            show_error: false,
            files: Arc::default(),
            grace: Duration::from_secs(10),
            retention: Duration::from_secs(10 * 60),
        }
    }
}

/// Why a run was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Full {
    pub(crate) max_size: usize,
    pub(crate) size: usize,
}
