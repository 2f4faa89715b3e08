//! Calls of one session that take a kept value and give it back come one after the other: none can
//! put back what another one changed meanwhile.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, atomic::AtomicUsize},
};

use super::group::{Group, Slot};
use crate::{endpoint::Facts, store::Cells};

/// The lines of one session, by the ids of the values.
#[derive(Debug, Default)]
pub(super) struct Turns(Mutex<HashMap<usize, Arc<Group>>>);

impl Turns {
    /// The lines for these values, in the order in which everybody enters them.
    pub(super) fn of(
        cells: &Cells,
        values: &[usize],
        waiting: &Arc<AtomicUsize>,
    ) -> Vec<Arc<Group>> {
        if values.is_empty() {
            return Vec::new();
        }
        let turns = cells.get(Self::default);
        let mut lines = turns.0.lock().unwrap_or_else(PoisonError::into_inner);
        // Nobody has or waits for the turn in a line that only this table knows.
        lines.retain(|_, line| Arc::strong_count(line) > 1);
        let one_by_one = || Arc::new(Group::new(Some(1), Arc::clone(waiting)));
        let lines = values
            .iter()
            .map(|value| Arc::clone(lines.entry(*value).or_insert_with(one_by_one)));
        lines.collect()
    }
}

/// Waits for the turn in each of these lines. The place in the first is taken at once.
pub(super) fn wait(
    lines: Vec<Arc<Group>>,
    facts: &Arc<Facts>,
) -> impl Future<Output = Vec<Slot>> + use<> {
    let mut lines = lines.into_iter();
    let first = lines.next().map(|line| line.line_up(facts));
    let facts = Arc::clone(facts);
    async move {
        let mut turns = Vec::new();
        if let Some(first) = first {
            turns.push(first.slot().await);
        }
        for line in lines {
            turns.push(line.line_up(&facts).slot().await);
        }
        turns
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_nobody_stands_in_are_forgotten() {
        let (cells, waiting) = (Cells::default(), Arc::default());
        let held = Turns::of(&cells, &[1], &waiting);
        drop(Turns::of(&cells, &[2], &waiting));
        let again = Turns::of(&cells, &[1, 3], &waiting);
        assert!(Arc::ptr_eq(&held[0], &again[0]));
        let turns = cells.get(Turns::default);
        let mut known: Vec<usize> = turns.0.lock().unwrap().keys().copied().collect();
        known.sort_unstable();
        assert_eq!(known, [1, 3]);
    }
}
