//! Runs a job where its mode says, and catches what goes wrong.

use std::{
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind},
    pin::Pin,
    sync::Arc,
    time::{Duration, Instant},
};

use super::{Event, Run, chunks::Chunks, group::Slot, pieces, together};
use crate::{
    Error, ErrorCode,
    endpoint::{Ctx, Failure, Job, Mode, Produced, Task, Values},
    file::{Sent, blocking, sent},
    page::Dependency,
};

/// One set of results and what it took.
#[derive(Debug, Clone)]
pub(crate) struct Step {
    pub(crate) values: Values,
    /// Seconds for this step.
    pub(crate) duration: f64,
    /// Seconds, over all runs of the function so far.
    pub(crate) average: f64,
    /// Whether more may follow; nothing is said of a call of a batch.
    pub(crate) generating: Option<bool>,
    /// The kept values that are others now, by their ids.
    pub(crate) changed: Vec<usize>,
    /// `full` when an equal call had worked it out, `partial` when its function found something that
    /// it had put aside.
    pub(crate) used_cache: Option<&'static str>,
}

impl Step {
    fn last(values: Values, dependency: &Dependency, ctx: &Ctx, since: Instant) -> Self {
        let took = since.elapsed();
        let average = dependency.stats.add(took);
        Self {
            values,
            duration: took.as_secs_f64(),
            average,
            generating: (!dependency.batch).then_some(false),
            changed: ctx.take_changes(),
            used_cache: None,
        }
    }
}

/// Runs `job` for `run`, on the task at hand if the function is cheap.
pub(crate) fn start(run: Arc<Run>, job: Job, slot: Slot) {
    if run.pieces.is_some() {
        return pieces::start(run, job, slot);
    }
    if !matches!(job.task, Task::Batched(_)) {
        tell_start(&run);
    }
    match (run.dependency.mode(), job.task) {
        (Mode::Inline, Task::Sync(call)) => {
            let since = Instant::now();
            let produced = guard(|| run.ctx.sending(|| call(&mut run.context())));
            finish(run, produced, since, slot);
        }
        (_, Task::Sync(call)) => {
            watch_time(&run);
            tokio::task::spawn_blocking(move || {
                if run.has_ended() {
                    return;
                }
                let since = Instant::now();
                let produced = guard(|| run.ctx.sending(|| call(&mut run.context())));
                finish(run, produced, since, slot);
            });
        }
        (_, Task::Async(call)) => {
            watch_time(&run);
            tokio::spawn(async move {
                let since = Instant::now();
                if let Some(produced) = await_or_cancel(call, &run).await {
                    finish(run, produced, since, slot);
                }
            });
        }
        (_, Task::Batched(one)) => together::begin(vec![(run, one)], slot),
    }
}

pub(super) fn tell_start(run: &Arc<Run>) {
    run.publish(Event::Starts {
        eta: run.dependency.stats.average(),
    });
}

/// Like [`start`], from a place that must not run user code itself: the end of another run.
pub(crate) fn start_later(run: Arc<Run>, job: Job, slot: Slot) {
    if run.dependency.mode() == Mode::Inline {
        tokio::spawn(async move { start(run, job, slot) });
    } else {
        start(run, job, slot);
    }
}

/// Runs a job for a caller that waits for the answer itself. A generator gives its first value.
pub(crate) async fn direct(dependency: &Dependency, job: Job, ctx: Ctx) -> Result<Step, Failure> {
    let since = Instant::now();
    let mut context = ctx.clone();
    let work = async {
        match (dependency.mode(), job.task) {
            (Mode::Inline, Task::Sync(call)) => guard(|| once(call, &mut context)),
            (_, Task::Sync(call)) => {
                tokio::task::spawn_blocking(move || guard(|| once(call, &mut context)))
                    .await
                    .unwrap_or_else(|lost| Err(Failure::hidden(lost.to_string())))
            }
            (_, Task::Async(call)) => guard_future(call, context).await,
            (_, Task::Batched(one)) => together::alone(one, context).await,
        }
    };
    // A caller that goes away drops this future: loops learn it from their `Cancel`.
    let dropped = RaiseOnDrop(&ctx);
    let produced = within(dependency.time_limit, work).await?;
    std::mem::forget(dropped);
    match produced {
        Produced::Once(values) => Ok(Step::last(values, dependency, &ctx, since)),
        Produced::Stream(mut stream) => {
            let item = next(&mut stream, ctx.sent());
            let item = within(dependency.time_limit, item).await?;
            let item = item.unwrap_or_default();
            Ok(Step {
                generating: Some(true),
                ..Step::last(item, dependency, &ctx, since)
            })
        }
        Produced::Iter(mut items) => {
            let item = items.next().transpose()?.unwrap_or_default();
            Ok(Step {
                generating: Some(true),
                ..Step::last(item, dependency, &ctx, since)
            })
        }
    }
}

struct RaiseOnDrop<'a>(&'a Ctx);

impl Drop for RaiseOnDrop<'_> {
    fn drop(&mut self) {
        self.0.cancel().raise();
    }
}

/// Calls a function, and takes the first value of an iterator while still on the pool for blocking
/// work.
fn once(
    call: impl FnOnce(&mut Ctx) -> Result<Produced, Failure>,
    ctx: &mut Ctx,
) -> Result<Produced, Failure> {
    sent(&ctx.sent(), || match call(ctx)? {
        Produced::Iter(mut items) => Ok(Produced::Iter(Box::new(items.next().into_iter()))),
        other => Ok(other),
    })
}

/// The next item; a panic becomes a failure.
pub(super) async fn next(
    stream: &mut Pin<Box<dyn futures_core::Stream<Item = Result<Values, Failure>> + Send>>,
    to: Sent,
) -> Result<Option<Values>, Failure> {
    poll_fn(|cx| {
        catch_unwind(AssertUnwindSafe(|| {
            sent(&to, || stream.as_mut().poll_next(cx))
        }))
        .unwrap_or_else(|panic| Some(Err(Failure::panicked(&*panic))).into())
    })
    .await
    .transpose()
}

/// Ends `work` when it takes longer than `seconds`.
async fn within<T>(
    seconds: Option<f64>,
    work: impl Future<Output = Result<T, Failure>>,
) -> Result<T, Failure> {
    match seconds {
        None => work.await,
        Some(limit) => tokio::time::timeout(Duration::from_secs_f64(limit), work)
            .await
            .unwrap_or_else(|_| Err(timed_out(limit))),
    }
}

pub(super) fn timed_out(limit: f64) -> Failure {
    let text = format!("This took longer than the limit of {limit} s");
    Failure::Shown(Error::coded(ErrorCode::TimeLimit, text).title("Time limit"))
}

/// Ends a run that takes longer than its function's time limit.
pub(super) fn watch_time(run: &Arc<Run>) {
    let Some(limit) = run.dependency.time_limit else {
        return;
    };
    let watched = Arc::downgrade(run);
    let watch = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs_f64(limit)).await;
        if let Some(run) = watched.upgrade() {
            run.publish(Event::Failed {
                failure: Arc::new(timed_out(limit)),
                after: false,
            });
            run.ctx.cancel().raise();
        }
    });
    run.ends_with(watch.abort_handle());
}

pub(super) type Call<T> = Box<dyn FnOnce(Ctx) -> Pin<Box<dyn Future<Output = T> + Send>> + Send>;

/// What the future of `call` gives; `None` when the run is cancelled first, and then it is dropped.
async fn await_or_cancel(
    call: Call<Result<Produced, Failure>>,
    run: &Arc<Run>,
) -> Option<Result<Produced, Failure>> {
    tokio::select! {
        biased;
        () = run.ctx.cancel().cancelled() => None,
        produced = guard_future(call, run.context()) => Some(produced),
    }
}

/// Publishes what came out, and frees the slot.
fn finish(run: Arc<Run>, produced: Result<Produced, Failure>, since: Instant, slot: Slot) {
    match produced {
        Ok(Produced::Once(values)) => conclude(&run, Ok(values), since),
        Ok(Produced::Iter(items)) => return drive_iter(run, items, since, slot),
        Ok(Produced::Stream(stream)) => return drive_stream(run, stream, since, slot),
        Err(failure) => conclude(&run, Err(failure), since),
    }
    drop(slot);
}

/// Publishes the end of a run.
pub(super) fn conclude(run: &Arc<Run>, values: Result<Values, Failure>, since: Instant) {
    run.publish(match values {
        Ok(values) => Event::Completed(Arc::new(Step {
            used_cache: run.used_cache(),
            ..Step::last(values, &run.dependency, &run.ctx, since)
        })),
        Err(failure) => Event::Failed {
            failure: Arc::new(failure),
            after: false,
        },
    });
}

fn drive_iter(
    run: Arc<Run>,
    mut items: Box<dyn Iterator<Item = Result<Values, Failure>> + Send>,
    since: Instant,
    slot: Slot,
) {
    let work = move || {
        let mut steps = Steps::new(&run, since);
        while !run.has_ended() {
            match guard(|| run.ctx.sending(|| items.next().transpose())) {
                Ok(Some(values)) => steps.add(values),
                Ok(None) => steps.complete(),
                Err(failure) => steps.fail(failure),
            }
        }
        drop(slot);
    };
    tokio::task::spawn_blocking(work);
}

fn drive_stream(
    run: Arc<Run>,
    mut stream: Pin<Box<dyn futures_core::Stream<Item = Result<Values, Failure>> + Send>>,
    since: Instant,
    slot: Slot,
) {
    tokio::spawn(async move {
        let cancel = run.ctx.cancel().clone();
        let to = run.ctx.sent();
        let mut steps = Steps::new(&run, since);
        loop {
            let item = tokio::select! {
                biased;
                () = cancel.cancelled() => break,
                item = next(&mut stream, to.clone()) => item,
            };
            match item {
                Ok(Some(values)) => {
                    steps.add(values);
                    // What cannot be shown ends the run.
                    if run.has_ended() {
                        break;
                    }
                }
                Ok(None) => break steps.complete(),
                Err(failure) => break steps.fail(failure),
            }
        }
        drop(slot);
    });
}

/// The steps of a generator, on their way into the log.
struct Steps<'a> {
    run: &'a Arc<Run>,
    since: Instant,
    step: Instant,
    last: Option<Values>,
    chunks: Chunks<'a>,
}

impl<'a> Steps<'a> {
    fn new(run: &'a Arc<Run>, since: Instant) -> Self {
        Self {
            run,
            since,
            step: since,
            last: None,
            chunks: Chunks::of(run),
        }
    }

    /// What outputs that come in pieces make of these values. Where there are none, no thread is
    /// kept from other work.
    fn in_pieces(
        &mut self,
        values: Values,
        make: fn(&mut Chunks<'a>, &Values) -> Result<Values, Failure>,
    ) -> Result<Values, Failure> {
        let Self { run, chunks, .. } = self;
        if chunks.is_empty() {
            return Ok(values);
        }
        guard(|| run.ctx.sending(|| blocking(|| make(chunks, &values))))
    }

    fn add(&mut self, values: Values) {
        let values = match self.in_pieces(values, Chunks::step) {
            Ok(values) => values,
            Err(failure) => return self.fail(failure),
        };
        let duration = self.step.elapsed().as_secs_f64();
        self.step = Instant::now();
        self.last = Some(values.clone());
        let average = self.run.dependency.stats.average().unwrap_or(duration);
        let step = Step {
            values,
            duration,
            average,
            generating: Some(true),
            changed: self.run.ctx.take_changes(),
            used_cache: None,
        };
        self.run.publish(Event::Generating(Arc::new(step)));
    }

    fn complete(&mut self) {
        let last = self.last.clone().unwrap_or_default();
        let values = match self.in_pieces(last, Chunks::whole) {
            Ok(values) => values,
            Err(failure) => return self.fail(failure),
        };
        let step = Step {
            used_cache: self.run.used_cache(),
            ..Step::last(values, &self.run.dependency, &self.run.ctx, self.since)
        };
        self.run.publish(Event::Completed(Arc::new(step)));
    }

    fn fail(&mut self, failure: Failure) {
        let after = self.last.is_some();
        self.run.publish(Event::Failed {
            failure: Arc::new(failure),
            after,
        });
    }
}

/// Runs `work`; a panic becomes a failure and goes no further.
pub(super) fn guard<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| Err(Failure::panicked(&*panic)))
}

/// The same for a future, at each poll.
pub(super) async fn guard_future<T>(
    call: Call<Result<T, Failure>>,
    ctx: Ctx,
) -> Result<T, Failure> {
    let to = ctx.sent();
    let mut future = guard(|| Ok(call(ctx)))?;
    poll_fn(|cx| {
        catch_unwind(AssertUnwindSafe(|| sent(&to, || future.as_mut().poll(cx))))
            .unwrap_or_else(|panic| Err(Failure::panicked(&*panic)).into())
    })
    .await
}
