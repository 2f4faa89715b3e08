//! Pages that are open, and what is to be done when one is gone.

use std::{
    convert::Infallible,
    net::IpAddr,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll},
    time::{Duration, Instant},
};

use axum::{
    body::{Bytes, HttpBody},
    extract::{Request, State},
    response::Response,
};
use http_body::Frame;
use serde::Deserialize;
use tokio::{runtime::Handle, time::sleep};

use super::{
    Served,
    answer::{Refusal, json_text},
    peer::Peer,
    request::{facts, take, wrong_json},
    visits::KEPT,
};
use crate::{
    endpoint::{EventData, Facts},
    run::FeedReader,
};

/// How long a page may be without its line before it is taken for gone.
const PATIENCE: Duration = Duration::from_secs(2);
/// How long a page that is loaded again may take to be asked for.
const AGAIN: Duration = Duration::from_millis(500);

/// A page that is open: what its session keeps, lives on.
pub(super) struct Presence {
    app: Arc<Served>,
    facts: Arc<Facts>,
    /// How long it may be away.
    patience: Duration,
}

impl Presence {
    pub(super) fn enter(app: Arc<Served>, facts: Arc<Facts>, patience: Duration) -> Self {
        let page = Self {
            app,
            facts,
            patience,
        };
        page.app.engine.sessions().enter(page.session());
        page
    }

    fn session(&self) -> &str {
        self.facts.session_hash.as_deref().unwrap_or_default()
    }
}

impl Drop for Presence {
    fn drop(&mut self) {
        // A server that goes down ends all lines; nobody left then.
        let stops = self.app.engine.stopping().is_cancelled();
        let Some(runtime) = Handle::try_current().ok().filter(|_| !stops) else {
            self.app.engine.sessions().leave(self.session());
            return;
        };
        let (app, facts, patience) = (self.app.clone(), self.facts.clone(), self.patience);
        runtime.spawn(async move {
            if !patience.is_zero() {
                sleep(patience).await;
            }
            let session = facts.session_hash.as_deref().unwrap_or_default();
            if app.engine.sessions().leave(session) {
                unload(&app, &facts);
            }
        });
    }
}

/// Runs what is to be done when a page is gone.
fn unload(app: &Arc<Served>, facts: &Arc<Facts>) {
    let drawn = app.renders(facts.session_hash.as_deref());
    let drawn = drawn.map(|renders| renders.events()).unwrap_or_default();
    let unloads = app.dependencies.iter().chain(&drawn);
    for event in unloads.filter(|event| event.targets.contains(&(0, "unload"))) {
        let handler = event.handler.as_ref();
        let Some(Ok(job)) = handler.map(|handler| event.prepare(handler, &[])) else {
            continue;
        };
        let (app, event, facts) = (app.clone(), event.clone(), facts.clone());
        tokio::spawn(async move {
            // Nobody is there to be told how it went; the log is.
            let _ = app.engine.direct(&event, job, facts).await;
        });
    }
}

/// Stops what ran for a page that was closed, and leaves it for one that is loaded again: a page
/// was asked for since it came, or is soon.
async fn close(app: Arc<Served>, tab: String, address: Option<IpAddr>, open_for: Duration) {
    let since = Instant::now().checked_sub(open_for.min(KEPT));
    sleep(AGAIN).await;
    let visited = address.zip(since);
    if !visited.is_some_and(|(address, since)| app.visits.any(address, since)) {
        app.engine.close(&tab);
    }
}

/// The stream of a page that is there as long as it reads.
pub(super) struct Attended {
    reader: FeedReader,
    _page: Presence,
}

impl Attended {
    pub(super) fn new(
        reader: FeedReader,
        app: Arc<Served>,
        session: String,
        rests: bool,
        request: Request,
    ) -> Self {
        app.engine.sessions().rest(&session, rests);
        let facts = facts(request.into_parts().0, Some(session), EventData::default());
        Self {
            reader,
            _page: Presence::enter(app, facts, PATIENCE),
        }
    }
}

impl HttpBody for Attended {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Pin::new(&mut self.reader).poll_frame(cx)
    }
}

#[derive(Debug, Deserialize)]
struct Farewell {
    session_hash: String,
    /// Whose runs it waited for, if there are any.
    tab: Option<String>,
    /// For how many milliseconds.
    #[serde(default)]
    open_for: u64,
}

/// A page says that it is gone, which one without a line has to, and one with runs under way.
pub(super) async fn leave(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, bytes) = take(request).await?;
    let address = Peer::address(&parts.extensions);
    let gone: Farewell = serde_json::from_slice(&bytes).map_err(|error| wrong_json(&error))?;
    if app.keeps_state() && app.engine.sessions().gone(&gone.session_hash) {
        unload(
            &app,
            &facts(parts, Some(gone.session_hash), EventData::default()),
        );
    }
    if let Some(tab) = gone.tab {
        let open_for = Duration::from_millis(gone.open_for);
        let address = address.map(|address| address.ip());
        tokio::spawn(close(app, tab, address, open_for));
    }
    Ok(json_text("{\"success\":true}"))
}
