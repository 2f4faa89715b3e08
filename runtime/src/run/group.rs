//! Concurrency groups: who may run now, and who waits.

use std::sync::{
    Arc, Mutex, MutexGuard, PoisonError,
    atomic::{AtomicUsize, Ordering},
};

use tokio::sync::oneshot;

use super::{
    Event, Run, execute,
    line::{Line, Owner},
    together,
};
use crate::endpoint::{Facts, Job, Task, Together};

/// Functions that share a limit on how many calls run at once.
#[derive(Debug)]
pub(crate) struct Group {
    limit: Option<usize>,
    state: Mutex<State>,
    /// How many wait in all groups together.
    waiting: Arc<AtomicUsize>,
}

#[derive(Debug, Default)]
struct State {
    running: usize,
    line: Line<Waiting>,
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

/// A place in the line of a group.
pub(super) enum Place {
    First(Slot),
    Later(oneshot::Receiver<Slot>),
}

impl Place {
    /// The right to run, when its turn comes.
    pub(super) async fn slot(self) -> Slot {
        match self {
            Self::First(slot) => slot,
            // The sender lives in the line of the group, so it cannot vanish before it is used.
            Self::Later(turn) => turn.await.unwrap_or(Slot(None)),
        }
    }
}

impl State {
    /// Takes out the calls that are answered together with `first`.
    fn company(&mut self, first: &Waiting) -> Vec<(Arc<Run>, Together)> {
        let Waiting::Run(first, job) = first else {
            return Vec::new();
        };
        if !matches!(job.task, Task::Batched(_)) {
            return Vec::new();
        }
        let same = |waiting: &Waiting| matches!(waiting, Waiting::Run(run, _) if run.dependency.id == first.dependency.id);
        let company = self.line.take(first.dependency.max_batch_size() - 1, same);
        let calls = company.into_iter().filter_map(|waiting| match waiting {
            Waiting::Run(run, job) => match job.task {
                Task::Batched(one) => Some((run, one)),
                _ => None,
            },
            Waiting::Turn(_) => None,
        });
        calls.collect()
    }
}

impl Group {
    pub(crate) fn new(limit: Option<usize>, waiting: Arc<AtomicUsize>) -> Self {
        Self {
            limit,
            state: Mutex::default(),
            waiting,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
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
        let mut state = self.state();
        if state.running < limit {
            state.running += 1;
            let eta = self.eta(&run, 0, state.running - 1);
            drop(state);
            run.publish(Event::Estimation {
                rank: 0,
                queue_size: 1,
                eta,
            });
            execute::start(run, job, Slot(Some(self.clone())));
        } else {
            self.waiting.fetch_add(1, Ordering::Relaxed);
            let owner = Owner::of(run.ctx.facts());
            let rank = state.line.push(owner, Waiting::Run(run.clone(), job));
            run.publish(Event::Estimation {
                rank,
                queue_size: state.line.len(),
                eta: self.eta(&run, rank, state.running),
            });
        }
    }

    /// Waits for the right to run.
    pub(crate) async fn turn(self: &Arc<Self>, facts: &Facts) -> Slot {
        self.line_up(facts).slot().await
    }

    /// Takes a place in the line.
    pub(super) fn line_up(self: &Arc<Self>, facts: &Facts) -> Place {
        let Some(limit) = self.limit else {
            return Place::First(Slot(None));
        };
        let mut state = self.state();
        if state.running < limit {
            state.running += 1;
            return Place::First(Slot(Some(self.clone())));
        }
        let (sender, turn) = oneshot::channel();
        self.waiting.fetch_add(1, Ordering::Relaxed);
        state.line.push(Owner::of(facts), Waiting::Turn(sender));
        Place::Later(turn)
    }

    /// Takes a run that was cancelled out of the line.
    pub(crate) fn leave(&self, run: &Arc<Run>) {
        let mut state = self.state();
        let stays = |waiting: &Waiting| !matches!(waiting, Waiting::Run(other, _) if Arc::ptr_eq(other, run));
        let left = state.line.retain(stays);
        self.waiting.fetch_sub(left, Ordering::Relaxed);
    }

    fn next(self: &Arc<Self>) {
        loop {
            let mut state = self.state();
            let Some(next) = state.line.pop() else {
                state.running -= 1;
                return;
            };
            let company = state.company(&next);
            self.waiting.fetch_sub(1 + company.len(), Ordering::Relaxed);
            let places: Vec<_> = state
                .line
                .iter()
                .enumerate()
                .filter_map(|(rank, waiting)| match waiting {
                    Waiting::Run(run, _) => Some((rank, run.clone())),
                    Waiting::Turn(_) => None,
                })
                .collect();
            let (queue_size, running) = (state.line.len(), state.running);
            drop(state);
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
                    let slot = Slot(Some(self.clone()));
                    return match job.task {
                        Task::Batched(one) => {
                            let batch = [(run, one)].into_iter().chain(company).collect();
                            together::begin(batch, slot);
                        }
                        _ => execute::start_later(run, job, slot),
                    };
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
