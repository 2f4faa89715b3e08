//! Calls whose inputs come in pieces, such as the pictures of a camera: the function runs for each. The newest piece
//! waits for the function; those before it are dropped.

use std::{
    future::pending,
    sync::{Arc, Mutex, MutexGuard, PoisonError, atomic::AtomicUsize},
    time::{Duration, Instant},
};

use tokio::{
    sync::Notify,
    task::spawn_blocking,
    time::{sleep, timeout},
};

use super::{
    Event, Run, Step, execute,
    group::Slot,
    together,
    turns::{self, Turns},
};
use crate::endpoint::{Failure, Job, Produced, Task, Values};

/// How long the second piece may take to come: who sends but one wants one answer.
const SECOND: Duration = Duration::from_secs(5);
/// How long any later one may: then whoever sent them is gone.
const LATER: Duration = Duration::from_secs(30);

/// The pieces of one run that are still to be worked on: one at most.
#[derive(Debug)]
pub(crate) struct Pieces {
    state: Mutex<State>,
    news: Notify,
    /// How many wait in all lines together.
    waiting: Arc<AtomicUsize>,
}

#[derive(Debug, Default)]
struct State {
    next: Option<Job>,
    is_last: bool,
}

impl Pieces {
    pub(super) fn new(waiting: Arc<AtomicUsize>) -> Self {
        Self {
            state: Mutex::default(),
            news: Notify::new(),
            waiting,
        }
    }

    /// Takes the next piece in, in place of one that still waits.
    pub(crate) fn add(&self, job: Job) {
        self.change(|state| state.next = Some(job));
    }

    /// There are no more.
    pub(crate) fn close(&self) {
        self.change(|state| state.is_last = true);
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.state.lock().unwrap_or_else(PoisonError::into_inner));
        self.news.notify_one();
    }

    /// The next piece; `None` when there are no more.
    async fn next(&self) -> Option<Job> {
        loop {
            let news = self.news.notified();
            {
                let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
                if state.next.is_some() || state.is_last {
                    return state.next.take();
                }
            }
            news.await;
        }
    }
}

/// Runs the function of `run` for `first` and for each piece after it, until there are no more or the time is over.
pub(super) fn start(run: Arc<Run>, first: Job, slot: Slot) {
    execute::tell_start(&run);
    tokio::spawn(async move {
        let work = Work(Arc::new(Shown {
            run,
            since: Instant::now(),
            last: Mutex::default(),
            // Kept by a function that nobody waits for any more as well.
            _slot: slot,
        }));
        let Shown { run, .. } = &*work.0;
        let limit = run.dependency.time_limit;
        let end = tokio::select! {
            biased;
            () = run.ctx.cancel().cancelled() => return,
            () = over(limit) => work.0.last().ok_or_else(|| execute::timed_out(limit.unwrap_or_default())),
            end = work.all(first) => end,
        };
        execute::conclude(run, end, work.0.since);
        run.ctx.cancel().raise();
    });
}

async fn over(limit: Option<f64>) {
    match limit {
        Some(limit) => sleep(Duration::from_secs_f64(limit)).await,
        None => pending().await,
    }
}

/// What a run has shown so far.
struct Shown {
    run: Arc<Run>,
    since: Instant,
    last: Mutex<Option<Values>>,
    _slot: Slot,
}

impl Shown {
    fn kept(&self) -> MutexGuard<'_, Option<Values>> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn last(&self) -> Option<Values> {
        self.kept().clone()
    }

    /// Publishes what the function gave for a piece it began to work on then.
    fn step(&self, values: Values, begun: Instant) {
        let Run {
            dependency, ctx, ..
        } = &*self.run;
        let duration = begun.elapsed().as_secs_f64();
        let left = dependency.time_limit;
        let left = left.map(|limit| (limit - self.since.elapsed().as_secs_f64()).max(0.0));
        *self.kept() = Some(values.clone());
        let step = Step {
            values,
            duration,
            average: dependency.stats.average().unwrap_or(duration),
            generating: Some(true),
            changed: ctx.take_changes(),
            used_cache: None,
        };
        self.run.publish(Event::Streaming(Arc::new(step), left));
    }
}

/// The pieces of a run, one after the other.
struct Work(Arc<Shown>);

impl Work {
    /// Gives what the last one came to.
    async fn all(&self, first: Job) -> Result<Values, Failure> {
        let mut piece = Some(first);
        let mut patience = SECOND;
        while let Some((job, pieces)) = piece.zip(self.0.run.pieces.as_ref()) {
            self.one(job, pieces).await?;
            piece = timeout(patience, pieces.next()).await.unwrap_or_default();
            patience = LATER;
        }
        Ok(self.0.last().unwrap_or_default())
    }

    async fn one(&self, piece: Job, pieces: &Pieces) -> Result<(), Failure> {
        let Shown { run, .. } = &*self.0;
        // Functions that keep values for a session take their turn for each piece: in between, others may change them.
        let lines = run.ctx.kept_session().map_or_else(Vec::new, |session| {
            Turns::of(session.cells(), &run.dependency.turns, &pieces.waiting)
        });
        let turns = turns::wait(lines, run.ctx.facts()).await;
        let begun = Instant::now();
        let produced = match piece.holding(turns).task {
            Task::Sync(call) => self.blocking(move |run| call(&mut run.context())).await?,
            Task::Async(call) => execute::guard_future(call, run.context()).await?,
            Task::Batched(one) => together::alone(one, run.context()).await?,
        };
        match produced {
            Produced::Once(values) => self.0.step(values, begun),
            Produced::Iter(mut items) => {
                let shown = Arc::clone(&self.0);
                let all = move |run: &Arc<Run>| {
                    while let Some(values) = items.next().transpose()? {
                        shown.step(values, begun);
                        if run.has_ended() {
                            break;
                        }
                    }
                    Ok(())
                };
                self.blocking(all).await?;
            }
            Produced::Stream(mut items) => {
                while let Some(values) = execute::next(&mut items, run.ctx.sent()).await? {
                    self.0.step(values, begun);
                }
            }
        }
        Ok(())
    }

    /// Does what may take its time; what it writes goes to the caller of the run.
    async fn blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Arc<Run>) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        let shown = Arc::clone(&self.0);
        let work = move || {
            let run = &shown.run;
            execute::guard(|| run.ctx.sending(|| work(run)))
        };
        let done = spawn_blocking(work).await;
        done.unwrap_or_else(|lost| Err(Failure::hidden(lost.to_string())))
    }
}
