//! The values that functions keep for each session, and for the app as a whole.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

type Cell = Arc<dyn Any + Send + Sync>;

/// One value per type.
#[derive(Debug, Default)]
pub(crate) struct Cells(Mutex<HashMap<TypeId, Cell>>);

impl Cells {
    /// The value of type `T`, made by `first` if there is none yet.
    pub(crate) fn get<T: Any + Send + Sync>(&self, first: impl FnOnce() -> T) -> Arc<T> {
        let mut cells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cell) = cells.get(&TypeId::of::<T>())
            && let Ok(found) = Arc::clone(cell).downcast::<T>()
        {
            return found;
        }
        let made = Arc::new(first());
        cells.insert(TypeId::of::<T>(), made.clone());
        made
    }
}

/// Sessions that are kept; beyond it the one unused for longest goes.
const MOST: usize = 10_000;
/// How long a session is kept after its page is gone.
const KEPT: Duration = Duration::from_secs(60 * 60);
/// How often old sessions are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(60);

/// The sessions of an app that keep something.
#[derive(Debug)]
pub(crate) struct Sessions(Mutex<Inner>);

#[derive(Debug)]
struct Inner {
    all: HashMap<String, Session>,
    swept: Instant,
}

#[derive(Debug)]
struct Session {
    cells: Arc<Cells>,
    used: Instant,
    /// Pages that are open.
    pages: usize,
}

impl Default for Sessions {
    fn default() -> Self {
        Self(Mutex::new(Inner {
            all: HashMap::new(),
            swept: Instant::now(),
        }))
    }
}

impl Sessions {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What session `hash` keeps.
    pub(crate) fn open(&self, hash: &str) -> Arc<Cells> {
        let mut inner = self.inner();
        let now = Instant::now();
        if let Some(session) = inner.all.get_mut(hash) {
            session.used = now;
            return session.cells.clone();
        }
        inner.make_room(now);
        let cells = Arc::<Cells>::default();
        let session = Session {
            cells: cells.clone(),
            used: now,
            pages: 0,
        };
        inner.all.insert(hash.into(), session);
        cells
    }

    /// A page of session `hash` is there.
    pub(crate) fn enter(&self, hash: &str) {
        self.open(hash);
        if let Some(session) = self.inner().all.get_mut(hash) {
            session.pages += 1;
        }
    }

    /// A page of session `hash` is gone.
    pub(crate) fn leave(&self, hash: &str) {
        if let Some(session) = self.inner().all.get_mut(hash) {
            session.pages = session.pages.saturating_sub(1);
            session.used = Instant::now();
        }
    }
}

impl Inner {
    fn make_room(&mut self, now: Instant) {
        if now.duration_since(self.swept) >= SWEEP_EVERY {
            self.swept = now;
            self.all
                .retain(|_, session| session.pages > 0 || now.duration_since(session.used) < KEPT);
        }
        if self.all.len() >= MOST {
            let oldest = self.all.iter().min_by_key(|(_, session)| session.used);
            if let Some(oldest) = oldest.map(|(hash, _)| hash.clone()) {
                self.all.remove(&oldest);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_finds_its_value_again_and_no_other_does() {
        let sessions = Sessions::default();
        let mine = sessions.open("a").get(|| Mutex::new(1));
        *mine.lock().unwrap() = 2;
        assert_eq!(*sessions.open("a").get(|| Mutex::new(1)).lock().unwrap(), 2);
        assert_eq!(*sessions.open("b").get(|| Mutex::new(1)).lock().unwrap(), 1);
    }

    #[test]
    fn the_session_unused_for_longest_goes_first() {
        let sessions = Sessions::default();
        for number in 0..MOST {
            sessions.open(&number.to_string()).get(|| Mutex::new(true));
        }
        sessions.open("0");
        sessions.open("one more");
        assert_eq!(sessions.inner().all.len(), MOST);
        assert!(sessions.inner().all.contains_key("0"));
        assert!(!sessions.inner().all.contains_key("1"));
    }
}
