//! Who waits, in an order that is fair to all who wait.

use std::{collections::VecDeque, net::IpAddr};

use crate::endpoint::Facts;

/// On whose behalf something waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Owner {
    Session(String),
    /// Calls without a session, all of one address.
    Address(Option<IpAddr>),
}

impl Owner {
    pub(super) fn of(facts: &Facts) -> Self {
        match &facts.session_hash {
            Some(session) => Self::Session(session.clone()),
            None => Self::Address(facts.client.map(|client| client.ip())),
        }
    }
}

/// A line in which nobody's hundred entries hold up another's first: in each round every owner has
/// one turn. Those of one owner, and those of one round, keep the order they came in.
#[derive(Debug)]
pub(super) struct Line<T> {
    entries: VecDeque<Entry<T>>,
    /// The round that is being served.
    round: u64,
}

#[derive(Debug)]
struct Entry<T> {
    owner: Owner,
    round: u64,
    what: T,
}

impl<T> Default for Line<T> {
    fn default() -> Self {
        Self {
            entries: VecDeque::new(),
            round: 0,
        }
    }
}

impl<T> Line<T> {
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Puts `what` into the line and tells how many are before it.
    pub(super) fn push(&mut self, owner: Owner, what: T) -> usize {
        let own = self.entries.iter().rev().find(|entry| entry.owner == owner);
        let round = own.map_or(self.round, |last| last.round + 1);
        let rank = self.entries.partition_point(|entry| entry.round <= round);
        self.entries.insert(rank, Entry { owner, round, what });
        rank
    }

    /// The next one.
    pub(super) fn pop(&mut self) -> Option<T> {
        let next = self.entries.pop_front()?;
        self.round = next.round;
        Some(next.what)
    }

    /// Takes out those that `goes` is true for, at most so many.
    pub(super) fn take(&mut self, most: usize, goes: impl Fn(&T) -> bool) -> Vec<T> {
        let mut taken = Vec::new();
        for entry in std::mem::take(&mut self.entries) {
            if taken.len() < most && goes(&entry.what) {
                taken.push(entry.what);
            } else {
                self.entries.push_back(entry);
            }
        }
        taken
    }

    /// Those who wait, the next one first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.entries.iter().map(|entry| &entry.what)
    }

    /// Lets those leave that `stays` is false for; tells how many.
    pub(super) fn retain(&mut self, mut stays: impl FnMut(&T) -> bool) -> usize {
        let before = self.len();
        self.entries.retain(|entry| stays(&entry.what));
        before - self.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(name: &str) -> Owner {
        Owner::Session(name.into())
    }

    fn order(line: &mut Line<&'static str>) -> Vec<&'static str> {
        std::iter::from_fn(|| line.pop()).collect()
    }

    #[test]
    fn one_owner_is_served_in_order() {
        let mut line = Line::default();
        let ranks = ["a", "b", "c"].map(|what| line.push(session("one"), what));
        assert_eq!(ranks, [0, 1, 2]);
        assert_eq!(order(&mut line), ["a", "b", "c"]);
    }

    #[test]
    fn many_entries_of_one_owner_hold_nobody_up() {
        let mut line = Line::default();
        for what in ["a1", "a2", "a3", "a4"] {
            line.push(session("a"), what);
        }
        assert_eq!(line.push(session("b"), "b1"), 1);
        assert_eq!(line.pop(), Some("a1"));
        assert_eq!(line.push(session("c"), "c1"), 1);
        assert_eq!(line.push(session("b"), "b2"), 3);
        assert_eq!(order(&mut line), ["b1", "c1", "a2", "b2", "a3", "a4"]);
    }

    #[test]
    fn some_are_taken_out_together() {
        let mut line = Line::default();
        for (name, what) in [("a", "x1"), ("b", "y1"), ("c", "x2"), ("d", "x3")] {
            line.push(session(name), what);
        }
        assert_eq!(line.take(2, |what| what.starts_with('x')), ["x1", "x2"]);
        assert_eq!(order(&mut line), ["y1", "x3"]);
    }

    #[test]
    fn who_left_leaves_no_gap() {
        let mut line = Line::default();
        line.push(session("a"), "a1");
        line.push(session("a"), "a2");
        line.push(Owner::Address(None), "b1");
        assert_eq!(line.retain(|what| *what != "a1"), 1);
        assert_eq!(line.iter().collect::<Vec<_>>(), [&"b1", &"a2"]);
        assert_eq!(order(&mut line), ["b1", "a2"]);
    }
}
