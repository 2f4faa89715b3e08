//! The lists that somebody may still play.

use std::{
    collections::VecDeque,
    sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use super::Playlist;

/// What all of them may take up together, in bytes; then the oldest go.
const MOST: usize = 256 << 20;
/// How long one is kept that nothing is added to and nobody plays.
const KEPT: Duration = Duration::from_secs(60 * 60);

/// The oldest first.
#[derive(Debug, Default)]
pub(crate) struct Playlists(Mutex<VecDeque<Entry>>);

#[derive(Debug)]
struct Entry {
    /// Nobody can guess it.
    address: String,
    list: Arc<Mutex<Playlist>>,
    used: Instant,
}

impl Playlists {
    /// Those of this program.
    pub(crate) fn open() -> &'static Self {
        static ALL: LazyLock<Playlists> = LazyLock::new(Playlists::default);
        &ALL
    }

    fn all(&self) -> MutexGuard<'_, VecDeque<Entry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A new list at this address.
    pub(crate) fn begin(&self, address: &str) -> Arc<Mutex<Playlist>> {
        let new = Arc::default();
        let mut all = self.all();
        let mut size: usize = all.iter().map(|entry| locked(&entry.list).size()).sum();
        while size > MOST
            && let Some(oldest) = all.pop_front()
        {
            size -= locked(&oldest.list).size();
        }
        all.push_back(Entry {
            address: address.into(),
            list: Arc::clone(&new),
            used: Instant::now(),
        });
        new
    }

    /// Looks at the list at this address.
    pub(crate) fn at<T>(&self, address: &str, look: impl FnOnce(&Playlist) -> T) -> Option<T> {
        let mut all = self.all();
        let found = all.iter_mut().rev().find(|it| it.address == address)?;
        found.used = Instant::now();
        let list = Arc::clone(&found.list);
        drop(all);
        let list = locked(&list);
        Some(look(&list))
    }

    /// Gives up those that nobody adds to or has played for long.
    pub(crate) fn tidy(&self) {
        self.forget_unused_since(Instant::now().checked_sub(KEPT));
    }

    fn forget_unused_since(&self, then: Option<Instant>) {
        let Some(then) = then else { return };
        // Whoever adds to a list has it as well.
        self.all()
            .retain(|entry| entry.used > then || Arc::strong_count(&entry.list) > 1);
    }
}

pub(crate) fn locked(list: &Mutex<Playlist>) -> MutexGuard<'_, Playlist> {
    list.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_adds_to_or_plays_is_given_up() {
        let lists = Playlists::default();
        let open = lists.begin("open");
        lists.begin("silent");
        lists.begin("played");
        let then = Instant::now();
        lists.at("played", |_| ());
        lists.forget_unused_since(Some(then));
        let known = |address| lists.at(address, |_| ()).is_some();
        assert_eq!(["open", "silent", "played"].map(known), [true, false, true]);
        drop(open);
        lists.forget_unused_since(Some(Instant::now()));
        assert_eq!(["open", "played"].map(known), [false; 2]);
    }
}
