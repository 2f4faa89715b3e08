//! The stream of a session: it carries the messages of all calls of this session.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use reqwest::Method;
use serde_json::Value;
use tokio::sync::mpsc;

use super::{
    Error, Result,
    http::Http,
    message::{Event, Message, News},
    sse::Messages,
};
use crate::run::patch;

/// What a caller is sent, and the error that ends it.
pub(super) type Told = Result<Event<Vec<Value>>>;

/// How often a stream that broke is opened again before its calls are given up.
const ATTEMPTS: u32 = 5;

/// One session at one app.
#[derive(Debug)]
pub(super) struct Feed {
    http: Arc<Http>,
    pub(super) session: String,
    state: Mutex<State>,
}

#[derive(Debug, Default)]
struct State {
    /// Somebody reads the stream.
    is_open: bool,
    /// Calls that were sent, and whose names are not known yet.
    joining: usize,
    calls: HashMap<String, Call>,
    /// What came for calls whose names were not known yet.
    early: Vec<(String, Message)>,
    /// The number of what came last, if the app counts: when the stream broke, it goes on from there.
    newest: Option<u64>,
}

#[derive(Debug)]
struct Call {
    tell: mpsc::UnboundedSender<Told>,
    /// The last outputs, which edits are of.
    seen: Option<Vec<Value>>,
    /// Outputs came since the stream was opened: the last are said again at the end.
    has_outputs: bool,
}

/// What the stream says next.
enum Next {
    GoOn,
    /// Nobody waits for more.
    End,
    /// It ended while somebody waits.
    Again,
}

impl Feed {
    pub(super) fn new(http: Arc<Http>) -> Self {
        Self {
            http,
            session: format!("{:032x}", rand::random::<u128>()),
            state: Mutex::default(),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Sends a call with `join`, which gives its name, and listens for what becomes of it.
    pub(super) async fn call(
        self: &Arc<Self>,
        join: impl Future<Output = Result<String>>,
    ) -> Result<(String, mpsc::UnboundedReceiver<Told>)> {
        let joining = Joining::new(self);
        let id = join.await?;
        let (tell, told) = mpsc::unbounded_channel();
        let mut state = self.state();
        state.calls.insert(
            id.clone(),
            Call {
                tell,
                seen: None,
                has_outputs: false,
            },
        );
        let early = std::mem::take(&mut state.early);
        for (whose, message) in early {
            if whose == id {
                state.deliver(&id, message);
            } else {
                state.early.push((whose, message));
            }
        }
        let has_to_open = !std::mem::replace(&mut state.is_open, true);
        drop(state);
        drop(joining);
        if has_to_open {
            tokio::spawn(Arc::clone(self).read());
        }
        Ok((id, told))
    }

    /// Nobody listens to this call any more.
    pub(super) fn leave(&self, id: &str) {
        self.state().calls.remove(id);
    }

    /// Reads the stream for as long as somebody waits for what it says.
    async fn read(self: Arc<Self>) {
        let mut failures = 0;
        loop {
            let heard = self.listen(&mut failures).await;
            match self.after(heard, &mut failures) {
                Some(pause) => tokio::time::sleep(pause).await,
                None => return,
            }
        }
    }

    /// How long to wait before the stream is opened again, if it has to be.
    fn after(&self, heard: Result<()>, failures: &mut u32) -> Option<Duration> {
        let mut state = self.state();
        if state.calls.is_empty() {
            state.is_open = false;
            return None;
        }
        if let Err(error) = heard {
            *failures += 1;
            if *failures > ATTEMPTS || !may_pass(&error) {
                state.give_up(&error);
                return None;
            }
        }
        let counts = state.newest.is_some();
        for call in state.calls.values_mut() {
            // A new reader is told the whole of each value first.
            call.seen = None;
            // Where nobody counts, some outputs may be lost: the last say it all.
            call.has_outputs &= counts;
        }
        Some(Duration::from_millis(50) * (1 << *failures))
    }

    /// Reads one stream to its end.
    async fn listen(&self, failures: &mut u32) -> Result<()> {
        // An app that does not count does not read it either.
        let after = self.state().newest.unwrap_or_default().to_string();
        let query = [("session_hash", &self.session), ("after", &after)];
        let request = self.http.request(Method::GET, "queue/data").query(&query);
        let mut messages = Messages::new(self.http.open(request).await?);
        while let Some(message) = messages.next::<Message>().await? {
            if message.msg == "unexpected_error" && message.event_id.is_none() {
                let why = message.text.unwrap_or_default();
                return Err(Error::Unexpected {
                    status: 200,
                    text: why,
                });
            }
            *failures = 0;
            let mut state = self.state();
            state.newest = messages.number().or(state.newest);
            match state.hear(message) {
                Next::GoOn => {}
                Next::End | Next::Again => return Ok(()),
            }
        }
        let lost = || Err(Error::Disconnected("the app closed the stream".into()));
        if self.state().calls.is_empty() {
            Ok(())
        } else {
            lost()
        }
    }
}

/// Whether the next attempt may go better.
fn may_pass(error: &Error) -> bool {
    matches!(
        error,
        Error::Disconnected(_) | Error::Unreachable { .. } | Error::TimedOut
    )
}

/// Counts a call whose name is not known yet, until it is or never will be.
struct Joining<'a>(&'a Feed);

impl<'a> Joining<'a> {
    fn new(feed: &'a Feed) -> Self {
        feed.state().joining += 1;
        Self(feed)
    }
}

impl Drop for Joining<'_> {
    fn drop(&mut self) {
        let mut state = self.0.state();
        state.joining -= 1;
        if state.joining == 0 {
            state.early.clear();
        }
    }
}

impl State {
    fn hear(&mut self, message: Message) -> Next {
        if message.msg == "close_stream" {
            // A call may have joined while the app was closing.
            return if self.calls.is_empty() {
                Next::End
            } else {
                Next::Again
            };
        }
        let Some(id) = message.event_id.clone() else {
            return Next::GoOn;
        };
        if self.calls.contains_key(&id) {
            self.deliver(&id, message);
        } else if self.joining > 0 {
            self.early.push((id, message));
        }
        Next::GoOn
    }

    fn deliver(&mut self, id: &str, message: Message) {
        let Some(call) = self.calls.get_mut(id) else {
            return;
        };
        let (told, is_end) = match message.news() {
            News::Nothing => return,
            News::Event(event) => (Ok(event), false),
            News::Step(data) => match call.step(data) {
                Some(data) => (Ok(Event::Output(data)), false),
                None => (
                    Err(Error::Disconnected(
                        "an edit does not fit what came before".into(),
                    )),
                    true,
                ),
            },
            News::Whole(data) => {
                call.has_outputs = true;
                (Ok(Event::Output(data)), false)
            }
            News::Done(_) if call.has_outputs => {
                self.calls.remove(id);
                return;
            }
            News::Done(data) => (Ok(Event::Output(data)), true),
            News::Failed(failure) => (Err(Error::Failed(failure)), true),
            News::Cancelled => (Err(Error::Cancelled), true),
        };
        // Whoever does not listen any more has left already.
        _ = call.tell.send(told);
        if is_end {
            self.calls.remove(id);
        }
    }

    fn give_up(&mut self, error: &Error) {
        self.is_open = false;
        for (_, call) in self.calls.drain() {
            _ = call.tell.send(Err(Error::Disconnected(error.to_string())));
        }
    }
}

impl Call {
    fn step(&mut self, data: Vec<Value>) -> Option<Vec<Value>> {
        let data = match self.seen.take() {
            None => data,
            Some(mut seen) => {
                // An output that comes later than the others begins as nothing.
                seen.resize(data.len().max(seen.len()), Value::Null);
                let edited = data
                    .iter()
                    .zip(seen)
                    .map(|(edits, old)| patch(old, edits.as_array()?));
                edited.collect::<Option<Vec<_>>>()?
            }
        };
        self.seen = Some(data.clone());
        self.has_outputs = true;
        Some(data)
    }
}
