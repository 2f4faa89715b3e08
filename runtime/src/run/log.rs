//! The numbered events of a run, bounded in number and in bytes.

use std::{collections::VecDeque, sync::Arc, task::Waker, time::Instant};

use super::{Event, Step};

/// Events that a log keeps.
const KEPT: usize = 4096;
/// The same where each step takes the place of all before it, such as a picture that moves.
const KEPT_OF_PIECES: usize = 4;
/// Bytes of values that a log keeps.
const KEPT_BYTES: usize = 4 << 20;

/// What happened to a run, the oldest first. When there is too much, the oldest go; but what the
/// run shows now always stays. Steps hold whole values, so whoever reads late misses steps on the
/// way and never the state.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Log {
    events: VecDeque<(u64, Event)>,
    most: usize,
    newest: u64,
    /// How many of the events are steps, and the bytes of their values.
    steps: usize,
    bytes: usize,
    pub(super) started: bool,
    ended: Option<Instant>,
    /// Keeps events from the reader until the client knows the run's id.
    pub(super) held: bool,
    /// Whether its end was sent to a reader, and whether the reader surely has it.
    pub(super) told: bool,
    pub(super) settled: bool,
    /// Those who wait for the next event of this run alone.
    waiting: Vec<Waker>,
    /// How many read this run alone.
    pub(super) readers: usize,
    /// How many ever did.
    pub(super) entered: u64,
}

impl Log {
    pub(super) fn new(held: bool) -> Self {
        Self {
            held,
            most: KEPT,
            ..Self::default()
        }
    }

    /// For a run whose inputs come in pieces.
    pub(super) fn keep_little(&mut self) {
        self.most = KEPT_OF_PIECES;
    }

    pub(super) fn add(&mut self, number: u64, event: Event) {
        self.newest = number;
        self.started |= matches!(event, Event::Starts { .. });
        if event.ends() {
            self.ended = Some(Instant::now());
        }
        self.count(&event);
        self.events.push_back((number, event));
        if self.events.len() > self.most {
            // The only step there is may well be the oldest event.
            let only = self.steps == 1 && is_step(&self.events[0].1);
            self.forget(usize::from(only));
        }
        while self.bytes > KEPT_BYTES && self.steps > 1 {
            let Some(oldest) = self.events.iter().position(|(_, event)| is_step(event)) else {
                break;
            };
            self.forget(oldest);
        }
    }

    fn count(&mut self, event: &Event) {
        self.steps += usize::from(is_step(event));
        self.bytes += size(event);
    }

    fn forget(&mut self, place: usize) {
        if let Some((_, event)) = self.events.remove(place) {
            self.steps -= usize::from(is_step(&event));
            self.bytes -= size(&event);
        }
    }

    /// Keeps only what was shown last and the end.
    pub(super) fn trim(&mut self) {
        let shown = self.last_step();
        let last = self.events.len().saturating_sub(1);
        let ends_well = matches!(self.last(), Some(Event::Completed(_)));
        let mut place = 0;
        self.events.retain(|_| {
            let stays = place == last || (!ends_well && Some(place) == shown);
            place += 1;
            stays
        });
        self.events.shrink_to_fit();
        (self.steps, self.bytes) = (0, 0);
        let events = std::mem::take(&mut self.events);
        for (_, event) in &events {
            self.count(event);
        }
        self.events = events;
    }

    /// Gives all events other numbers.
    pub(super) fn renumber(&mut self, next: impl Fn(&Self) -> u64) {
        for place in 0..self.events.len() {
            self.newest = next(self);
            self.events[place].0 = self.newest;
        }
    }

    /// The events from number `next` on.
    pub(super) fn from(&self, next: u64) -> impl Iterator<Item = &(u64, Event)> {
        let start = self.events.partition_point(|(number, _)| *number < next);
        self.events.range(start..)
    }

    pub(super) fn last(&self) -> Option<&Event> {
        self.events.back().map(|(_, event)| event)
    }

    fn last_step(&self) -> Option<usize> {
        self.events.iter().rposition(|(_, event)| is_step(event))
    }

    /// What the run showed last.
    pub(super) fn shown(&self) -> Option<Arc<Step>> {
        self.events.iter().rev().find_map(|(_, event)| match event {
            Event::Completed(step) | Event::Generating(step) => Some(step.clone()),
            _ => None,
        })
    }

    pub(super) fn newest(&self) -> u64 {
        self.newest
    }

    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn ended(&self) -> Option<Instant> {
        self.ended
    }

    pub(super) fn wait(&mut self, waker: &Waker) {
        if !self.waiting.iter().any(|known| known.will_wake(waker)) {
            self.waiting.push(waker.clone());
        }
    }

    pub(super) fn take_readers(&mut self) -> Vec<Waker> {
        std::mem::take(&mut self.waiting)
    }
}

fn is_step(event: &Event) -> bool {
    matches!(event, Event::Generating(_))
}

fn size(event: &Event) -> usize {
    match event {
        Event::Generating(step) | Event::Completed(step) => step.values.size(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::endpoint::Values;

    fn step(bytes: usize) -> Event {
        let text = "x".repeat(bytes);
        Event::Generating(Arc::new(Step {
            values: [text.as_bytes()].into_iter().collect::<Values>(),
            duration: 0.0,
            average: 0.0,
            generating: Some(true),
            changed: Vec::new(),
            used_cache: None,
        }))
    }

    fn numbers(log: &Log, next: u64) -> Vec<u64> {
        log.from(next).map(|(number, _)| *number).collect()
    }

    #[test]
    fn a_reader_gets_what_it_has_not_seen() {
        let mut log = Log::new(false);
        for number in [3, 5, 9] {
            log.add(number, step(1));
        }
        assert_eq!(numbers(&log, 0), [3, 5, 9]);
        assert_eq!(numbers(&log, 4), [5, 9]);
        assert_eq!(numbers(&log, u64::MAX), [0; 0]);
    }

    #[test]
    fn a_million_steps_leave_a_bounded_log_with_the_newest_one() {
        let mut log = Log::new(false);
        for number in 1..=1_000_000 {
            log.add(number, Event::Starts { eta: None });
        }
        assert_eq!(log.events.len(), KEPT);
        for number in 1_000_001..1_000_100 {
            log.add(number, step(1 << 20));
        }
        assert!(log.bytes() <= KEPT_BYTES, "{}", log.bytes());
        assert_eq!(log.events.back().unwrap().0, 1_000_099);
    }

    #[test]
    fn what_is_shown_outlives_all_that_is_said_of_it() {
        let mut log = Log::new(false);
        log.add(1, step(7));
        for number in 2..10_000 {
            log.add(number, Event::Progress(Arc::new([])));
        }
        assert_eq!(log.shown().unwrap().values.size(), 7);
        log.add(10_000, Event::Cancelled);
        log.trim();
        assert_eq!(numbers(&log, 0), [1, 10_000]);
        assert_eq!((log.steps, log.bytes()), (1, 7));
    }

    #[test]
    fn one_value_larger_than_all_that_is_kept_is_kept() {
        let mut log = Log::new(false);
        log.add(1, step(KEPT_BYTES));
        log.add(2, step(KEPT_BYTES * 2));
        log.add(3, step(KEPT_BYTES * 2));
        assert_eq!(log.shown().unwrap().values.size(), KEPT_BYTES * 2);
        assert_eq!((log.events.len(), log.steps), (1, 1));
    }
}
