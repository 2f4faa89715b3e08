//! What one session has still to be told: one stream carries all its runs.

use std::{
    collections::{HashMap, VecDeque},
    convert::Infallible,
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    task::{Context, Poll, Waker},
    time::{Duration, Instant},
};

use axum::body::HttpBody;
use bytes::Bytes;
use http_body::Frame;
use tokio::time::{Sleep, sleep};

use super::{
    Engine, Run, RunId,
    message::{CLOSE, HEARTBEAT, NO_SESSION, QueueWriter},
};
use crate::i18n::Language;

const HEARTBEAT_EVERY: Duration = Duration::from_secs(15);
/// How long a stream that has told all stays open for a client that loses what it joins while its
/// stream is closed.
const LINGER: Duration = Duration::from_secs(1);

/// A client that loses what it joins while its stream is closed, because it judges before the
/// answer whether the stream is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Linger {
    /// With its address: all its sessions share one stream, and the old one may be in the way.
    Python(IpAddr),
    /// A stream per session.
    JavaScript,
}

/// The events of one session that were not delivered yet.
#[derive(Debug)]
pub(crate) struct Feed {
    session: String,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// A run per undelivered event, in the order of the events.
    notices: VecDeque<Arc<Run>>,
    /// How far each run was told; readers of one session share it.
    told: Vec<(RunId, QueueWriter)>,
    /// Runs whose end was not delivered yet.
    pending: Vec<Weak<Run>>,
    waiting: Vec<Waker>,
    readers: usize,
    /// The client that the stream lingers for.
    lingers_for: Option<Linger>,
    used: Instant,
}

impl Feed {
    fn new(session: &str) -> Self {
        Self {
            session: session.into(),
            state: Mutex::new(State {
                notices: VecDeque::new(),
                told: Vec::new(),
                pending: Vec::new(),
                waiting: Vec::new(),
                readers: 0,
                lingers_for: None,
                used: Instant::now(),
            }),
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// `run` has `events` more events to tell.
    pub(super) fn notice(&self, run: &Arc<Run>, events: usize) {
        let mut state = self.state();
        state
            .notices
            .extend(std::iter::repeat_n(run, events).cloned());
        drop(state);
        self.wake();
    }

    fn wake(&self) {
        let waiting = std::mem::take(&mut self.state().waiting);
        waiting.into_iter().for_each(Waker::wake);
    }

    /// How many runs are under way, if a run that joins now could have events delivered before its
    /// client knows its id.
    fn company(&self) -> Option<usize> {
        let state = self.state();
        (state.readers > 0 || !state.pending.is_empty()).then_some(state.pending.len())
    }
}

/// The feeds of all sessions.
#[derive(Debug)]
pub(super) struct Feeds {
    shards: Vec<Mutex<HashMap<String, Arc<Feed>>>>,
    hasher: RandomState,
}

const SHARDS: usize = 16;
/// Sessions with something to tell; beyond it the one unread for longest is forgotten.
const MOST_PER_SHARD: usize = 10_000 / SHARDS;

impl Feeds {
    pub(super) fn new() -> Self {
        Self {
            shards: std::iter::repeat_with(Mutex::default)
                .take(SHARDS)
                .collect(),
            hasher: RandomState::new(),
        }
    }

    fn shard(&self, session: &str) -> MutexGuard<'_, HashMap<String, Arc<Feed>>> {
        #[allow(clippy::cast_possible_truncation, reason = "any bits do for a shard")]
        let index = self.hasher.hash_one(session) as usize % SHARDS;
        self.shards[index]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds the run that `make` makes to the feed of `session`; `make` is told how many other runs
    /// are under way, if somebody may be reading already.
    pub(super) fn join(
        &self,
        session: &str,
        make: impl FnOnce(Arc<Feed>, Option<usize>) -> Arc<Run>,
    ) -> Arc<Run> {
        // Under the shard's lock all along, so that no reader can close the feed in between.
        let mut shard = self.shard(session);
        if !shard.contains_key(session) && shard.len() >= MOST_PER_SHARD {
            forget_oldest(&mut shard);
        }
        let feed = shard
            .entry(session.into())
            .or_insert_with(|| Arc::new(Feed::new(session)));
        let run = make(feed.clone(), feed.company());
        let mut state = feed.state();
        state.pending.push(Arc::downgrade(&run));
        state.used = Instant::now();
        drop(state);
        run
    }

    /// Forgets `feed` if it has told everything.
    fn close(&self, feed: &Arc<Feed>) -> bool {
        let mut shard = self.shard(&feed.session);
        let state = feed.state();
        let done = state.pending.is_empty() && state.notices.is_empty();
        if done
            && shard
                .get(&feed.session)
                .is_some_and(|current| Arc::ptr_eq(current, feed))
        {
            shard.remove(&feed.session);
        }
        done
    }

    /// Closes the streams that linger for a client at `address` under another session: the client
    /// would wait for this one on them. Tells whether there were any.
    pub(super) fn close_idle(&self, session: &str, address: IpAddr) -> bool {
        let mut any = false;
        for shard in &self.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            let lingering = shard.values().filter(|feed| {
                feed.session != session && feed.state().lingers_for == Some(Linger::Python(address))
            });
            for feed in lingering {
                feed.state().lingers_for = None;
                feed.wake();
                any = true;
            }
        }
        any
    }

    fn find(&self, session: &str) -> Option<Arc<Feed>> {
        self.shard(session).get(session).cloned()
    }
}

fn forget_oldest(shard: &mut HashMap<String, Arc<Feed>>) {
    let oldest = shard
        .values()
        .filter(|feed| feed.state().readers == 0)
        .min_by_key(|feed| feed.state().used)
        .map(|feed| feed.session.clone());
    if let Some(oldest) = oldest {
        shard.remove(&oldest);
    }
}

/// The body of `/queue/data`: a session's messages as they come.
#[derive(Debug)]
pub(crate) struct FeedReader {
    engine: Arc<Engine>,
    feed: Option<Arc<Feed>>,
    /// The client, if its stream stays a little when all is told.
    lingers_for: Option<Linger>,
    linger: Option<Pin<Box<Sleep>>>,
    heartbeat: Option<Pin<Box<Sleep>>>,
    /// Whether it is the page that reads.
    page: Option<Arc<Language>>,
    done: bool,
}

impl FeedReader {
    pub(crate) fn new(engine: Arc<Engine>, session: &str, lingers_for: Option<Linger>) -> Self {
        let feed = engine.feeds().find(session);
        if let Some(feed) = &feed {
            feed.state().readers += 1;
        }
        Self {
            engine,
            feed,
            lingers_for,
            linger: None,
            heartbeat: None,
            page: None,
            done: false,
        }
    }

    /// The same for the page itself, in its language.
    pub(crate) fn for_page(mut self, language: Option<Language>) -> Self {
        self.page = language.map(Arc::new);
        self
    }

    /// Everything there is to tell now, in one piece.
    fn drain(&self, feed: &Feed) -> Vec<u8> {
        let mut out = Vec::with_capacity(512);
        let mut state = feed.state();
        let state = &mut *state;
        for run in state.notices.drain(..) {
            // A session has few runs at once: looking through them is faster than hashing.
            let known = state.told.iter().position(|(id, _)| *id == run.id);
            let place = known.unwrap_or_else(|| {
                state
                    .told
                    .push((run.id, QueueWriter::new(self.page.clone())));
                state.told.len() - 1
            });
            let writer = &mut state.told[place].1;
            let Some((number, event)) = run.event(writer.next) else {
                continue;
            };
            writer.next = number + 1;
            writer.write(&run, &event, self.engine.limits().show_error, &mut out);
            if event.ends() {
                state.told.swap_remove(place);
                self.engine.forget(&run);
                state
                    .pending
                    .retain(|other| !std::ptr::eq(other.as_ptr(), Arc::as_ptr(&run)));
            }
        }
        out
    }

    fn end(
        &mut self,
        mut out: Vec<u8>,
        last: &[u8],
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.done = true;
        out.extend_from_slice(last);
        frame(out)
    }

    /// Whether a stream that has told all may end now.
    fn has_lingered(&mut self, feed: &Feed, told_more: bool, cx: &mut Context<'_>) -> bool {
        if self.lingers_for.is_none() {
            return true;
        }
        if told_more || self.linger.is_none() {
            feed.state().lingers_for = self.lingers_for;
            self.linger = Some(Box::pin(sleep(LINGER)));
        }
        let over = self
            .linger
            .as_mut()
            .is_some_and(|linger| linger.as_mut().poll(cx).is_ready());
        over || feed.state().lingers_for.is_none()
    }

    /// Whether it is time to say that the stream is alive; wakes this task when it is.
    fn beats(&mut self, cx: &mut Context<'_>) -> bool {
        let timer = self
            .heartbeat
            .get_or_insert_with(|| Box::pin(sleep(HEARTBEAT_EVERY)));
        let due = timer.as_mut().poll(cx).is_ready();
        if due {
            self.heartbeat = None;
        }
        due
    }
}

fn frame(out: Vec<u8>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
    Poll::Ready(Some(Ok(Frame::data(out.into()))))
}

impl HttpBody for FeedReader {
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
        let Some(feed) = this.feed.clone() else {
            return this.end(Vec::new(), NO_SESSION);
        };
        // Before the look at the notices, so that none can come unseen in between.
        feed.state().waiting.push(cx.waker().clone());
        let out = this.drain(&feed);
        if feed.state().pending.is_empty() {
            if this.has_lingered(&feed, !out.is_empty(), cx) && this.engine.feeds().close(&feed) {
                feed.wake();
                return this.end(out, CLOSE);
            }
        } else if this.linger.take().is_some() {
            feed.state().lingers_for = None;
        }
        if !out.is_empty() {
            this.heartbeat = None;
            return frame(out);
        }
        if this.linger.is_none() && this.beats(cx) {
            return frame(HEARTBEAT.to_vec());
        }
        Poll::Pending
    }
}

impl Drop for FeedReader {
    fn drop(&mut self) {
        let Some(feed) = self.feed.take() else { return };
        let left = {
            let mut state = feed.state();
            state.readers -= 1;
            if state.readers > 0 {
                return;
            }
            std::mem::take(&mut state.pending)
        };
        // The client went away in the middle: nobody waits for these any more.
        for run in left.iter().filter_map(Weak::upgrade) {
            self.engine.cancel(&run);
            self.engine.forget(&run);
        }
        feed.state().notices.clear();
        self.engine.feeds().close(&feed);
    }
}
