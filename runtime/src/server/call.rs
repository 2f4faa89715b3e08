//! `/call` and `/call/v2`: a POST that gives an id, a GET that streams what comes of it.

use std::{
    convert::Infallible,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Path, Query, Request, State},
    http::HeaderMap,
    response::Response,
};
use http_body::Frame;
use serde::Deserialize;
use tokio::time::{Sleep, sleep};

use super::{
    Served,
    answer::{Refusal, events, json_text},
    request::{Jobs, PredictBody, facts, prepare_named, take},
};
use crate::{
    endpoint::{EventData, Facts},
    page::Dependency,
    run::{CallWriter, NewRun, Run, RunId, write_call_error},
};

pub(super) async fn start(
    State(app): State<Arc<Served>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, bytes) = take(request).await?;
    let body = PredictBody::read(&bytes)?;
    let session = body.session_hash.as_deref();
    let dependency = app.function(None, &name, session)?;
    let jobs = app.in_session(session, || body.jobs(&dependency))?;
    let event = body.event(&app, &dependency);
    let facts = facts(parts, body.session_hash, event);
    queue(&app, dependency, jobs, facts).await
}

pub(super) async fn start_named(
    State(app): State<Arc<Served>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, bytes) = take(request).await?;
    let dependency = app.function(None, &name, None)?;
    let jobs = prepare_named(&bytes, &dependency)?;
    let facts = facts(parts, None, EventData::default());
    queue(&app, dependency, jobs, facts).await
}

async fn queue(
    app: &Served,
    dependency: Arc<Dependency>,
    (job, question): Jobs,
    facts: Arc<Facts>,
) -> Result<Response, Refusal> {
    app.admits()?;
    app.judge(&dependency, question, &facts).await?;
    let id = app.engine.join(NewRun {
        dependency,
        job,
        facts,
        // Read by its id, whatever session its state belongs to.
        session: None,
        in_pieces: false,
        deaf_until: None,
    });
    Ok(event_id(id))
}

/// `{"event_id": …}`.
pub(super) fn event_id(id: RunId) -> Response {
    let mut text = Vec::with_capacity(48);
    text.extend_from_slice(b"{\"event_id\":\"");
    id.write(&mut text);
    text.extend_from_slice(b"\"}");
    json_text(text)
}

pub(super) async fn read(
    State(app): State<Arc<Served>>,
    Path((_, event_id)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Response {
    let run = RunId::parse(&event_id).and_then(|id| app.engine.find(id));
    if let Some(run) = &run {
        run.enter();
    }
    let after = asked.after.or_else(|| last_event_id(request.headers()));
    events(Body::new(CallReader {
        app,
        run,
        counts: after.is_some(),
        next: after.map_or(0, |after| after.saturating_add(1)),
        timer: None,
        done: false,
    }))
}

/// The number of the last event that the reader has seen: events are numbered for whoever asks so.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    after: Option<u64>,
}

/// What browsers and others send when they open a stream of numbered events again.
pub(super) fn last_event_id(headers: &HeaderMap) -> Option<u64> {
    headers.get("last-event-id")?.to_str().ok()?.parse().ok()
}

const HEARTBEAT_EVERY: Duration = Duration::from_secs(15);

/// The body of a `/call` stream. Whoever reads again gets all that is kept of the run once more, or
/// what it has not seen if it counts.
struct CallReader {
    app: Arc<Served>,
    run: Option<Arc<Run>>,
    counts: bool,
    next: u64,
    timer: Option<Pin<Box<Sleep>>>,
    done: bool,
}

impl HttpBody for CallReader {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = &mut *self;
        if this.done {
            return Poll::Ready(None);
        }
        let mut out = Vec::new();
        let Some(run) = &this.run else {
            this.done = true;
            write_call_error(&mut out);
            return Poll::Ready(Some(Ok(Frame::data(out.into()))));
        };
        while let Some((number, event)) = run.poll_event(this.next, cx.waker()) {
            this.next = number + 1;
            let number = this.counts.then_some(number);
            let show_error = this.app.engine.limits().show_error;
            CallWriter::write(run, number, &event, show_error, &mut out);
            if event.ends() {
                this.done = true;
                break;
            }
        }
        if this.done {
            this.app.engine.settle_whole(run);
        } else if out.is_empty() {
            // Whoever has seen the end waits for nothing.
            if run.has_ended() {
                this.done = true;
                return Poll::Ready(None);
            }
            let timer = this
                .timer
                .get_or_insert_with(|| Box::pin(sleep(HEARTBEAT_EVERY)));
            if timer.as_mut().poll(cx).is_pending() {
                return Poll::Pending;
            }
            this.timer = None;
            out.extend_from_slice(b"event: heartbeat\ndata: null\n\n");
        }
        Poll::Ready(Some(Ok(Frame::data(out.into()))))
    }
}

impl Drop for CallReader {
    fn drop(&mut self) {
        let Some(run) = self.run.take() else { return };
        let Some(entered) = run.leave().filter(|_| !self.done) else {
            return;
        };
        // A reader that goes away before the end and does not come back takes its run with it.
        let engine = self.app.engine.clone();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                sleep(engine.limits().grace).await;
                if run.is_left_since(entered) && !run.has_ended() {
                    engine.give_up(&run);
                }
            });
        }
    }
}
