//! What an app keeps for one caller, for as long as that caller is there.

use std::sync::{Arc, OnceLock};

use reqwest::Method;
use tokio::task::AbortHandle;

use super::{Known, feed::Feed, http::Http};

/// A session at an app.
#[derive(Debug)]
pub(super) struct Session {
    pub(super) feed: Arc<Feed>,
    /// Tells the app that somebody is there; it forgets the session soon after this ends.
    heartbeat: OnceLock<AbortHandle>,
    has_heartbeat: bool,
}

impl Session {
    pub(super) fn new(known: &Known, lasts: bool) -> Self {
        Self {
            feed: Arc::new(Feed::new(Arc::clone(&known.origin.http))),
            heartbeat: OnceLock::new(),
            has_heartbeat: lasts && known.config.connect_heartbeat,
        }
    }

    /// Begins with the first call: before it the app knows nothing of the session.
    pub(super) fn keep(&self, http: &Arc<Http>) {
        if self.has_heartbeat {
            self.heartbeat.get_or_init(|| {
                let beat = beat(Arc::clone(http), self.feed.session.clone());
                tokio::spawn(beat).abort_handle()
            });
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(heartbeat) = self.heartbeat.get() {
            heartbeat.abort();
        }
    }
}

async fn beat(http: Arc<Http>, session: String) {
    let request = http.request(Method::GET, &format!("heartbeat/{session}"));
    if let Ok(mut answer) = http.open(request).await {
        while let Ok(Some(_)) = answer.chunk().await {}
    }
}
