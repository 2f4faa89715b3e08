//! What a function can learn about the call it is in.

use std::{
    net::SocketAddr,
    sync::{
        Arc, Weak,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::http::{HeaderMap, HeaderValue, Uri};
use bytes::Bytes;
use tokio::sync::Notify;

use super::{EventData, report::Report};
use crate::{
    chat::Talk,
    file::{Caller, Rules, Sent, sent},
    store::{Cells, Session},
};

/// The facts of the request that started a run.
#[derive(Debug, Default)]
pub struct Facts {
    /// The request's headers.
    pub headers: HeaderMap,
    /// Path and query, as they reached the server.
    pub uri: Uri,
    /// The address at the other end of the connection.
    pub client: Option<SocketAddr>,
    /// The session the call belongs to.
    pub session_hash: Option<String>,
    /// The event of the page that set the call off.
    pub event: EventData,
}

impl Facts {
    /// Copies what lies in what was read from the connection, several kilobytes that would be kept
    /// for as long as these few are.
    pub(crate) fn detach(&mut self) {
        // One piece of memory for all of them: most runs are short.
        let values = self.headers.values().map(HeaderValue::as_bytes);
        let all = Bytes::from(values.collect::<Vec<_>>().concat());
        let mut start = 0;
        for value in self.headers.values_mut() {
            let end = start + value.len();
            if let Ok(mut copy) = HeaderValue::from_maybe_shared(all.slice(start..end)) {
                copy.set_sensitive(value.is_sensitive());
                *value = copy;
            }
            start = end;
        }
        if let Ok(copy) = self.uri.to_string().parse() {
            self.uri = copy;
        }
    }
}

/// The context of one run; extractors make their values from it.
#[derive(Debug, Clone)]
pub struct Ctx {
    facts: Arc<Facts>,
    cancel: Cancel,
    report: Option<Weak<dyn Report>>,
    session: Option<Arc<Session>>,
    app: Option<Arc<Cells>>,
    rules: Arc<Rules>,
    /// What a chat function is to answer.
    talk: Talk,
}

impl Ctx {
    pub(crate) fn new(facts: Arc<Facts>, cancel: Cancel, rules: Arc<Rules>) -> Self {
        Self {
            facts,
            cancel,
            rules,
            report: None,
            session: None,
            app: None,
            talk: Talk::default(),
        }
    }

    /// The same, with what its session and its app keep.
    pub(crate) fn kept(mut self, session: Option<Arc<Session>>, app: Arc<Cells>) -> Self {
        self.session = session;
        self.app = Some(app);
        self
    }

    /// The same for work that goes on when its caller leaves.
    pub(crate) fn uncancelled(&self) -> Self {
        Self {
            cancel: Cancel::default(),
            ..self.clone()
        }
    }

    /// What the session keeps; a call without a session starts anew.
    pub(crate) fn session(&mut self) -> &Arc<Cells> {
        self.session.get_or_insert_default().cells()
    }

    /// The session, where the function keeps anything.
    pub(crate) fn kept_session(&self) -> Option<&Arc<Session>> {
        self.session.as_ref()
    }

    /// The kept values that the function changed since the last time.
    pub(crate) fn take_changes(&self) -> Vec<usize> {
        let session = self.session.as_ref();
        session.map_or_else(Vec::new, |session| session.take_changes())
    }

    /// What the app keeps.
    pub(crate) fn app(&mut self) -> &Arc<Cells> {
        self.app.get_or_insert_default()
    }

    /// The same, with somebody who takes what the function says of itself.
    pub(crate) fn told(mut self, report: Weak<dyn Report>) -> Self {
        self.report = Some(report);
        self
    }

    pub(crate) fn report(&self) -> Option<&Weak<dyn Report>> {
        self.report.as_ref()
    }

    /// The caller that files in results are sent to.
    pub(crate) fn sent(&self) -> Sent {
        Sent {
            rules: Arc::clone(&self.rules),
            caller: Arc::clone(&self.facts) as Arc<dyn Caller>,
            session: self.session.clone(),
        }
    }

    /// Does `work`, whose results go to the caller.
    pub(crate) fn sending<T>(&self, work: impl FnOnce() -> T) -> T {
        sent(&self.sent(), work)
    }

    /// A chat function is to answer this.
    pub(crate) fn say(&mut self, talk: Talk) {
        self.talk = talk;
    }

    /// What a chat function is to answer.
    pub(crate) fn talk(&mut self) -> &mut Talk {
        &mut self.talk
    }

    /// The request that started the run.
    #[must_use]
    pub fn facts(&self) -> &Arc<Facts> {
        &self.facts
    }

    /// The run's cancel signal.
    #[must_use]
    pub fn cancel(&self) -> &Cancel {
        &self.cancel
    }
}

/// Tells a running function that nobody waits for its result any more.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn count(up_to: u64, cancel: Cancel) -> u64 {
///     (0..up_to).take_while(|_| !cancel.is_cancelled()).count() as u64
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<Signal>);

#[derive(Debug, Default)]
struct Signal {
    raised: AtomicBool,
    notify: Notify,
}

impl Cancel {
    /// Whether the run was cancelled.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.0.raised.load(Ordering::Acquire)
    }

    /// Ends when the run is cancelled.
    pub async fn cancelled(&self) {
        let notified = self.0.notify.notified();
        if !self.is_cancelled() {
            notified.await;
        }
    }

    /// A signal that was raised already.
    pub(crate) fn raised() -> Self {
        let signal = Self::default();
        signal.raise();
        signal
    }

    pub(crate) fn raise(&self) {
        self.0.raised.store(true, Ordering::Release);
        self.0.notify.notify_waiters();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_keep_nothing_of_what_was_read() {
        let read = Bytes::from(b"/a?b=c words".to_vec());
        let mut facts = Facts {
            uri: Uri::from_maybe_shared(read.slice(..6)).unwrap(),
            ..Facts::default()
        };
        let words = HeaderValue::from_maybe_shared(read.slice(7..)).unwrap();
        facts.headers.insert("x-said", words);
        let mut secret = HeaderValue::from_static("other words");
        secret.set_sensitive(true);
        facts.headers.append("x-said", secret);
        assert!(!read.is_unique());
        facts.detach();
        assert!(read.is_unique());
        assert_eq!(facts.uri, "/a?b=c");
        let said: Vec<_> = facts.headers.get_all("x-said").iter().collect();
        assert_eq!(said, ["words", "other words"]);
        assert_eq!(
            [false, true],
            [said[0].is_sensitive(), said[1].is_sensitive()]
        );
    }
}
