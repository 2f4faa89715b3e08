//! Concurrency groups: who may run now, and who waits.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
};

use tokio::sync::oneshot;

use super::{Event, Run, execute};
use crate::endpoint::Job;

/// Functions that share a limit on how many calls run at once.
#[derive(Debug)]
pub(crate) struct Group {
    limit: Option<usize>,
    line: Mutex<Line>,
    /// How many wait in all groups together.
    waiting: Arc<AtomicUsize>,
}

#[derive(Debug, Default)]
struct Line {
    running: usize,
    waiting: VecDeque<Waiting>,
}

#[derive(Debug)]
enum Waiting {
    /// A queued run: it is started when its turn comes.
    Run(Arc<Run>, Job),
    /// A direct call: it is told, and runs on its own task.
    Turn(oneshot::Sender<Slot>),
}

/// The right to run. Dropping it lets the next one in.
#[derive(Debug)]
pub(crate) struct Slot(Option<Arc<Group>>);

impl Drop for Slot {
    fn drop(&mut self) {
        if let Some(group) = self.0.take() {
            group.next();
        }
    }
}

impl Group {
    pub(crate) fn new(limit: Option<usize>, waiting: Arc<AtomicUsize>) -> Self {
        Self {
            limit,
            line: Mutex::default(),
            waiting,
        }
    }

    fn line(&self) -> MutexGuard<'_, Line> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Starts `job` now, or when its turn comes.
    pub(crate) fn admit(self: &Arc<Self>, run: Arc<Run>, job: Job) {
        let Some(limit) = self.limit else {
            run.publish(Event::Estimation {
                rank: 0,
                queue_size: 1,
                eta: run.dependency.stats.average(),
            });
            return execute::start(run, job, Slot(None));
        };
        let mut line = self.line();
        let rank = line.waiting.len();
        let eta = self.eta(&run, rank, line.running);
        if line.running < limit {
            line.running += 1;
            drop(line);
            run.publish(Event::Estimation {
                rank: 0,
                queue_size: 1,
                eta,
            });
            execute::start(run, job, Slot(Some(self.clone())));
        } else {
            self.waiting.fetch_add(1, Ordering::Relaxed);
            run.publish(Event::Estimation {
                rank,
                queue_size: rank + 1,
                eta,
            });
            line.waiting.push_back(Waiting::Run(run, job));
        }
    }

    /// Waits for the right to run.
    pub(crate) async fn turn(self: &Arc<Self>) -> Slot {
        let turn = {
            let Some(limit) = self.limit else {
                return Slot(None);
            };
            let mut line = self.line();
            if line.running < limit {
                line.running += 1;
                return Slot(Some(self.clone()));
            }
            let (sender, turn) = oneshot::channel();
            self.waiting.fetch_add(1, Ordering::Relaxed);
            line.waiting.push_back(Waiting::Turn(sender));
            turn
        };
        // The sender lives in the line of this very group, so it cannot vanish before it is used.
        turn.await.unwrap_or(Slot(None))
    }

    /// Takes a run that was cancelled out of the line.
    pub(crate) fn leave(&self, run: &Arc<Run>) {
        let mut line = self.line();
        let before = line.waiting.len();
        line.waiting
            .retain(|w| !matches!(w, Waiting::Run(r, _) if Arc::ptr_eq(r, run)));
        self.waiting
            .fetch_sub(before - line.waiting.len(), Ordering::Relaxed);
    }

    fn next(self: &Arc<Self>) {
        loop {
            let mut line = self.line();
            let Some(next) = line.waiting.pop_front() else {
                line.running -= 1;
                return;
            };
            self.waiting.fetch_sub(1, Ordering::Relaxed);
            let places: Vec<_> = line
                .waiting
                .iter()
                .enumerate()
                .filter_map(|(rank, waiting)| match waiting {
                    Waiting::Run(run, _) => Some((rank, run.clone())),
                    Waiting::Turn(_) => None,
                })
                .collect();
            let (queue_size, running) = (line.waiting.len(), line.running);
            drop(line);
            for (rank, run) in places {
                let eta = self.eta(&run, rank, running);
                run.publish(Event::Estimation {
                    rank,
                    queue_size,
                    eta,
                });
            }
            match next {
                Waiting::Run(run, job) => {
                    return execute::start_later(run, job, Slot(Some(self.clone())));
                }
                // A caller that went away meanwhile leaves its turn to the next one.
                Waiting::Turn(sender) => {
                    if let Err(mut unused) = sender.send(Slot(Some(self.clone()))) {
                        unused.0 = None;
                        continue;
                    }
                    return;
                }
            }
        }
    }

    /// Seconds until a run with `rank` runs before it should have ended.
    #[allow(
        clippy::cast_precision_loss,
        reason = "queues are far shorter than 2^52"
    )]
    fn eta(&self, run: &Run, rank: usize, running: usize) -> Option<f64> {
        let mean = run.dependency.stats.average()?;
        let limit = self.limit?;
        let ahead = if running < limit {
            0.0
        } else {
            (rank + 1) as f64 / limit as f64
        };
        Some(mean * (1.0 + ahead))
    }
}
