//! `/upload_progress`: how far an upload has come, for who started it.

use std::{
    collections::HashMap,
    convert::Infallible,
    fmt::Write as _,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    body::Body,
    extract::{Query, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::Value;
use tokio::sync::Notify;

use super::{Served, answer::events};

/// How long a reader waits for an upload to begin.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long the end of one is remembered.
const REMEMBERED: Duration = Duration::from_secs(30);
const HEARTBEAT: Duration = Duration::from_secs(15);

/// The uploads under way that somebody may ask about.
#[derive(Debug, Default)]
pub(crate) struct Uploads {
    by_id: Mutex<HashMap<String, Arc<Watched>>>,
    begun: Notify,
}

#[derive(Debug, Default)]
struct Watched {
    state: Mutex<Came>,
    changed: Notify,
}

#[derive(Debug, Default)]
struct Came {
    /// What came since it was last told, one entry per file.
    news: Vec<(String, usize)>,
    ended: Option<Instant>,
}

/// One upload, as it goes on; its end is told when this is dropped.
#[derive(Debug)]
pub(super) struct Progress(Arc<Watched>);

impl Uploads {
    pub(super) fn begin(&self, id: &str) -> Progress {
        let watched = Arc::new(Watched::default());
        let mut all = self.all();
        all.retain(|_, other| {
            let ended = other.state().ended;
            ended.is_none_or(|at| at.elapsed() < REMEMBERED)
        });
        all.insert(id.into(), Arc::clone(&watched));
        self.begun.notify_waiters();
        Progress(watched)
    }

    async fn find(&self, id: &str) -> Option<Arc<Watched>> {
        let wait = async {
            loop {
                let begun = self.begun.notified();
                if let Some(found) = self.all().get(id) {
                    return Arc::clone(found);
                }
                begun.await;
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.ok()
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Arc<Watched>>> {
        self.by_id.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watched {
    fn state(&self) -> MutexGuard<'_, Came> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What happened since the last time, as events, and whether it was all.
    fn news(&self) -> (String, bool) {
        let mut state = self.state();
        let mut text = String::new();
        for (name, bytes) in state.news.drain(..) {
            let name = Value::from(name);
            let _ = write!(
                text,
                "data: {{\"msg\": \"update\", \"orig_name\": {name}, \"chunk_size\": {bytes}}}\n\n"
            );
        }
        let ended = state.ended.is_some();
        if ended {
            text.push_str("data: {\"msg\": \"done\"}\n\n");
        }
        (text, ended)
    }
}

impl Progress {
    pub(super) fn add(&self, name: &str, bytes: usize) {
        let mut state = self.0.state();
        match state.news.last_mut() {
            Some((last, so_far)) if last == name => *so_far += bytes,
            _ => state.news.push((name.into(), bytes)),
        }
        drop(state);
        self.0.changed.notify_waiters();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.state().ended = Some(Instant::now());
        self.0.changed.notify_waiters();
    }
}

pub(super) async fn progress(
    State(app): State<Arc<Served>>,
    Query(query): Query<HashMap<String, String>>,
) -> Response {
    let id = query
        .get("upload_id")
        .map(String::as_str)
        .unwrap_or_default();
    let Some(watched) = app.uploads.find(id).await else {
        return (StatusCode::NOT_FOUND, "Upload not found").into_response();
    };
    events(Body::from_stream(Told(Some(Box::pin(tell(watched))))))
}

type Telling = std::pin::Pin<Box<dyn Future<Output = (String, Option<Arc<Watched>>)> + Send>>;

/// The next events, and the upload if there will be more.
async fn tell(watched: Arc<Watched>) -> (String, Option<Arc<Watched>>) {
    loop {
        let changed = watched.changed.notified();
        let (text, ended) = watched.news();
        if !text.is_empty() {
            drop(changed);
            return (text, (!ended).then_some(watched));
        }
        if tokio::time::timeout(HEARTBEAT, changed).await.is_err() {
            return ("data: {\"msg\": \"heartbeat\"}\n\n".into(), Some(watched));
        }
    }
}

struct Told(Option<Telling>);

impl futures_core::Stream for Told {
    type Item = Result<String, Infallible>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let Some(telling) = &mut self.0 else {
            return None.into();
        };
        let (text, more) = std::task::ready!(telling.as_mut().poll(cx));
        self.0 = more.map(|watched| Box::pin(tell(watched)) as Telling);
        Some(Ok(text)).into()
    }
}
