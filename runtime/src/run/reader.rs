//! Who reads the runs of a session: from where, and until when.

use std::{
    convert::Infallible,
    net::IpAddr,
    pin::Pin,
    sync::{Arc, Weak},
    task::{Context, Poll},
    time::{Duration, Instant},
};

use axum::body::HttpBody;
use bytes::Bytes;
use http_body::Frame;
use tokio::time::{Sleep, sleep};

use super::{
    Engine, Event, Feed, Run, RunId,
    feed::State,
    message::{CLOSE, HEARTBEAT, NO_SESSION, QueueWriter, write_number},
};
use crate::i18n::Language;

const HEARTBEAT_EVERY: Duration = Duration::from_secs(15);
/// How long a stream that has told all stays open for a client that loses what it joins while its
/// stream is closed.
const LINGER: Duration = Duration::from_secs(1);
/// How long a client may take to leave a stream that was closed.
const LEAVE: Duration = Duration::from_secs(2);
/// How long runs go on for a page that only rests, such as a tab in the background. Browsers let it
/// ask once a minute.
const REST: Duration = Duration::from_secs(15 * 60);

/// A client that loses what it joins while its stream is closed, because it judges before the
/// answer whether the stream is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Linger {
    /// With its address: all its sessions share one stream, and the old one may be in the way.
    Python(IpAddr),
    /// A stream per session.
    JavaScript,
}

/// Until when a stream goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Until {
    /// Until all is told.
    Told,
    /// As long as somebody reads.
    Left,
    /// Only what there is to tell at once, for a page that rests.
    Now,
}

/// How somebody wants to read.
#[derive(Debug)]
pub(crate) struct Reading {
    /// The client, if its stream stays a little when all is told.
    pub(crate) lingers_for: Option<Linger>,
    /// The language of the page, if it is the page that reads.
    pub(crate) page: Option<Language>,
    /// The number of the last event it has, if it counts them. What it has not seen comes again
    /// when its connection was lost.
    pub(crate) after: Option<u64>,
    pub(crate) until: Until,
}

/// How far somebody was told.
#[derive(Debug, Default)]
pub(super) struct Told {
    /// The number of the next event to tell.
    next: u64,
    writers: Vec<(RunId, QueueWriter)>,
}

impl Told {
    /// Everything that is new, in the order in which it happened.
    ///
    /// JavaScript clients change a value they have handed on when the next message is there, so for
    /// them a step ends what is told at once.
    fn news(&mut self, runs: &[Arc<Run>], feed: &Feed, one: bool) -> Vec<(u64, usize, Event)> {
        let limit = feed.number();
        let mut news = Vec::new();
        if self.next == limit {
            return news;
        }
        for (place, run) in runs.iter().enumerate() {
            run.events(self.next, limit, |number, event| {
                news.push((number, place, event.clone()));
            });
        }
        self.next = limit;
        if runs.len() > 1 {
            news.sort_unstable_by_key(|(number, ..)| *number);
        }
        let is_step = |(.., event): &(u64, usize, Event)| matches!(event, Event::Generating(_));
        if one && let Some(place) = news.iter().position(is_step) {
            news.truncate(place + 1);
            self.next = news[place].0 + 1;
        }
        news
    }

    fn writer(&mut self, run: &Run, page: Option<&Arc<Language>>) -> &mut QueueWriter {
        // A session has few runs at once: looking through them is faster than hashing.
        let known = self.writers.iter().position(|(id, _)| *id == run.id);
        let place = known.unwrap_or_else(|| {
            self.writers.push((run.id, QueueWriter::new(page.cloned())));
            self.writers.len() - 1
        });
        &mut self.writers[place].1
    }
}

/// The body of `/queue/data`: a session's messages as they come.
pub(crate) struct FeedReader {
    engine: Arc<Engine>,
    feed: Option<Arc<Feed>>,
    lingers_for: Option<Linger>,
    page: Option<Arc<Language>>,
    /// How far this reader was told, if it counts.
    counted: Option<Told>,
    until: Until,
    linger: Option<Pin<Box<Sleep>>>,
    /// All was told; the end of the time that the client has to leave.
    leave: Option<Pin<Box<Sleep>>>,
    heartbeat: Option<Pin<Box<Sleep>>>,
    /// The end of the server, for a stream that would never end.
    stopped: Option<Pin<Box<dyn Future<Output = ()> + Send>>>,
    /// Whether what was told last is sent by itself.
    pauses: bool,
    done: bool,
}

impl FeedReader {
    pub(crate) fn new(engine: Arc<Engine>, session: &str, reading: Reading) -> Self {
        let Reading {
            lingers_for,
            page,
            after,
            until,
        } = reading;
        let feed = engine.feeds().find(session).or_else(|| {
            // Whoever has seen something of a session that is gone must be told that it is.
            let stays = until == Until::Left && after.is_none_or(|after| after == 0);
            stays.then(|| engine.feeds().open(session))
        });
        if let Some(feed) = &feed {
            let mut state = feed.state();
            state.readers += 1;
            state.rests = until == Until::Now;
            state.used = Instant::now();
            let seen = after.map(|after| settled(&mut state, after));
            drop(state);
            for run in seen.into_iter().flatten() {
                engine.settle(&run);
            }
        }
        let stopped = (until == Until::Left).then(|| {
            let stopping = engine.stopping().clone();
            let stopped: Pin<Box<dyn Future<Output = ()> + Send>> =
                Box::pin(async move { stopping.cancelled().await });
            stopped
        });
        Self {
            engine,
            feed,
            lingers_for,
            page: page.map(Arc::new),
            counted: after.map(|after| Told {
                next: after.saturating_add(1),
                ..Told::default()
            }),
            until,
            linger: None,
            leave: None,
            heartbeat: None,
            stopped,
            pauses: false,
            done: false,
        }
    }

    /// Everything there is to tell now, in one piece.
    fn drain(&mut self, feed: &Feed) -> Vec<u8> {
        let mut state = feed.state();
        let state = &mut *state;
        let counts = self.counted.is_some();
        let told = self.counted.as_mut().unwrap_or(&mut state.told);
        if told.next == feed.number() {
            return Vec::new();
        }
        // A run that nobody read for long may be forgotten.
        state.pending.retain(|run| run.strong_count() > 0);
        let runs = state.pending.iter();
        let runs: Vec<_> = if counts {
            runs.chain(&state.past).filter_map(Weak::upgrade).collect()
        } else {
            runs.filter_map(Weak::upgrade).collect()
        };
        let mut out = Vec::with_capacity(1024);
        let show_error = self.engine.limits().show_error;
        let mut ended = Vec::new();
        let one = self.lingers_for == Some(Linger::JavaScript);
        for (number, place, event) in told.news(&runs, feed, one) {
            let run = &runs[place];
            if counts {
                write_number(number, &mut out);
            }
            let writer = told.writer(run, self.page.as_ref());
            writer.write(run, &event, show_error, &mut out);
            if event.ends() {
                told.writers.retain(|(id, _)| *id != run.id);
                ended.push(run);
            }
        }
        for run in ended {
            if !counts {
                state.done(run);
                self.engine.settle(run);
            } else if !run.was_told() {
                run.tell_end();
                if let Some(old) = state.pass(run) {
                    self.engine.settle(&old);
                }
            }
        }
        out
    }

    fn end(&mut self, mut out: Vec<u8>, last: &[u8]) -> Poll<Option<Sent>> {
        self.done = true;
        out.extend_from_slice(last);
        if out.is_empty() {
            return Poll::Ready(None);
        }
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
        over || feed.state().closes.is_some()
    }

    /// Whether a Python client reads. What it joins before it has left a stream is lost on it, so
    /// that it is seen when it leaves.
    fn is_awaited(&self) -> bool {
        matches!(self.lingers_for, Some(Linger::Python(_)))
    }

    /// Whether nothing came in between.
    fn may_close(&self, feed: &Arc<Feed>) -> bool {
        let feeds = self.engine.feeds();
        if self.is_awaited() {
            feeds.ends(feed)
        } else {
            feeds.close(feed)
        }
    }

    fn close(&mut self, mut out: Vec<u8>) -> Poll<Option<Sent>> {
        if !self.is_awaited() {
            return self.end(out, CLOSE);
        }
        self.leave = Some(Box::pin(sleep(LEAVE)));
        out.extend_from_slice(CLOSE);
        frame(out)
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

    fn is_stopped(&mut self, cx: &mut Context<'_>) -> bool {
        let stopped = self.stopped.as_mut();
        stopped.is_some_and(|stopped| stopped.as_mut().poll(cx).is_ready())
    }
}

/// Takes out the runs whose end somebody has who has seen everything up to this number.
fn settled(state: &mut State, after: u64) -> Vec<Arc<Run>> {
    let runs = state.past.iter().filter_map(Weak::upgrade);
    let (seen, left): (Vec<_>, Vec<_>) = runs.partition(|run| run.standing().number <= after);
    state.past = left.iter().map(Arc::downgrade).collect();
    seen
}

type Sent = Result<Frame<Bytes>, Infallible>;

fn frame(out: Vec<u8>) -> Poll<Option<Sent>> {
    Poll::Ready(Some(Ok(Frame::data(out.into()))))
}

impl HttpBody for FeedReader {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Sent>> {
        let this = &mut *self;
        if this.done {
            return Poll::Ready(None);
        }
        if let Some(leave) = &mut this.leave {
            return leave.as_mut().poll(cx).map(|()| None);
        }
        let Some(feed) = this.feed.clone() else {
            return this.end(Vec::new(), NO_SESSION);
        };
        if std::mem::take(&mut this.pauses) {
            // What was told so far is sent before more is.
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        // Before the look at the runs, so that nothing can come unseen in between.
        feed.state().waiting.push(cx.waker().clone());
        let out = this.drain(&feed);
        let has_told = feed.state().pending.is_empty();
        if this.until == Until::Now {
            return this.end(out, if has_told { CLOSE } else { b"" });
        }
        if this.until == Until::Left {
            if has_told && this.is_stopped(cx) {
                return this.end(out, b"");
            }
        } else if has_told {
            if this.has_lingered(&feed, !out.is_empty(), cx) && this.may_close(&feed) {
                feed.wake_others(cx.waker());
                return this.close(out);
            }
        } else if this.linger.take().is_some() {
            feed.state().lingered();
        }
        if !out.is_empty() {
            this.heartbeat = None;
            this.pauses = this.lingers_for == Some(Linger::JavaScript);
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
        let (rests, since) = {
            let mut state = feed.state();
            state.readers -= 1;
            if state.readers > 0 {
                return;
            }
            state.lingered();
            state.used = Instant::now();
            (state.rests, state.used)
        };
        if self.leave.is_some() {
            self.engine.feeds().close(&feed);
            return;
        }
        if self.counted.is_none() {
            // The client went away in the middle: nobody waits for these any more.
            let left = std::mem::take(&mut feed.state().pending);
            for run in left.iter().filter_map(Weak::upgrade) {
                self.engine.give_up(&run);
            }
            self.engine.feeds().close(&feed);
            return;
        }
        if feed.state().pending.is_empty() {
            return;
        }
        let grace = if rests {
            REST
        } else {
            self.engine.limits().grace
        };
        let engine = self.engine.clone();
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move {
                sleep(grace).await;
                let is_back = {
                    let state = feed.state();
                    state.readers > 0 || state.used != since
                };
                if !is_back {
                    engine.abandon(&feed);
                }
            });
        }
    }
}
