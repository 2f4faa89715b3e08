//! The values that functions keep for each session, and for the app as a whole.

use std::{
    any::{Any, TypeId},
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

/// Whose value it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Key {
    /// There is one of each type.
    Type(TypeId),
    /// Or one of each component.
    Component(usize),
    /// Or the component itself, changed.
    Updated(usize),
}

#[derive(Debug)]
struct Cell {
    value: Arc<dyn Any + Send + Sync>,
    /// When it was made or changed.
    touched: Instant,
    /// How long it is kept after that.
    time_to_live: Option<Duration>,
}

impl Cell {
    fn is_over(&self, now: Instant) -> bool {
        self.time_to_live
            .is_some_and(|time| now.duration_since(self.touched) >= time)
    }
}

/// What is kept: one value per type, and one per component.
#[derive(Debug, Default)]
pub(crate) struct Cells(Mutex<HashMap<Key, Cell>>);

impl Cells {
    /// The value of type `T`, made by `first` if there is none yet.
    pub(crate) fn get<T: Any + Send + Sync>(&self, first: impl FnOnce() -> T) -> Arc<T> {
        self.find(Key::Type(TypeId::of::<T>()), None, first)
    }

    /// The value of a component, made by `first` if there is none yet, or none any more.
    pub(crate) fn at<T: Any + Send + Sync>(
        &self,
        component: usize,
        time_to_live: Option<Duration>,
        first: impl FnOnce() -> T,
    ) -> Arc<T> {
        self.find(Key::Component(component), time_to_live, first)
    }

    /// The value of a component is another one now.
    pub(crate) fn touch(&self, component: usize) {
        if let Some(cell) = self.cells().get_mut(&Key::Component(component)) {
            cell.touched = Instant::now();
        }
    }

    /// The component whose first form has this place, if it was changed.
    pub(crate) fn updated<C: Any + Send + Sync>(&self, place: usize) -> Option<Arc<C>> {
        let cells = self.cells();
        let cell = cells.get(&Key::Updated(place))?;
        Arc::clone(&cell.value).downcast().ok()
    }

    /// Keeps a changed component.
    pub(crate) fn update<C: Any + Send + Sync>(&self, place: usize, now: C) {
        let cell = Cell {
            value: Arc::new(now),
            touched: Instant::now(),
            time_to_live: None,
        };
        self.cells().insert(Key::Updated(place), cell);
    }

    /// All values of type `T`.
    pub(crate) fn all<T: Any + Send + Sync>(&self) -> Vec<Arc<T>> {
        let cells = self.cells();
        let values = cells.values().map(|cell| Arc::clone(&cell.value));
        values.filter_map(|value| value.downcast().ok()).collect()
    }

    /// The value of type `T`, if there is one.
    pub(crate) fn peek<T: Any + Send + Sync>(&self) -> Option<Arc<T>> {
        let cells = self.cells();
        let cell = cells.get(&Key::Type(TypeId::of::<T>()))?;
        Arc::clone(&cell.value).downcast().ok()
    }

    /// Gives up what is kept for a component that is gone: its value, if nothing goes on in its
    /// place, and what it became.
    pub(crate) fn forget(&self, component: Option<usize>, place: usize) {
        let mut cells = self.cells();
        let value = component.and_then(|id| cells.remove(&Key::Component(id)));
        let updated = cells.remove(&Key::Updated(place));
        drop(cells);
        // Whatever is called when a value is given up may ask for others.
        drop((value, updated));
    }

    fn find<T: Any + Send + Sync>(
        &self,
        key: Key,
        time_to_live: Option<Duration>,
        first: impl FnOnce() -> T,
    ) -> Arc<T> {
        let now = Instant::now();
        let mut cells = self.cells();
        if let Some(cell) = cells.get(&key)
            && !cell.is_over(now)
            && let Ok(found) = Arc::clone(&cell.value).downcast::<T>()
        {
            return found;
        }
        let made = Arc::new(first());
        let cell = Cell {
            value: made.clone(),
            touched: now,
            time_to_live,
        };
        let old = cells.insert(key, cell);
        drop(cells);
        // Whatever is called when a value is given up may ask for others.
        drop(old);
        made
    }

    /// Gives up what was kept long enough.
    fn sweep(&self, now: Instant) {
        let over: Vec<_> = self
            .cells()
            .extract_if(|_, cell| cell.is_over(now))
            .collect();
        drop(over);
    }

    fn cells(&self) -> MutexGuard<'_, HashMap<Key, Cell>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sessions that are kept; beyond it the one unused for longest goes.
const MOST: usize = 10_000;
/// How long a session is kept after its page is gone.
const KEPT: Duration = Duration::from_secs(60 * 60);
/// How often old sessions are looked for.
const SWEEP_EVERY: Duration = Duration::from_secs(1);

/// The sessions of an app that keep something.
#[derive(Debug, Default)]
pub(crate) struct Sessions(Arc<Mutex<Inner>>);

#[derive(Debug, Default)]
struct Inner {
    all: HashMap<String, Session>,
    /// Whether somebody looks for old ones.
    is_swept: bool,
}

#[derive(Debug)]
struct Session {
    cells: Arc<Cells>,
    used: Instant,
    /// Pages that are open.
    pages: usize,
    /// Whether its page said that it only rests, without a line.
    rests: bool,
    /// Whether what is to be done when its page is gone was done.
    left: bool,
}

impl Sessions {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        lock(&self.0)
    }

    /// What session `hash` keeps.
    pub(crate) fn open(&self, hash: &str) -> Arc<Cells> {
        let mut inner = self.inner();
        let now = Instant::now();
        if let Some(session) = inner.all.get_mut(hash) {
            session.used = now;
            return session.cells.clone();
        }
        let oldest = inner.make_room();
        let cells = Arc::<Cells>::default();
        let session = Session {
            cells: cells.clone(),
            used: now,
            pages: 0,
            rests: false,
            left: false,
        };
        inner.all.insert(hash.into(), session);
        let begins = !std::mem::replace(&mut inner.is_swept, true);
        drop(inner);
        drop(oldest);
        if begins {
            self.sweep_while_there_are_any();
        }
        cells
    }

    /// Looks for what is old, again and again.
    fn sweep_while_there_are_any(&self) {
        let Ok(runtime) = tokio::runtime::Handle::try_current() else {
            lock(&self.0).is_swept = false;
            return;
        };
        let inner = Arc::downgrade(&self.0);
        runtime.spawn(async move {
            loop {
                tokio::time::sleep(SWEEP_EVERY).await;
                let Some(inner) = inner.upgrade() else { break };
                let (left, over) = lock(&inner).sweep(Instant::now());
                for cells in &left {
                    cells.sweep(Instant::now());
                }
                drop(over);
                let mut inner = lock(&inner);
                if inner.all.is_empty() {
                    inner.is_swept = false;
                    break;
                }
            }
        });
    }

    /// What session `hash` keeps, if there is such a session.
    pub(crate) fn find(&self, hash: &str) -> Option<Arc<Cells>> {
        let inner = self.inner();
        inner.all.get(hash).map(|session| session.cells.clone())
    }

    /// A page of session `hash` is there.
    pub(crate) fn enter(&self, hash: &str) {
        self.open(hash);
        if let Some(session) = self.inner().all.get_mut(hash) {
            session.pages += 1;
            session.left = false;
        }
    }

    /// A line of a page of session `hash` has ended; whether the page is gone.
    pub(crate) fn leave(&self, hash: &str) -> bool {
        let mut inner = self.inner();
        let Some(session) = inner.all.get_mut(hash) else {
            return true;
        };
        session.pages = session.pages.saturating_sub(1);
        session.used = Instant::now();
        session.pages == 0 && !session.rests && !std::mem::replace(&mut session.left, true)
    }

    /// Whether the page of session `hash` only rests when it has no line.
    pub(crate) fn rest(&self, hash: &str, rests: bool) {
        self.open(hash);
        if let Some(session) = self.inner().all.get_mut(hash) {
            session.rests = rests;
        }
    }

    /// The page of session `hash` says that it is gone; whether that is news.
    pub(crate) fn gone(&self, hash: &str) -> bool {
        let mut inner = self.inner();
        let session = inner.all.get_mut(hash);
        session.is_some_and(|session| {
            session.rests = false;
            session.pages == 0 && !std::mem::replace(&mut session.left, true)
        })
    }
}

impl Inner {
    /// Takes the session out that is unused for longest, if there are too many.
    fn make_room(&mut self) -> Option<Session> {
        if self.all.len() < MOST {
            return None;
        }
        let oldest = self.all.iter().min_by_key(|(_, session)| session.used);
        let oldest = oldest.map(|(hash, _)| hash.clone())?;
        self.all.remove(&oldest)
    }

    /// Takes out what is old; what is left, and what is not.
    fn sweep(&mut self, now: Instant) -> (Vec<Arc<Cells>>, Vec<Session>) {
        let is_over =
            |session: &Session| session.pages == 0 && now.duration_since(session.used) >= KEPT;
        let over = self
            .all
            .extract_if(|_, session| is_over(session))
            .map(|(_, session)| session)
            .collect();
        let left = self.all.values().map(|session| session.cells.clone());
        (left.collect(), over)
    }
}

fn lock(inner: &Mutex<Inner>) -> MutexGuard<'_, Inner> {
    inner.lock().unwrap_or_else(PoisonError::into_inner)
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

    /// Counts those that are given up.
    struct Farewell(Arc<Mutex<usize>>);

    impl Drop for Farewell {
        fn drop(&mut self) {
            *self.0.lock().unwrap() += 1;
        }
    }

    #[test]
    fn a_session_goes_an_hour_after_its_page() {
        let sessions = Sessions::default();
        let gone = Arc::default();
        for hash in ["open", "closed", "called"] {
            sessions.open(hash).get(|| Farewell(Arc::clone(&gone)));
        }
        sessions.enter("open");
        sessions.enter("closed");
        // Two tabs that share a session: it is there as long as one of them is.
        sessions.enter("closed");
        assert!(!sessions.leave("closed"));
        assert!(sessions.leave("closed"));
        let sweep = |after: Duration| drop(sessions.inner().sweep(Instant::now() + after));
        sweep(Duration::from_secs(59 * 60));
        assert_eq!((sessions.inner().all.len(), *gone.lock().unwrap()), (3, 0));
        sweep(KEPT + Duration::from_secs(1));
        assert_eq!((sessions.inner().all.len(), *gone.lock().unwrap()), (1, 2));
        assert!(sessions.find("open").is_some());
        assert_eq!(KEPT, Duration::from_secs(3600));
    }

    #[test]
    fn a_value_goes_at_its_time_and_its_session_stays() {
        let sessions = Sessions::default();
        let gone = Arc::default();
        let cells = sessions.open("a");
        let made = || Farewell(Arc::clone(&gone));
        drop(cells.at(1, Some(Duration::from_secs(5)), made));
        drop(cells.at(2, None, made));
        cells.sweep(Instant::now() + Duration::from_secs(4));
        assert_eq!(*gone.lock().unwrap(), 0);
        cells.sweep(Instant::now() + Duration::from_secs(6));
        assert_eq!(*gone.lock().unwrap(), 1);
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
        assert_eq!(MOST, 10_000);
    }
}
