//! What one session has still to be told: one stream carries all its runs.

use std::{
    collections::{HashMap, VecDeque},
    convert::Infallible,
    hash::{BuildHasher, RandomState},
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

const HEARTBEAT_EVERY: Duration = Duration::from_secs(15);
/// How long a stream that has told all stays open for clients that would otherwise miss a run
/// joined at that very moment.
const LINGER: Duration = Duration::from_secs(1);

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
    /// Runs whose end was not delivered yet.
    pending: Vec<Weak<Run>>,
    reader: Option<Waker>,
    readers: usize,
    used: Instant,
}

impl Feed {
    fn new(session: &str) -> Self {
        Self {
            session: session.into(),
            state: Mutex::new(State {
                notices: VecDeque::new(),
                pending: Vec::new(),
                reader: None,
                readers: 0,
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
        let reader = state.reader.take();
        drop(state);
        if let Some(reader) = reader {
            reader.wake();
        }
    }

    /// Whether a run that joins now could have events delivered before its client knows its id.
    pub(super) fn is_busy(&self) -> bool {
        let state = self.state();
        state.readers > 0 || !state.pending.is_empty()
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
const MOST_PER_SHARD: usize = 2_000 / SHARDS;

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

    /// The feed of `session`, made if there is none.
    pub(super) fn open(&self, session: &str) -> Arc<Feed> {
        let mut shard = self.shard(session);
        if let Some(feed) = shard.get(session) {
            return feed.clone();
        }
        if shard.len() >= MOST_PER_SHARD {
            forget_oldest(&mut shard);
        }
        let feed = Arc::new(Feed::new(session));
        shard.insert(session.into(), feed.clone());
        feed
    }

    /// Counts `run` among those whose end the feed of its session still has to tell.
    pub(super) fn expect(&self, feed: &Arc<Feed>, run: &Arc<Run>) {
        // Under the shard's lock, so that no reader can close the feed at the same time.
        let mut shard = self.shard(&feed.session);
        let mut state = feed.state();
        state.pending.push(Arc::downgrade(run));
        state.used = Instant::now();
        shard
            .entry(feed.session.clone())
            .or_insert_with(|| feed.clone());
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
    writers: HashMap<RunId, QueueWriter>,
    /// Whether the stream stays a little when all is told.
    lingers: bool,
    timer: Option<Pin<Box<Sleep>>>,
    idle: bool,
    done: bool,
}

impl FeedReader {
    pub(crate) fn new(engine: Arc<Engine>, session: &str, lingers: bool) -> Self {
        let feed = engine.feeds().find(session);
        if let Some(feed) = &feed {
            feed.state().readers += 1;
        }
        Self {
            engine,
            feed,
            writers: HashMap::new(),
            lingers,
            timer: None,
            idle: false,
            done: false,
        }
    }

    /// Everything there is to tell now, in one piece.
    fn drain(&mut self, feed: &Arc<Feed>) -> Vec<u8> {
        let notices = std::mem::take(&mut feed.state().notices);
        let mut out = Vec::with_capacity(512);
        for run in notices {
            let writer = self.writers.entry(run.id).or_default();
            let Some((number, event)) = run.event(writer.next) else {
                continue;
            };
            writer.next = number + 1;
            writer.write(&run, &event, self.engine.limits().show_error, &mut out);
            if event.ends() {
                self.writers.remove(&run.id);
                self.engine.forget(&run);
                feed.state()
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

    /// Wakes this task after `wait`; `true` when the time has come.
    fn tick(&mut self, wait: Duration, cx: &mut Context<'_>) -> bool {
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(wait)));
        let due = timer.as_mut().poll(cx).is_ready();
        if due {
            self.timer = None;
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
        feed.state().reader = Some(cx.waker().clone());
        let out = this.drain(&feed);
        let told_all = feed.state().pending.is_empty();
        if told_all != this.idle || !out.is_empty() {
            this.idle = told_all;
            this.timer = None;
        }
        if told_all {
            let over = !this.lingers || (this.tick(LINGER, cx) && out.is_empty());
            if over && this.engine.feeds().close(&feed) {
                return this.end(out, CLOSE);
            }
        }
        if !out.is_empty() {
            return frame(out);
        }
        if !told_all && this.tick(HEARTBEAT_EVERY, cx) {
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
