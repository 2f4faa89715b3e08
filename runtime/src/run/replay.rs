//! Results that are kept: noted while one run works them out, told again to others.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Instant,
};

use super::{Event, Group, Run, Step, execute::tell_start};
use crate::{
    endpoint::{Ctx, Job, Values},
    file::{Sent, readdressed},
    page::Dependency,
    store::{Found, Key, Lead, MOST_BYTES, Results},
};

/// All that one run told, the last step at the end.
pub(crate) type Replay = Arc<[Arc<Step>]>;

/// Notes what a run tells, to keep it when it ends well.
#[derive(Debug)]
pub(super) struct Recorder(Mutex<Option<Recording>>);

#[derive(Debug)]
struct Recording {
    lead: Lead<Replay>,
    steps: Vec<Arc<Step>>,
    bytes: usize,
}

impl Recorder {
    pub(super) fn new(lead: Lead<Replay>) -> Self {
        Self(Mutex::new(Some(Recording {
            lead,
            steps: Vec::new(),
            bytes: 0,
        })))
    }

    pub(super) fn note(&self, event: &Event) {
        let mut recording = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let step = match event {
            Event::Generating(step) | Event::Completed(step) => step,
            _ if event.ends() => return drop(recording.take()),
            _ => return,
        };
        let fits = recording.as_mut().is_some_and(|it| it.add(step));
        let done = !fits || event.ends();
        if let Some(whole) = done.then(|| recording.take()).flatten().filter(|_| fits) {
            whole.lead.keep(whole.steps.into(), whole.bytes);
        }
    }
}

impl Recording {
    /// Adds a step; false when it is more than may be kept.
    fn add(&mut self, step: &Arc<Step>) -> bool {
        self.bytes += size_of::<Step>() + step.values.len();
        self.steps.push(Arc::clone(step));
        self.bytes <= MOST_BYTES
    }
}

/// Where the results of a call are kept, and under which key.
pub(super) type Kept = (Arc<Results<Replay>>, Key);

/// Where those of `job` are, if they are.
pub(super) fn kept(dependency: &Dependency, job: &mut Job, ctx: &Ctx) -> Option<Kept> {
    let (results, key) = dependency.results.clone().zip(job.key.take())?;
    if !results.caching().per_session {
        return Some((results, key));
    }
    // Who has no session shares nothing.
    let session = ctx.facts().session_hash.as_deref()?;
    Some((results, key.within(session)))
}

/// Tells `run` what came of an equal call; without one it is that call.
pub(super) fn answer(run: Arc<Run>, job: Job, group: Arc<Group>, (results, key): Kept) {
    match results.ask(key) {
        Found::Made(steps) => {
            if let Some(steps) = shown(&steps, &run.dependency, &run.ctx) {
                return tell(&run, steps);
            }
            results.forget(key);
            answer(run, job, group, (results, key));
        }
        Found::Nothing(lead) => {
            run.record(lead);
            group.admit(run, job);
        }
        Found::Underway(ended) => {
            run.publish(Event::Estimation {
                rank: 0,
                queue_size: 1,
                eta: run.dependency.stats.average(),
            });
            tokio::spawn(async move {
                tokio::select! {
                    () = ended.cancelled() => {}
                    () = run.ctx.cancel().cancelled() => {}
                }
                if !run.has_ended() {
                    answer(run, job, group, (results, key));
                }
            });
        }
    }
}

/// What came of an equal call, for a caller that waits for the answer itself, or the right to be
/// that call. A generator gives its first step, and nothing is kept of it then.
pub(super) async fn direct(
    dependency: &Dependency,
    ctx: &Ctx,
    (results, key): Kept,
) -> Result<Step, Option<Lead<Replay>>> {
    loop {
        match results.ask(key) {
            Found::Made(steps) => {
                let steps = shown(&steps, dependency, ctx);
                if let Some(first) = steps.and_then(|steps| steps.into_iter().next()) {
                    dependency.stats.reuse();
                    return Ok(first);
                }
                results.forget(key);
            }
            Found::Underway(_) | Found::Nothing(_) if dependency.generator => return Err(None),
            Found::Nothing(lead) => return Err(Some(lead)),
            Found::Underway(ended) => ended.cancelled().await,
        }
    }
}

/// Keeps the one step of a call.
pub(super) fn keep(lead: Lead<Replay>, step: &Step) {
    let bytes = size_of::<Step>() + step.values.len();
    lead.keep([Arc::new(step.clone())].into(), bytes);
}

fn tell(run: &Arc<Run>, steps: Vec<Step>) {
    run.dependency.stats.reuse();
    tell_start(run);
    let mut steps = steps.into_iter().map(Arc::new).peekable();
    while let Some(step) = steps.next() {
        run.publish(match steps.peek() {
            Some(_) => Event::Generating(step),
            None => Event::Completed(step),
        });
    }
}

/// The steps as this caller sees them; `None` when a file is gone.
fn shown(steps: &Replay, dependency: &Dependency, ctx: &Ctx) -> Option<Vec<Step>> {
    let since = Instant::now();
    let to = ctx.sent();
    // What is played while it comes is played once.
    let from = if dependency.streaming.is_empty() {
        0
    } else {
        steps.len() - 1
    };
    let steps = steps[from..].iter().map(|step| {
        Some(Step {
            values: addressed(&step.values, &to)?,
            duration: since.elapsed().as_secs_f64(),
            used_cache: Some("full"),
            changed: Vec::new(),
            ..Step::clone(step)
        })
    });
    steps.collect()
}

fn addressed(values: &Values, to: &Sent) -> Option<Values> {
    let mut gone = false;
    let values = values.map(|_, text| {
        let text = std::str::from_utf8(text).ok()?;
        if !text.contains("gradio.FileData") {
            return None;
        }
        let mut value = serde_json::from_str(text).ok()?;
        gone |= !readdressed(&mut value, to);
        Some(value.to_string())
    });
    (!gone).then_some(values)
}
