//! How long a function takes, for estimates.

use std::{
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

/// The finished runs of one function and the time they took together.
#[derive(Debug, Default)]
pub(crate) struct Stats {
    runs: AtomicU64,
    nanoseconds: AtomicU64,
}

impl Stats {
    /// Counts a run, and says what the average is now, in seconds.
    pub(crate) fn add(&self, took: Duration) -> f64 {
        let spent = u64::try_from(took.as_nanos()).unwrap_or(u64::MAX);
        let runs = self.runs.fetch_add(1, Ordering::Relaxed) + 1;
        let total = self
            .nanoseconds
            .fetch_add(spent, Ordering::Relaxed)
            .saturating_add(spent);
        seconds(total, runs)
    }

    /// The average in seconds; `None` before the first run has ended.
    pub(crate) fn average(&self) -> Option<f64> {
        let runs = self.runs.load(Ordering::Relaxed);
        (runs > 0).then(|| seconds(self.nanoseconds.load(Ordering::Relaxed), runs))
    }
}

fn seconds(nanoseconds: u64, runs: u64) -> f64 {
    Duration::from_nanos(nanoseconds / runs).as_secs_f64()
}
