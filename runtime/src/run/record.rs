//! One run and its event log.

use std::{
    fmt,
    hash::Hasher,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    task::Waker,
    time::Instant,
};

use tokio::task::AbortHandle;

use super::{
    Feed, Step,
    log::Log,
    pieces::Pieces,
    replay::{Recorder, Replay},
};
use crate::{
    endpoint::{Alert, Bar, Ctx, Failure, Report},
    page::Dependency,
    store::Lead,
};

/// The id of a run: unguessable, 32 lower-case hex digits on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct RunId(u128);

impl RunId {
    pub(crate) fn new() -> Self {
        Self(rand::random())
    }

    pub(crate) fn parse(text: &str) -> Option<Self> {
        (text.len() == 32)
            .then(|| u128::from_str_radix(text, 16).ok().map(Self))
            .flatten()
    }

    /// One of `shards` places; ids are random, so any bits do.
    pub(crate) fn shard(self, shards: usize) -> usize {
        #[allow(clippy::cast_possible_truncation, reason = "the low bits are enough")]
        let low = self.0 as usize;
        low % shards
    }

    /// Appends the hex digits.
    pub(crate) fn write(self, out: &mut Vec<u8>) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut digits = [0; 32];
        for (pair, byte) in digits.chunks_exact_mut(2).zip(self.0.to_be_bytes()) {
            pair[0] = HEX[usize::from(byte >> 4)];
            pair[1] = HEX[usize::from(byte & 15)];
        }
        out.extend_from_slice(&digits);
    }
}

/// Ids are random, so they are their own hash.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct IdHasher(u64);

impl Hasher for IdHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u128(&mut self, id: u128) {
        #[allow(clippy::cast_possible_truncation, reason = "any bits do")]
        let high = (id >> 64) as u64;
        self.0 = high;
    }
}

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

/// Something that happened to a run.
#[derive(Debug, Clone)]
pub(crate) enum Event {
    /// It waits: its place, how many wait, and the seconds until it starts.
    Estimation {
        rank: usize,
        queue_size: usize,
        eta: Option<f64>,
    },
    /// It runs now; the seconds it should take.
    Starts { eta: Option<f64> },
    /// It says how far it is.
    Progress(Arc<[Bar]>),
    /// It has a note for the person at the page.
    Alert(Arc<Alert>),
    /// It gave results and goes on.
    Generating(Arc<Step>),
    /// It gave results for a piece of its inputs, and waits for the next; the seconds that are left.
    Streaming(Arc<Step>, Option<f64>),
    /// It ended well.
    Completed(Arc<Step>),
    /// It ended badly; `after` tells that something was shown before.
    Failed { failure: Arc<Failure>, after: bool },
    /// Somebody stopped it.
    Cancelled,
}

impl Event {
    pub(crate) fn ends(&self) -> bool {
        matches!(
            self,
            Self::Completed(_) | Self::Failed { .. } | Self::Cancelled
        )
    }
}

/// One call on its way through the pipeline.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) id: RunId,
    pub(crate) dependency: Arc<Dependency>,
    pub(crate) ctx: Ctx,
    /// What its inputs are still to become, where they come in pieces.
    pub(crate) pieces: Option<Pieces>,
    /// The session that is told; a run called by itself has none.
    feed: Option<Arc<Feed>>,
    log: Mutex<Log>,
    /// Notes what comes, where results are kept.
    recorder: OnceLock<Recorder>,
    /// Whether its function found something that it had put aside.
    reused: AtomicBool,
    /// What goes on beside it until it ends.
    beside: OnceLock<AbortHandle>,
}

/// What can be said of a run at a moment.
#[derive(Debug)]
pub(crate) struct Standing {
    /// `queued`, `running`, `done`, `failed` or `cancelled`.
    pub(crate) state: &'static str,
    /// The number of its newest event.
    pub(crate) number: u64,
    /// What it showed last.
    pub(crate) shown: Option<Arc<Step>>,
    /// Why it failed.
    pub(crate) failure: Option<Arc<Failure>>,
}

impl Run {
    pub(crate) fn new(
        dependency: Arc<Dependency>,
        ctx: Ctx,
        feed: Option<Arc<Feed>>,
        held: bool,
    ) -> Self {
        Self {
            id: RunId::new(),
            dependency,
            ctx,
            feed,
            pieces: None,
            log: Mutex::new(Log::new(held)),
            recorder: OnceLock::new(),
            reused: AtomicBool::new(false),
            beside: OnceLock::new(),
        }
    }

    /// The same, for inputs that come in pieces.
    pub(super) fn in_pieces(mut self, pieces: Option<Pieces>) -> Self {
        if pieces.is_some() {
            self.log().keep_little();
        }
        self.pieces = pieces;
        self
    }

    /// What the function of this run may know and say.
    pub(super) fn context(self: &Arc<Self>) -> Ctx {
        let me: Weak<Self> = Arc::downgrade(self);
        self.ctx.clone().told(me)
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds an event and wakes whoever reads. Nothing follows the end of a run.
    pub(crate) fn publish(self: &Arc<Self>, event: Event) {
        let mut log = self.log();
        if log.ended().is_some() {
            return;
        }
        self.dependency.stats.ended(&event);
        if event.ends()
            && let Some(beside) = self.beside.get()
        {
            beside.abort();
        }
        if let Some(recorder) = self.recorder.get() {
            recorder.note(&event);
        }
        // Numbered under the lock, so that a reader who knows the newest number of its session sees
        // every event up to it.
        let number = self.next_number(&log);
        log.add(number, event);
        if log.held {
            return;
        }
        let readers = log.take_readers();
        drop(log);
        readers.into_iter().for_each(Waker::wake);
        if let Some(feed) = &self.feed {
            feed.wake();
        }
    }

    /// A task that is of no use when the run has ended. It would stay for its time, and keep the run's memory.
    pub(super) fn ends_with(&self, beside: AbortHandle) {
        let beside = self.beside.get_or_init(|| beside);
        if self.has_ended() {
            beside.abort();
        }
    }

    /// From the start, keeps what comes of it.
    pub(super) fn record(&self, lead: Lead<Replay>) {
        self.recorder.get_or_init(|| Recorder::new(lead));
    }

    /// What of its results was there already.
    pub(super) fn used_cache(&self) -> Option<&'static str> {
        self.reused.load(Ordering::Relaxed).then_some("partial")
    }

    /// All runs that one session is told of share their numbers.
    fn next_number(&self, log: &Log) -> u64 {
        self.feed
            .as_ref()
            .map_or_else(|| log.newest() + 1, |feed| feed.next_number())
    }

    /// Lets the reader see what was held back.
    pub(crate) fn release(self: &Arc<Self>) {
        let mut log = self.log();
        log.held = false;
        // Their numbers are behind those that the reader was told meanwhile.
        log.renumber(|log| self.next_number(log));
        drop(log);
        if let Some(feed) = &self.feed {
            feed.wake();
        }
    }

    /// Stops the run: the reader gets the end at once, the function is told. In this order, as it may
    /// fail because of that.
    pub(crate) fn cancel(self: &Arc<Self>) {
        self.publish(Event::Cancelled);
        self.ctx.cancel().raise();
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.ended().is_some()
    }

    /// When it ended.
    pub(crate) fn ended(&self) -> Option<Instant> {
        self.log().ended()
    }

    /// Hands `take` the events from number `next` on that come before `limit`.
    pub(super) fn events(&self, next: u64, limit: u64, mut take: impl FnMut(u64, &Event)) {
        let log = self.log();
        if log.held {
            return;
        }
        for (number, event) in log.from(next) {
            if *number >= limit {
                break;
            }
            take(*number, event);
        }
    }

    /// The first event from number `next` on; without one, `waker` is called when there is.
    pub(crate) fn poll_event(&self, next: u64, waker: &Waker) -> Option<(u64, Event)> {
        let mut log = self.log();
        let event = log.from(next).next().cloned();
        if event.is_none() {
            log.wait(waker);
        }
        event
    }

    /// Its end was read. The bytes that are kept of it, unless that was known.
    pub(super) fn settle(&self, trim: bool) -> Option<usize> {
        let mut log = self.log();
        if std::mem::replace(&mut log.settled, true) {
            return None;
        }
        log.told = true;
        if trim {
            log.trim();
        }
        Some(log.bytes())
    }

    pub(super) fn was_settled(&self) -> bool {
        self.log().settled
    }

    /// Its end is on the way to a reader, who may have to ask for it again.
    pub(super) fn tell_end(&self) {
        self.log().told = true;
    }

    pub(super) fn was_told(&self) -> bool {
        self.log().told
    }

    /// Whether `session` began this run, or reads it.
    pub(crate) fn belongs_to(&self, session: &str) -> bool {
        let feed = self.feed.as_ref();
        feed.is_some_and(|feed| feed.session() == session)
            || self.ctx.facts().session_hash.as_deref() == Some(session)
    }

    /// Whether it belongs to anybody: whoever has its id may ask for it otherwise.
    pub(crate) fn has_owner(&self) -> bool {
        self.feed.is_some() || self.ctx.facts().session_hash.is_some()
    }

    /// Where it is now.
    pub(crate) fn standing(&self) -> Standing {
        let log = self.log();
        let (state, failure) = match log.last() {
            Some(Event::Completed(_)) => ("done", None),
            Some(Event::Failed { failure, .. }) => ("failed", Some(failure.clone())),
            Some(Event::Cancelled) => ("cancelled", None),
            _ if log.started => ("running", None),
            _ => ("queued", None),
        };
        Standing {
            state,
            number: log.newest(),
            shown: log.shown(),
            failure,
        }
    }

    /// One reader more of a run that has no session.
    pub(crate) fn enter(&self) {
        let mut log = self.log();
        log.readers += 1;
        log.entered += 1;
    }

    /// One less; how many there ever were, if it was the last.
    pub(crate) fn leave(&self) -> Option<u64> {
        let mut log = self.log();
        log.readers -= 1;
        (log.readers == 0).then_some(log.entered)
    }

    /// Whether nobody came after so many readers.
    pub(crate) fn is_left_since(&self, entered: u64) -> bool {
        self.log().entered == entered
    }
}

/// A running function speaks to whoever reads its run.
impl Report for Run {
    fn progress(self: Arc<Self>, bars: &[Bar]) {
        self.publish(Event::Progress(bars.into()));
    }

    fn alert(self: Arc<Self>, alert: Alert) {
        self.publish(Event::Alert(Arc::new(alert)));
    }

    fn reused(self: Arc<Self>) {
        self.reused.store(true, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::{
        pin::pin,
        task::{Context, Wake},
    };

    use super::*;
    use crate::endpoint::Cancel;

    /// Looks whether the run has ended when its function is told.
    struct Told(Arc<Run>, AtomicBool);

    impl Wake for Told {
        fn wake(self: Arc<Self>) {
            self.1.store(self.0.has_ended(), Ordering::Relaxed);
        }
    }

    #[test]
    fn a_run_is_cancelled_before_its_function_can_fail_of_it() {
        let ctx = Ctx::new(Arc::default(), Cancel::default(), Arc::default());
        let run = Arc::new(Run::new(Arc::new(Dependency::empty(0)), ctx, None, false));
        let told = Arc::new(Told(run.clone(), AtomicBool::new(false)));
        let mut hears = pin!(run.ctx.cancel().cancelled());
        let waker = told.clone().into();
        assert!(
            hears
                .as_mut()
                .poll(&mut Context::from_waker(&waker))
                .is_pending()
        );
        run.cancel();
        assert!(told.1.load(Ordering::Relaxed));
    }
}
