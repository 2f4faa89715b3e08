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
