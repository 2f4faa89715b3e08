//! One run and its event log.

use std::{
    collections::VecDeque,
    fmt,
    hash::Hasher,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError, Weak,
        atomic::{AtomicBool, Ordering},
    },
    task::Waker,
};

use super::{
    Feed, Step,
    pieces::Pieces,
    replay::{Recorder, Replay},
};
use crate::{
    endpoint::{Alert, Bar, Ctx, Failure, Report},
    page::Dependency,
    store::Lead,
};

/// Events that a log keeps; the oldest go first. Steps hold whole values, so a reader that comes
/// late misses steps on the way but never the state.
const KEPT: usize = 1024;
/// The same where each step takes the place of all before it, such as a picture that moves.
const KEPT_OF_PIECES: usize = 4;

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
        for byte in self.0.to_be_bytes() {
            out.push(HEX[usize::from(byte >> 4)]);
            out.push(HEX[usize::from(byte & 15)]);
        }
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
}

#[derive(Debug, Default)]
struct Log {
    events: VecDeque<Event>,
    /// The number of `events[0]`.
    first: u64,
    ended: bool,
    /// Keeps events from the reader until the client knows the run's id.
    held: bool,
    reader: Option<Waker>,
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
            log: Mutex::new(Log {
                held,
                ..Log::default()
            }),
            recorder: OnceLock::new(),
            reused: AtomicBool::new(false),
        }
    }

    /// The same, for inputs that come in pieces.
    pub(super) fn in_pieces(mut self, pieces: Option<Pieces>) -> Self {
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
        if log.ended {
            return;
        }
        log.ended = event.ends();
        self.dependency.stats.ended(&event);
        if let Some(recorder) = self.recorder.get() {
            recorder.note(&event);
        }
        let most = if self.pieces.is_some() {
            KEPT_OF_PIECES
        } else {
            KEPT
        };
        if log.events.len() == most {
            log.events.pop_front();
            log.first += 1;
        }
        log.events.push_back(event);
        if log.held {
            return;
        }
        let reader = log.reader.take();
        drop(log);
        self.tell(1);
        if let Some(reader) = reader {
            reader.wake();
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

    /// Lets the reader see what was held back.
    pub(crate) fn release(self: &Arc<Self>) {
        let mut log = self.log();
        log.held = false;
        let waiting = log.events.len();
        drop(log);
        self.tell(waiting);
    }

    fn tell(self: &Arc<Self>, events: usize) {
        if let Some(feed) = &self.feed {
            feed.notice(self, events);
        }
    }

    /// Stops the run: the function is told, the reader gets the end at once.
    pub(crate) fn cancel(self: &Arc<Self>) {
        self.ctx.cancel().raise();
        self.publish(Event::Cancelled);
    }

    pub(crate) fn has_ended(&self) -> bool {
        self.log().ended
    }

    /// The event with number `next` or the first one after it that is still kept, and its number.
    pub(crate) fn event(&self, next: u64) -> Option<(u64, Event)> {
        self.log().event(next)
    }

    /// Like [`Run::event`]; without one, `waker` is called when there is.
    pub(crate) fn poll_event(&self, next: u64, waker: &Waker) -> Option<(u64, Event)> {
        let mut log = self.log();
        let event = log.event(next);
        if event.is_none() {
            log.reader = Some(waker.clone());
        }
        event
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

impl Log {
    fn event(&self, next: u64) -> Option<(u64, Event)> {
        let number = next.max(self.first);
        let index = usize::try_from(number - self.first).ok()?;
        self.events.get(index).map(|event| (number, event.clone()))
    }
}
