//! What functions need not work out twice.

use std::{
    collections::HashMap,
    fmt,
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, PoisonError, Weak},
};

use super::{Ctx, Failure, FromCall, Wiring, report::Report};

/// How the results of a function are kept for the next call with the same arguments.
///
/// ```
/// use vetrina::{endpoint::Caching, prelude::*};
///
/// #[page]
/// fn roots(ui: &mut Ui) {
///     let number = ui.add(Number::new().label("Number"));
///     let root = ui.add(Number::new().label("Root"));
///     number.submit(f64::sqrt, &number, &root).cache(Caching::new().max(1_000));
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Caching {
    pub(crate) max: usize,
    pub(crate) per_session: bool,
}

impl Caching {
    /// The last 128 results, for everybody.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            max: 128,
            per_session: false,
        }
    }

    /// How many results are kept; those that were not asked for for longest go first. 128 unless
    /// set.
    #[must_use]
    pub const fn max(mut self, results: usize) -> Self {
        self.max = results;
        self
    }

    /// Nobody sees what was worked out for another session.
    #[must_use]
    pub const fn per_session(mut self) -> Self {
        self.per_session = true;
        self
    }
}

impl Default for Caching {
    fn default() -> Self {
        Self::new()
    }
}

/// What a function puts aside for later calls, at most `MAX` values; those that were not used for
/// longest go first.
///
/// All calls of an app share it. Each pair of types is one cache: give two functions that should
/// not share one a key or a value of their own type. To keep whole results, use
/// `#[endpoint(cache)]`.
///
/// ```
/// use vetrina::{endpoint::Cache, prelude::*};
///
/// #[endpoint]
/// fn define(word: String, known: Cache<String, String>) -> String {
///     known.get_or(&word, || format!("{word}: a word of {} letters", word.len()))
/// }
/// ```
pub struct Cache<K, V, const MAX: usize = 128> {
    shelf: Arc<Shelf<K, V, MAX>>,
    report: Option<Weak<dyn Report>>,
}

#[derive(Debug)]
struct Shelf<K, V, const MAX: usize>(Mutex<Entries<K, V>>);

#[derive(Debug)]
struct Entries<K, V> {
    values: HashMap<K, (V, u64)>,
    clock: u64,
}

impl<K: Hash + Eq + Clone, V: Clone, const MAX: usize> Cache<K, V, MAX> {
    /// The value that was put aside for `key`.
    #[must_use]
    pub fn get<Q>(&self, key: &Q) -> Option<V>
    where
        K: std::borrow::Borrow<Q>,
        Q: Hash + Eq + ?Sized,
    {
        let mut entries = self.entries();
        entries.clock += 1;
        let now = entries.clock;
        let (value, used) = entries.values.get_mut(key)?;
        *used = now;
        let value = value.clone();
        drop(entries);
        if let Some(report) = self.report.as_ref().and_then(Weak::upgrade) {
            report.reused();
        }
        Some(value)
    }

    /// Puts `value` aside for `key`.
    pub fn set(&self, key: K, value: V) {
        let mut entries = self.entries();
        entries.clock += 1;
        let now = entries.clock;
        entries.values.insert(key, (value, now));
        while entries.values.len() > MAX {
            let oldest = entries.values.iter().min_by_key(|(_, (_, used))| *used);
            let Some(oldest) = oldest.map(|(key, _)| key.clone()) else {
                return;
            };
            entries.values.remove(&oldest);
        }
    }

    /// The value for `key`, made and put aside where there is none.
    pub fn get_or(&self, key: &K, make: impl FnOnce() -> V) -> V {
        self.get(key).unwrap_or_else(|| {
            // Others may look things up while this is made.
            let value = make();
            self.set(key.clone(), value.clone());
            value
        })
    }

    /// All keys, in no order.
    #[must_use]
    pub fn keys(&self) -> Vec<K> {
        self.entries().values.keys().cloned().collect()
    }

    /// Forgets all values.
    pub fn clear(&self) {
        self.entries().values.clear();
    }

    fn entries(&self) -> MutexGuard<'_, Entries<K, V>> {
        self.shelf.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K, V, const MAX: usize> Default for Shelf<K, V, MAX> {
    fn default() -> Self {
        Self(Mutex::new(Entries {
            values: HashMap::new(),
            clock: 0,
        }))
    }
}

impl<K, V, const MAX: usize> Default for Cache<K, V, MAX> {
    fn default() -> Self {
        Self {
            shelf: Arc::default(),
            report: None,
        }
    }
}

impl<K, V, const MAX: usize> Clone for Cache<K, V, MAX> {
    fn clone(&self) -> Self {
        Self {
            shelf: Arc::clone(&self.shelf),
            report: self.report.clone(),
        }
    }
}

impl<K, V, const MAX: usize> fmt::Debug for Cache<K, V, MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cache")
    }
}

impl<K, V, const MAX: usize> FromCall for Cache<K, V, MAX>
where
    K: Send + Sync + 'static,
    V: Send + Sync + 'static,
{
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(Self {
            shelf: ctx.app().get(Shelf::default),
            report: ctx.report().cloned(),
        })
    }

    fn wire(_: &mut Wiring) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_used_last_stays() {
        let cache: Cache<String, u32, 2> = Cache::default();
        cache.set("a".into(), 1);
        cache.set("b".into(), 2);
        assert_eq!(cache.get("a"), Some(1));
        cache.set("c".into(), 3);
        assert_eq!((cache.get("a"), cache.get("b")), (Some(1), None));
        assert_eq!(cache.get_or(&"c".into(), || 4), 3);
        assert_eq!(cache.get_or(&"d".into(), || 4), 4);
        let mut keys = cache.keys();
        keys.sort_unstable();
        assert_eq!(keys, ["c", "d"]);
        cache.clear();
        assert!(cache.keys().is_empty());
    }
}
