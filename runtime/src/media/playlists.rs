//! The lists that somebody may still play.

use std::{
    collections::VecDeque,
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
};

use super::Playlist;

/// What all of them may take up together, in bytes; then the oldest go.
const MOST: usize = 256 << 20;

/// By their addresses, which nobody can guess: the oldest first.
#[derive(Debug, Default)]
pub(crate) struct Playlists(Mutex<VecDeque<(String, Arc<Mutex<Playlist>>)>>);

impl Playlists {
    /// Those of this program.
    pub(crate) fn open() -> &'static Self {
        static ALL: LazyLock<Playlists> = LazyLock::new(Playlists::default);
        &ALL
    }

    fn all(&self) -> MutexGuard<'_, VecDeque<(String, Arc<Mutex<Playlist>>)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new list at this address.
    pub(crate) fn begin(&self, address: &str) -> Arc<Mutex<Playlist>> {
        let new = Arc::default();
        let mut all = self.all();
        let mut size: usize = all.iter().map(|(_, list)| locked(list).size()).sum();
        while size > MOST
            && let Some((_, oldest)) = all.pop_front()
        {
            size -= locked(&oldest).size();
        }
        all.push_back((address.into(), Arc::clone(&new)));
        new
    }

    /// Looks at the list at this address.
    pub(crate) fn at<T>(&self, address: &str, look: impl FnOnce(&Playlist) -> T) -> Option<T> {
        let found = self
            .all()
            .iter()
            .rev()
            .find(|(known, _)| known == address)?
            .1
            .clone();
        let list = locked(&found);
        Some(look(&list))
    }
}

pub(crate) fn locked(list: &Mutex<Playlist>) -> MutexGuard<'_, Playlist> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}
