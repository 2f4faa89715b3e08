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
    extract::{Path, Request, State},
    response::Response,
};
use http_body::Frame;
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
) -> Response {
    let run = RunId::parse(&event_id).and_then(|id| app.engine.find(id));
    events(Body::new(CallReader {
        app,
        run,
        next: 0,
        timer: None,
        done: false,
    }))
}

const HEARTBEAT_EVERY: Duration = Duration::from_secs(15);

/// The body of a `/call` stream.
struct CallReader {
    app: Arc<Served>,
    run: Option<Arc<Run>>,
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
            CallWriter::write(run, &event, this.app.engine.limits().show_error, &mut out);
            if event.ends() {
                this.done = true;
                break;
            }
        }
        if this.done {
            this.app.engine.forget(run);
        } else if out.is_empty() {
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
        // A reader that goes away before the end takes its run with it.
        if let Some(run) = self.run.take().filter(|_| !self.done) {
            self.app.engine.cancel(&run);
            self.app.engine.forget(&run);
        }
    }
}
