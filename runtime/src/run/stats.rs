//! How the runs of a function went: how many, how long, how they ended.

use std::{
    sync::atomic::{AtomicU32, AtomicU64, Ordering},
    time::Duration,
};

use super::Event;

/// Times are counted in so many classes; each is half as long again as the one before.
const CLASSES: usize = 40;
/// The longest time of the first class.
const SHORTEST: f64 = 0.000_1;
const STEP: f64 = 1.5;

/// The finished runs of one function and the time they took together.
#[derive(Debug)]
pub(crate) struct Stats {
    runs: AtomicU64,
    nanoseconds: AtomicU64,
    failed: AtomicU64,
    cancelled: AtomicU64,
    reused: AtomicU64,
    classes: [AtomicU32; CLASSES],
}

impl Default for Stats {
    fn default() -> Self {
        Self {
            runs: AtomicU64::new(0),
            nanoseconds: AtomicU64::new(0),
            failed: AtomicU64::new(0),
            cancelled: AtomicU64::new(0),
            reused: AtomicU64::new(0),
            classes: [const { AtomicU32::new(0) }; CLASSES],
        }
    }
}

/// What is known of a function at one time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Summary {
    pub(crate) done: u64,
    pub(crate) failed: u64,
    pub(crate) cancelled: u64,
    /// Answered from what was kept.
    pub(crate) reused: u64,
    /// Seconds; `None` before the first run has ended well.
    pub(crate) mean: Option<f64>,
    /// So many seconds half of the runs took at most, nine tenths of them, and ninety-nine of a
    /// hundred; each may be too long by half.
    pub(crate) quantiles: Option<[f64; 3]>,
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
        let class = longest().position(|longest| took.as_secs_f64() <= longest);
        self.classes[class.unwrap_or(CLASSES - 1)].fetch_add(1, Ordering::Relaxed);
        seconds(total, runs)
    }

    /// Counts how a run ended, if not well.
    pub(super) fn ended(&self, event: &Event) {
        match event {
            Event::Failed { .. } => self.fail(),
            Event::Cancelled => {
                self.cancelled.fetch_add(1, Ordering::Relaxed);
            }
            _ => {}
        }
    }

    /// Counts a run that failed.
    pub(super) fn fail(&self) {
        self.failed.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts a call that no run was needed for.
    pub(super) fn reuse(&self) {
        self.reused.fetch_add(1, Ordering::Relaxed);
    }

    /// The average in seconds; `None` before the first run has ended.
    pub(crate) fn average(&self) -> Option<f64> {
        let runs = self.runs.load(Ordering::Relaxed);
        (runs > 0).then(|| seconds(self.nanoseconds.load(Ordering::Relaxed), runs))
    }

    pub(crate) fn summary(&self) -> Summary {
        let classes = self.classes.each_ref();
        let classes = classes.map(|count| u64::from(count.load(Ordering::Relaxed)));
        let all: u64 = classes.iter().sum();
        let at_most = |percent: u64| {
            let mut seen = 0;
            let mut reached = longest().zip(classes).filter(|(_, count)| {
                seen += count;
                seen * 100 >= all * percent
            });
            reached.next().map_or(0.0, |(longest, _)| longest)
        };
        Summary {
            done: self.runs.load(Ordering::Relaxed),
            failed: self.failed.load(Ordering::Relaxed),
            cancelled: self.cancelled.load(Ordering::Relaxed),
            reused: self.reused.load(Ordering::Relaxed),
            mean: self.average(),
            quantiles: (all > 0).then(|| [50, 90, 99].map(at_most)),
        }
    }
}

/// The longest time of each class, in seconds.
fn longest() -> impl Iterator<Item = f64> {
    std::iter::successors(Some(SHORTEST), |time| Some(time * STEP)).take(CLASSES)
}

fn seconds(nanoseconds: u64, runs: u64) -> f64 {
    Duration::from_nanos(nanoseconds / runs).as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_runs_took_no_longer() {
        let stats = Stats::default();
        assert_eq!(stats.summary().quantiles, None);
        for time in [1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000] {
            stats.add(Duration::from_millis(time));
        }
        stats.fail();
        let summary = stats.summary();
        assert_eq!((summary.done, summary.failed), (10, 1));
        let [half, most, nearly_all] = summary.quantiles.unwrap();
        assert!((0.005..0.0075).contains(&half), "{half}");
        assert!((0.009..0.0135).contains(&most), "{most}");
        assert!((1.0..1.5).contains(&nearly_all), "{nearly_all}");
        // What takes longer than anything is in the last class.
        stats.add(Duration::from_secs(1 << 40));
        assert_eq!(stats.summary().done, 11);
    }
}
