//! The blocks of an app, or of a part of it, while they are put together.

use std::{
    cell::RefCell,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::Blocks;

/// Blocks that handles and the `Ui` share.
#[derive(Debug, Default, Clone)]
pub(crate) struct Shared(Arc<Mutex<Blocks>>);

thread_local! {
    /// The part of a page that is put together on this thread.
    static PART: RefCell<Option<Shared>> = const { RefCell::new(None) };
}

/// Panics in an author's function must not leave their part behind.
struct Restore(Option<Shared>);

impl Drop for Restore {
    fn drop(&mut self) {
        PART.set(self.0.take());
    }
}

impl Shared {
    pub(crate) fn new(blocks: Blocks) -> Self {
        Self(Arc::new(Mutex::new(blocks)))
    }

    pub(crate) fn get(&self) -> MutexGuard<'_, Blocks> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where what is added now belongs: a handle of the page that is used while a part of it is
    /// drawn anew adds to that part.
    pub(super) fn here(&self) -> Self {
        PART.with_borrow(Clone::clone)
            .unwrap_or_else(|| self.clone())
    }

    /// Does `work`, which puts this part together.
    pub(super) fn as_part<T>(&self, work: impl FnOnce() -> T) -> T {
        let _restore = Restore(PART.replace(Some(self.clone())));
        work()
    }
}
