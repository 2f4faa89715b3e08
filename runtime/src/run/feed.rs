//! What one session is told: one stream carries all its runs.

use std::{
    collections::{HashMap, VecDeque},
    hash::{BuildHasher, RandomState},
    net::IpAddr,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError, Weak,
        atomic::{AtomicU64, Ordering},
    },
    task::Waker,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use super::{Run, reader::Linger, reader::Told};
use crate::endpoint::Cancel;

/// Runs that a reader was told the end of, and may ask for again.
const PAST: usize = 32;

/// The runs of one session, for those who read them.
#[derive(Debug)]
pub(crate) struct Feed {
    session: String,
    /// The number of the next event of any of its runs.
    numbers: AtomicU64,
    state: Mutex<State>,
}

#[derive(Debug)]
pub(super) struct State {
    /// Runs whose end was not delivered yet.
    pub(super) pending: Vec<Weak<Run>>,
    /// Runs whose end was delivered, as far as a reader that comes back may not have it.
    pub(super) past: VecDeque<Weak<Run>>,
    /// How far the clients were told; all readers of one session that do not count share it.
    pub(super) told: Told,
    pub(super) waiting: Vec<Waker>,
    pub(super) readers: usize,
    /// The client that the stream lingers for.
    pub(super) lingers_for: Option<Linger>,
    /// The stream that lingers is to close; raised when its client has left it.
    pub(super) closes: Option<Cancel>,
    /// Whether its page said that it only rests.
    pub(super) rests: bool,
    /// When a run joined, or a reader came or went.
    pub(super) used: Instant,
}

impl State {
    /// `run` is over, for a reader that may ask for it again. Gives back what is too old for that
    /// now.
    pub(super) fn pass(&mut self, run: &Arc<Run>) -> Option<Arc<Run>> {
        self.done(run);
        self.past.push_back(Arc::downgrade(run));
        let oldest = (self.past.len() > PAST).then(|| self.past.pop_front());
        oldest.flatten()?.upgrade()
    }

    /// The stream lingers no more: there is more to tell, or it was left.
    pub(super) fn lingered(&mut self) {
        self.lingers_for = None;
        if let Some(closes) = self.closes.take() {
            closes.raise();
        }
    }

    /// The end of `run` was delivered.
    pub(super) fn done(&mut self, run: &Arc<Run>) {
        self.pending
            .retain(|other| !std::ptr::eq(other.as_ptr(), Arc::as_ptr(run)));
    }
}

/// Numbers never come twice for one session, not even when it was forgotten in between or its
/// server started anew: they begin with the time of day. Browsers count that far.
fn first_number() -> u64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let micros = now.unwrap_or_default().as_micros();
    u64::try_from(micros).unwrap_or(1)
}

impl Feed {
    fn new(session: &str) -> Self {
        Self {
            session: session.into(),
            numbers: AtomicU64::new(first_number()),
            state: Mutex::new(State {
                pending: Vec::new(),
                past: VecDeque::new(),
                told: Told::default(),
                waiting: Vec::new(),
                readers: 0,
                lingers_for: None,
                closes: None,
                rests: false,
                used: Instant::now(),
            }),
        }
    }

    pub(super) fn session(&self) -> &str {
        &self.session
    }

    pub(super) fn next_number(&self) -> u64 {
        self.numbers.fetch_add(1, Ordering::AcqRel)
    }

    /// The number that the next event will have.
    pub(super) fn number(&self) -> u64 {
        self.numbers.load(Ordering::Acquire)
    }

    pub(super) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn wake(&self) {
        let waiting = std::mem::take(&mut self.state().waiting);
        waiting.into_iter().for_each(Waker::wake);
    }

    /// The same, but for the reader that has this waker.
    pub(super) fn wake_others(&self, own: &Waker) {
        self.state().waiting.retain(|waker| !waker.will_wake(own));
        self.wake();
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
/// How long a session is known whose runs are all forgotten; a page that comes back then begins anew.
const SILENT: Duration = Duration::from_secs(60 * 60);
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
        let feed = found_or_new(&mut shard, session);
        let run = make(feed.clone(), feed.company());
        let mut state = feed.state();
        state.pending.push(Arc::downgrade(&run));
        state.used = Instant::now();
        drop(state);
        run
    }

    /// Whether `feed` has told everything; then its stream closes, and is to be left.
    pub(super) fn ends(&self, feed: &Feed) -> bool {
        let _shard = self.shard(&feed.session);
        let mut state = feed.state();
        let done = state.pending.is_empty();
        if done {
            state.closes.get_or_insert_default();
        }
        done
    }

    /// Whether `feed` has told everything; then it is forgotten, unless its reader may come back.
    pub(super) fn close(&self, feed: &Arc<Feed>) -> bool {
        let mut shard = self.shard(&feed.session);
        let state = feed.state();
        let done = state.pending.is_empty();
        if done
            && state.past.is_empty()
            && shard
                .get(&feed.session)
                .is_some_and(|current| Arc::ptr_eq(current, feed))
        {
            shard.remove(&feed.session);
        }
        done
    }

    /// The streams for a client at `address` that close now. One that lingers under another session
    /// is made to: the client would wait for this one on it.
    pub(super) fn closing(&self, session: &str, address: IpAddr) -> Vec<Cancel> {
        let mut closing = Vec::new();
        for shard in &self.shards {
            let shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            for feed in shard.values() {
                let mut state = feed.state();
                if state.lingers_for != Some(Linger::Python(address)) {
                    continue;
                }
                if feed.session != session {
                    state.closes.get_or_insert_default();
                }
                closing.extend(state.closes.clone());
                drop(state);
                feed.wake();
            }
        }
        closing
    }

    /// Forgets the sessions without anything to tell that nobody reads.
    pub(super) fn tidy(&self) {
        for shard in &self.shards {
            let mut shard = shard.lock().unwrap_or_else(PoisonError::into_inner);
            shard.retain(|_, feed| {
                let state = feed.state();
                let runs = || state.pending.iter().chain(&state.past);
                state.readers > 0
                    || state.used.elapsed() < SILENT
                    || runs().any(|run| run.strong_count() > 0)
            });
        }
    }

    pub(super) fn find(&self, session: &str) -> Option<Arc<Feed>> {
        self.shard(session).get(session).cloned()
    }

    /// The feed of a session that may have called nothing yet.
    pub(super) fn open(&self, session: &str) -> Arc<Feed> {
        found_or_new(&mut self.shard(session), session).clone()
    }
}

fn found_or_new<'a>(shard: &'a mut HashMap<String, Arc<Feed>>, session: &str) -> &'a Arc<Feed> {
    if !shard.contains_key(session) && shard.len() >= MOST_PER_SHARD {
        forget_oldest(shard);
    }
    shard
        .entry(session.into())
        .or_insert_with(|| Arc::new(Feed::new(session)))
}

/// Those with nothing to tell go first.
fn forget_oldest(shard: &mut HashMap<String, Arc<Feed>>) {
    let unread = shard.values().filter_map(|feed| {
        let state = feed.state();
        (state.readers == 0).then(|| ((!state.pending.is_empty(), state.used), feed))
    });
    let oldest = unread.min_by_key(|(rank, _)| *rank);
    if let Some(oldest) = oldest.map(|(_, feed)| feed.session.clone()) {
        shard.remove(&oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sessions_without_anything_to_tell_are_forgotten() {
        let feeds = Feeds::new();
        let long_ago = Instant::now().checked_sub(SILENT * 2).unwrap();
        for session in ["silent", "read", "new"] {
            feeds.open(session).state().used = long_ago;
        }
        feeds.open("read").state().readers = 1;
        feeds.open("new").state().used = Instant::now();
        feeds.tidy();
        let known = |session| feeds.find(session).is_some();
        assert_eq!(["silent", "read", "new"].map(known), [false, true, true]);
    }
}
