//! `/heartbeat`: an open line that says the app is there.

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
use tokio::time::{Instant, Sleep, sleep};

use super::{Served, answer::events, request::facts};
use crate::endpoint::{Args, EventData, Facts};

const EVERY: Duration = Duration::from_secs(15);

pub(super) async fn heartbeat(
    State(app): State<Arc<Served>>,
    Path(session): Path<String>,
    request: Request,
) -> Response {
    let stopping = app.engine.stopping().clone();
    let stopped = Box::pin(async move { stopping.cancelled().await });
    events(Body::new(Beat {
        timer: Box::pin(sleep(Duration::ZERO)),
        stopped,
        _page: app.keeps_state().then(|| {
            let facts = facts(request.into_parts().0, Some(session), EventData::default());
            Page::enter(app, facts)
        }),
    }))
}

struct Beat {
    timer: Pin<Box<Sleep>>,
    stopped: Pin<Box<dyn Future<Output = ()> + Send>>,
    /// Held for as long as the page is there.
    _page: Option<Page>,
}

/// A page that is open: what its session keeps, lives on.
struct Page {
    app: Arc<Served>,
    facts: Arc<Facts>,
}

impl Page {
    fn enter(app: Arc<Served>, facts: Arc<Facts>) -> Self {
        let page = Self { app, facts };
        page.app.engine.sessions().enter(page.session());
        page
    }

    fn session(&self) -> &str {
        self.facts.session_hash.as_deref().unwrap_or_default()
    }

    /// Runs what is to be done when a page is gone.
    fn unload(&self) {
        let drawn = self.app.renders(Some(self.session()));
        let drawn = drawn.map(|renders| renders.events()).unwrap_or_default();
        let unloads = self.app.dependencies.iter().chain(&drawn);
        for event in unloads.filter(|event| event.targets.contains(&(0, "unload"))) {
            let Some(Ok(job)) = event.handler.as_ref().map(|handler| {
                let mut args = Args::new(&[], &event.specs).map_err(|refused| vec![refused])?;
                handler.prepare(&mut args)
            }) else {
                continue;
            };
            let (app, event, facts) = (self.app.clone(), event.clone(), self.facts.clone());
            tokio::spawn(async move {
                // Nobody is there to be told how it went; the log is.
                let _ = app.engine.direct(&event, job, facts).await;
            });
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let is_gone = self.app.engine.sessions().leave(self.session());
        // A server that goes down ends all lines; nobody left then.
        let stops = self.app.engine.stopping().is_cancelled();
        if is_gone && !stops && tokio::runtime::Handle::try_current().is_ok() {
            self.unload();
        }
    }
}

impl HttpBody for Beat {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        if self.stopped.as_mut().poll(cx).is_ready() {
            return Poll::Ready(None);
        }
        std::task::ready!(self.timer.as_mut().poll(cx));
        self.timer.as_mut().reset(Instant::now() + EVERY);
        Poll::Ready(Some(Ok(Frame::data(Bytes::from_static(
            b"data: ALIVE\n\n",
        )))))
    }
}
