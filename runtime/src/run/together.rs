//! Runs calls of one function together: a batch.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    sync::Arc,
    time::Instant,
};

use super::{
    Run,
    execute::{conclude, guard, tell_start, watch_time},
    group::Slot,
};
use crate::endpoint::{Answered, Ctx, Failure, Produced, Together, Work};

/// Begins to answer all of these.
pub(super) fn begin(batch: Vec<(Arc<Run>, Together)>, slot: Slot) {
    let (runs, calls): (Vec<_>, Vec<_>) = batch
        .into_iter()
        .filter(|(run, _)| !run.has_ended())
        .map(|(run, one)| {
            let context = run.context();
            (run, (one, context))
        })
        .unzip();
    for run in &runs {
        tell_start(run);
        watch_time(run);
    }
    let since = Instant::now();
    match Together::work(calls) {
        Work::Blocking(work) => {
            tokio::task::spawn_blocking(move || {
                let answered = guarded(runs.len(), work);
                end(&runs, answered, since, slot);
            });
        }
        Work::Async(work) => {
            tokio::spawn(async move {
                let answered = tokio::select! {
                    biased;
                    // As long as one of them waits, the work goes on.
                    () = all_cancelled(&runs) => Vec::new(),
                    answered = polled(runs.len(), work) => answered,
                };
                end(&runs, answered, since, slot);
            });
        }
    }
}

/// Answers one call by itself.
pub(super) async fn alone(one: Together, ctx: Ctx) -> Result<Produced, Failure> {
    let answered = match Together::work(vec![(one, ctx)]) {
        Work::Async(work) => polled(1, work).await,
        Work::Blocking(work) => tokio::task::spawn_blocking(move || guarded(1, work))
            .await
            .unwrap_or_else(|lost| vec![Err(Failure::hidden(lost.to_string()))]),
    };
    let answer = answered.into_iter().next();
    answer.map_or_else(
        || Ok(Produced::Once(crate::endpoint::Values::new())),
        |values| values.map(Produced::Once),
    )
}

fn end(runs: &[Arc<Run>], answered: Answered, since: Instant, slot: Slot) {
    for (run, values) in runs.iter().zip(answered) {
        conclude(run, values, since);
    }
    drop(slot);
}

async fn all_cancelled(runs: &[Arc<Run>]) {
    for run in runs {
        run.ctx.cancel().cancelled().await;
    }
}

/// Runs `work`; a panic fails all of its calls.
fn guarded(calls: usize, work: impl FnOnce() -> Answered) -> Answered {
    guard(|| Ok(work())).unwrap_or_else(|failure| vec![Err(failure); calls])
}

/// The same for a future, at each poll.
async fn polled(
    calls: usize,
    mut work: std::pin::Pin<Box<dyn Future<Output = Answered> + Send>>,
) -> Answered {
    std::future::poll_fn(|cx| {
        catch_unwind(AssertUnwindSafe(|| work.as_mut().poll(cx))).unwrap_or_else(|panic| {
            let failure = Failure::panicked(&*panic);
            std::task::Poll::Ready(vec![Err(failure); calls])
        })
    })
    .await
}
