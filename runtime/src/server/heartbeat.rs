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

use super::{Served, answer::events, presence::Presence, request::facts};
use crate::endpoint::EventData;

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
            Presence::enter(app, facts, Duration::ZERO)
        }),
    }))
}

struct Beat {
    timer: Pin<Box<Sleep>>,
    stopped: Pin<Box<dyn Future<Output = ()> + Send>>,
    /// Held for as long as the page is there.
    _page: Option<Presence>,
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
