//! What a running function says of itself: how far it is, and notes to the person at the page.

use std::{
    panic::resume_unwind,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
    task::{Context, Poll, ready},
    time::{Duration, Instant},
};

use futures_core::Stream;

use super::{Cancel, Ctx, Failure, FromCall, Wiring};
use crate::push::Stopped;

/// Takes what a function says while it runs.
pub(crate) trait Report: Send + Sync + std::fmt::Debug {
    fn progress(self: Arc<Self>, bars: &[Bar]);
    fn alert(self: Arc<Self>, alert: Alert);
    /// It needed not work everything out.
    fn reused(self: Arc<Self>) {}
}

/// One bar of progress: the outermost first, where they are nested.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Bar {
    pub(crate) index: Option<u64>,
    pub(crate) length: Option<u64>,
    pub(crate) unit: String,
    /// From 0 to 1.
    pub(crate) fraction: Option<f64>,
    pub(crate) description: Option<String>,
}

/// Shows how far a function is.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn count_words(lines: Vec<String>, progress: Progress) -> usize {
///     progress.set(0.0, "Counting");
///     progress.iter(lines).map(|line| line.split_whitespace().count()).sum()
/// }
/// ```
///
/// Steps that follow each other faster than the eye are left out on the way to the page.
#[derive(Debug, Clone)]
pub struct Progress {
    report: Option<Weak<dyn Report>>,
    cancel: Cancel,
    state: Arc<Mutex<State>>,
}

#[derive(Debug, Default)]
struct State {
    /// One for each loop, the outermost first.
    bars: Vec<Bar>,
    /// What was said besides.
    said: Option<Bar>,
    sent: Option<Instant>,
}

/// Nobody reads faster.
const EVERY: Duration = Duration::from_millis(50);

impl Progress {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says that so much is done, from 0 to 1, and of what.
    pub fn set<'a>(&self, fraction: f64, description: impl Into<Option<&'a str>>) {
        self.show(Bar {
            index: None,
            length: None,
            unit: "steps".into(),
            fraction: Some(fraction.clamp(0.0, 1.0)),
            description: description.into().map(Into::into),
        });
    }

    /// Says that `done` of `total` steps are done, and of what.
    pub fn step<'a>(&self, done: u64, total: u64, description: impl Into<Option<&'a str>>) {
        self.show(Bar {
            index: Some(done),
            length: Some(total),
            unit: "steps".into(),
            fraction: None,
            description: description.into().map(Into::into),
        });
    }

    /// Goes through `items` and shows how many of them are done. One inside the other gives nested
    /// bars.
    ///
    /// When the run is cancelled, the loop ends before the next item and the function with it, as if it
    /// panicked: nothing after the loop takes half of the items for all of them. What is to be tidied
    /// up then belongs into a `Drop`.
    pub fn iter<I: IntoIterator>(&self, items: I) -> ProgressIter<I::IntoIter> {
        let items = items.into_iter();
        let length = items.size_hint().1;
        self.wrap(items, length)
    }

    /// The same for a stream.
    ///
    /// ```
    /// use futures_core::Stream;
    /// use vetrina::{endpoint::ProgressIter, prelude::*};
    ///
    /// fn counted<S: Stream>(lines: S, progress: &Progress) -> ProgressIter<std::pin::Pin<Box<S>>> {
    ///     progress.stream(lines).unit("lines").describe("Reading")
    /// }
    /// ```
    pub fn stream<S: Stream>(&self, items: S) -> ProgressIter<Pin<Box<S>>> {
        let items = Box::pin(items);
        let length = items.size_hint().1;
        self.wrap(items, length)
    }

    fn wrap<I>(&self, items: I, length: Option<usize>) -> ProgressIter<I> {
        let length = length.map(|length| length as u64);
        let level = {
            let mut state = self.state();
            state.said = None;
            state.bars.push(Bar {
                index: Some(0),
                length,
                unit: "it".into(),
                fraction: None,
                description: None,
            });
            state.bars.len() - 1
        };
        self.send(true);
        ProgressIter {
            progress: self.clone(),
            items,
            level,
            done: 0,
        }
    }

    /// Whether nobody waits for the result any more.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.cancel.is_cancelled()
    }

    /// Ends the work of a run that was cancelled, in the middle of a loop: as a panic does, but
    /// nobody is told.
    fn stop_if_cancelled(&self) {
        if self.is_cancelled() && cfg!(panic = "unwind") {
            resume_unwind(Box::new(Stopped));
        }
    }

    fn show(&self, bar: Bar) {
        self.state().said = Some(bar);
        self.send(true);
    }

    fn send(&self, at_once: bool) {
        let Some(report) = self.report.as_ref().and_then(Weak::upgrade) else {
            return;
        };
        let mut state = self.state();
        if !at_once && state.sent.is_some_and(|sent| sent.elapsed() < EVERY) {
            return;
        }
        state.sent = Some(Instant::now());
        let bars: Vec<_> = state.bars.iter().chain(&state.said).cloned().collect();
        report.progress(&bars);
    }
}

impl FromCall for Progress {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(Self {
            report: ctx.report().cloned(),
            cancel: ctx.cancel().clone(),
            state: Arc::default(),
        })
    }

    fn wire(_: &mut Wiring) {}
}

/// Items, counted on the way; [`Progress::iter`] and [`Progress::stream`] make it.
#[derive(Debug)]
pub struct ProgressIter<I> {
    progress: Progress,
    items: I,
    level: usize,
    done: u64,
}

impl<I> ProgressIter<I> {
    /// Says that one more is done.
    fn count(&mut self, is_over: bool) {
        let done = self.done;
        self.change(|bar| bar.index = Some(done));
        self.progress.send(is_over);
        self.done += 1;
    }

    /// Says what is gone through.
    #[must_use]
    pub fn describe(self, description: impl Into<String>) -> Self {
        let description = Some(description.into());
        self.change(|bar| bar.description = description);
        self
    }

    /// What the items are called: `"it"` unless set.
    #[must_use]
    pub fn unit(self, unit: impl Into<String>) -> Self {
        let unit = unit.into();
        self.change(|bar| bar.unit = unit);
        self
    }

    fn change(&self, change: impl FnOnce(&mut Bar)) {
        if let Some(bar) = self.progress.state().bars.get_mut(self.level) {
            change(bar);
        }
    }
}

impl<I: Iterator> Iterator for ProgressIter<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<I::Item> {
        self.progress.stop_if_cancelled();
        let item = self.items.next();
        self.count(item.is_none());
        item
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.items.size_hint()
    }
}

impl<S: Stream> Stream for ProgressIter<Pin<Box<S>>> {
    type Item = S::Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<S::Item>> {
        let item = ready!(self.items.as_mut().poll_next(cx));
        self.count(item.is_none());
        Poll::Ready(item)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.items.size_hint()
    }
}

impl<I> Drop for ProgressIter<I> {
    fn drop(&mut self) {
        let mut state = self.progress.state();
        state.bars.truncate(self.level);
        state.said = None;
    }
}

/// How a note is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Good to know.
    Info,
    /// Something may be wrong.
    Warning,
    /// Something went well.
    Success,
}

/// A note to the person at the page.
#[derive(Debug, Clone)]
pub struct Alert {
    pub(crate) level: Level,
    pub(crate) text: String,
    pub(crate) title: String,
    pub(crate) duration: Option<f64>,
    pub(crate) visible: bool,
}

impl Alert {
    /// A note that says `text`.
    pub fn new(level: Level, text: impl Into<String>) -> Self {
        let title = match level {
            Level::Info => "Info",
            Level::Warning => "Warning",
            Level::Success => "Success",
        };
        Self {
            level,
            text: text.into(),
            title: title.into(),
            duration: Some(10.0),
            visible: true,
        }
    }

    /// The headline. The level's name unless set.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// How long it stays, in seconds; `None` keeps it until it is closed. 10 unless set.
    #[must_use]
    pub fn duration(mut self, seconds: impl Into<Option<f64>>) -> Self {
        self.duration = seconds.into();
        self
    }

    /// Whether the page shows it at all. `true` unless set.
    #[must_use]
    pub fn visible(mut self, visible: bool) -> Self {
        self.visible = visible;
        self
    }
}

/// Sends notes to the person at the page while a function runs.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn divide(a: f64, b: f64, alerts: Alerts) -> f64 {
///     if b.abs() < 1e-9 {
///         alerts.warning("That is nearly a division by zero");
///     }
///     a / b
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Alerts(Option<Weak<dyn Report>>);

impl Alerts {
    /// Something good to know.
    pub fn info(&self, text: impl Into<String>) {
        self.send(Alert::new(Level::Info, text));
    }

    /// Something that may be wrong.
    pub fn warning(&self, text: impl Into<String>) {
        self.send(Alert::new(Level::Warning, text));
    }

    /// Something that went well.
    pub fn success(&self, text: impl Into<String>) {
        self.send(Alert::new(Level::Success, text));
    }

    /// A note with a title or a duration of its own.
    pub fn send(&self, alert: Alert) {
        if let Some(report) = self.0.as_ref().and_then(Weak::upgrade) {
            report.alert(alert);
        }
    }
}

impl FromCall for Alerts {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(Self(ctx.report().cloned()))
    }

    fn wire(_: &mut Wiring) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Keeps the fractions and descriptions of what it is told.
    #[derive(Debug, Default)]
    struct Told(Mutex<Vec<Vec<Option<String>>>>);

    impl Report for Told {
        fn progress(self: Arc<Self>, bars: &[Bar]) {
            let words = bars.iter().map(|bar| bar.description.clone()).collect();
            self.0.lock().unwrap().push(words);
        }

        fn alert(self: Arc<Self>, _: Alert) {}
    }

    #[test]
    fn what_was_said_gives_way_to_a_loop_and_stands_below_one() {
        let told = Arc::new(Told::default());
        let me: Weak<Told> = Arc::downgrade(&told);
        let progress = Progress {
            report: Some(me),
            cancel: Cancel::default(),
            state: Arc::default(),
        };
        progress.set(0.0, "Starting");
        let mut words = progress.iter(["a"]);
        words.next();
        progress.set(0.5, "Half a word");
        drop(words);
        progress.set(1.0, "Done");
        let said = |words: &[Option<&str>]| -> Vec<Option<String>> {
            words.iter().map(|word| word.map(Into::into)).collect()
        };
        let all = told.0.lock().unwrap().clone();
        assert_eq!(all.first(), Some(&said(&[Some("Starting")])));
        assert!(all.contains(&said(&[None])), "{all:?}");
        assert!(all.contains(&said(&[None, Some("Half a word")])), "{all:?}");
        assert_eq!(all.last(), Some(&said(&[Some("Done")])));
    }
}
