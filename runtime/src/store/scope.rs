//! The session of the call at hand, for values that are kept in it.

use std::{
    cell::RefCell,
    ptr,
    sync::{Arc, Mutex, PoisonError},
};

use super::Cells;
use crate::scoped::within;

/// A session, as one call sees it.
#[derive(Debug, Default)]
pub(crate) struct Session {
    cells: Arc<Cells>,
    /// Ids of the kept values that the call changed since somebody asked.
    changed: Mutex<Vec<usize>>,
}

impl Session {
    pub(crate) fn new(cells: Arc<Cells>) -> Self {
        Self {
            cells,
            changed: Mutex::default(),
        }
    }

    pub(crate) fn cells(&self) -> &Arc<Cells> {
        &self.cells
    }

    /// Notes that a kept value is another one now.
    pub(crate) fn changed(&self, id: Option<usize>) {
        self.changes().extend(id);
    }

    /// What changed since the last time.
    pub(crate) fn take_changes(&self) -> Vec<usize> {
        let mut changes = std::mem::take(&mut *self.changes());
        changes.sort_unstable();
        changes.dedup();
        changes
    }

    fn changes(&self) -> std::sync::MutexGuard<'_, Vec<usize>> {
        self.changed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

thread_local! {
    static CURRENT: RefCell<Option<Arc<Session>>> = const { RefCell::new(None) };
}

/// The session of the call whose work is being done on this thread.
pub(crate) fn current_session() -> Option<Arc<Session>> {
    CURRENT.with_borrow(Clone::clone)
}

/// Does `work` for a call of `session`.
pub(crate) fn in_session<T>(session: Option<&Arc<Session>>, work: impl FnOnce() -> T) -> T {
    let Some(session) = session else {
        return work();
    };
    within(&CURRENT, Some(Arc::clone(session)), work)
}

/// What `original` is for the session of the call at hand, if a function changed it there.
pub(crate) fn updated<C: Send + Sync + 'static>(original: &C) -> Option<Arc<C>> {
    current_session()?.cells().updated(place(original))
}

/// From now on `original` is this one, for the session of the call at hand.
pub(crate) fn update<C: Send + Sync + 'static>(original: &C, now: C) {
    if let Some(session) = current_session() {
        session.cells().update(place(original), now);
    }
}

/// A component stands in one place as long as its app lives.
fn place<C>(original: &C) -> usize {
    ptr::from_ref(original).addr()
}
