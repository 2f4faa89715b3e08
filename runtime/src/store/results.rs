//! Results of functions, kept for the next call with the same arguments.

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde_json::{Value, value::RawValue};
use sha2::{Digest, Sha256};

use crate::endpoint::{Caching, Cancel};

/// What equal calls of one function have in common: a hash of their arguments, in a form in which
/// the order of names and the addresses of files do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Key([u8; 32]);

impl Key {
    /// The key of a call with these arguments.
    pub(crate) fn of<'a>(arguments: impl IntoIterator<Item = Option<&'a RawValue>>) -> Self {
        let mut hash = Sha256::new();
        for argument in arguments {
            let value = argument.and_then(|text| serde_json::from_str(text.get()).ok());
            canonical(&value.unwrap_or_default(), &mut hash);
            hash.update(b"\n");
        }
        Self(hash.finalize().into())
    }

    /// The same for one session alone.
    pub(crate) fn within(self, session: &str) -> Self {
        let hash = Sha256::new().chain_update(self.0).chain_update(session);
        Self(hash.finalize().into())
    }
}

fn canonical(value: &Value, hash: &mut Sha256) {
    match value {
        Value::Object(object) => {
            let is_file = object
                .get("meta")
                .is_some_and(|meta| meta["_type"] == "gradio.FileData");
            // The path of a file stands for its bytes; its address depends on who asks.
            let counts = |name: &str| !is_file || matches!(name, "path" | "orig_name");
            let sorted: BTreeMap<_, _> = object.iter().filter(|(name, _)| counts(name)).collect();
            hash.update(b"{");
            for (name, value) in sorted {
                hash.update(Value::from(name.as_str()).to_string());
                canonical(value, hash);
            }
            hash.update(b"}");
        }
        Value::Array(list) => {
            hash.update(b"[");
            for value in list {
                canonical(value, hash);
                hash.update(b",");
            }
            hash.update(b"]");
        }
        plain => hash.update(plain.to_string()),
    }
}

/// The results of one function, the newest of them; `T` is what all of one call's are together.
#[derive(Debug)]
pub(crate) struct Results<T> {
    caching: Caching,
    kept: Mutex<Kept<T>>,
}

#[derive(Debug)]
struct Kept<T> {
    entries: HashMap<Key, Entry<T>>,
    /// The keys of those that are there, by their last use.
    uses: BTreeMap<u64, Key>,
    clock: u64,
    bytes: usize,
}

#[derive(Debug)]
enum Entry<T> {
    Made {
        result: T,
        bytes: usize,
        used: u64,
    },
    /// Somebody works it out; it is raised when that has ended.
    Underway(Cancel),
}

/// How many bytes the results of one function take at most.
pub(crate) const MOST_BYTES: usize = 64 << 20;

/// What there is for a call.
#[derive(Debug)]
pub(crate) enum Found<T> {
    /// Its result.
    Made(T),
    /// Nothing: this call is the one to work it out.
    Nothing(Lead<T>),
    /// An equal call is under way; it is time to ask again when this is raised.
    Underway(Cancel),
}

impl<T: Clone> Results<T> {
    pub(crate) fn new(caching: Caching) -> Self {
        Self {
            caching,
            kept: Mutex::new(Kept {
                entries: HashMap::new(),
                uses: BTreeMap::new(),
                clock: 0,
                bytes: 0,
            }),
        }
    }

    pub(crate) fn caching(&self) -> Caching {
        self.caching
    }

    /// What there is for a call with this key.
    pub(crate) fn ask(self: &Arc<Self>, key: Key) -> Found<T> {
        let mut kept = self.kept();
        if let Some(result) = kept.used(key) {
            return Found::Made(result);
        }
        if let Some(Entry::Underway(ended)) = kept.entries.get(&key) {
            return Found::Underway(ended.clone());
        }
        let ended = Cancel::default();
        kept.entries.insert(key, Entry::Underway(ended.clone()));
        Found::Nothing(Lead {
            results: Arc::clone(self),
            key,
            ended,
        })
    }

    /// Drops a result that cannot be shown any more.
    pub(crate) fn forget(&self, key: Key) {
        self.kept().remove(key);
    }
}

impl<T> Results<T> {
    fn kept(&self) -> MutexGuard<'_, Kept<T>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T> Kept<T> {
    /// A result, which is the newest from now on.
    fn used(&mut self, key: Key) -> Option<T>
    where
        T: Clone,
    {
        let Some(Entry::Made { result, used, .. }) = self.entries.get_mut(&key) else {
            return None;
        };
        self.clock += 1;
        self.uses.remove(used);
        self.uses.insert(self.clock, key);
        *used = self.clock;
        Some(result.clone())
    }

    fn remove(&mut self, key: Key) {
        if let Some(Entry::Made { bytes, used, .. }) = self.entries.get(&key) {
            self.bytes -= bytes;
            self.uses.remove(used);
            self.entries.remove(&key);
        }
    }

    fn insert(&mut self, key: Key, result: T, bytes: usize, most: usize) {
        self.clock += 1;
        let used = self.clock;
        let entry = Entry::Made {
            result,
            bytes,
            used,
        };
        self.entries.insert(key, entry);
        self.uses.insert(used, key);
        self.bytes += bytes;
        while self.uses.len() > most || self.bytes > MOST_BYTES {
            let Some((_, &oldest)) = self.uses.first_key_value() else {
                return;
            };
            self.remove(oldest);
        }
    }
}

/// The right and the duty to work a result out. Dropping it leaves that to the next who asks.
#[derive(Debug)]
pub(crate) struct Lead<T> {
    results: Arc<Results<T>>,
    key: Key,
    ended: Cancel,
}

impl<T> Lead<T> {
    /// Keeps what came out, which takes so many bytes.
    pub(crate) fn keep(self, result: T, bytes: usize) {
        let most = self.results.caching.max;
        self.results.kept().insert(self.key, result, bytes, most);
    }
}

impl<T> Drop for Lead<T> {
    fn drop(&mut self) {
        let mut kept = self.results.kept();
        if let Some(Entry::Underway(_)) = kept.entries.get(&self.key) {
            kept.entries.remove(&self.key);
        }
        drop(kept);
        self.ended.raise();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(arguments: &[&str]) -> Key {
        let raw: Vec<Box<RawValue>> = arguments
            .iter()
            .map(|text| RawValue::from_string((*text).into()).unwrap())
            .collect();
        Key::of(raw.iter().map(|raw| Some(&**raw)))
    }

    fn lead(results: &Arc<Results<u32>>, name: &str) -> Lead<u32> {
        match results.ask(key(&[name])) {
            Found::Nothing(lead) => lead,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn equal_arguments_have_one_key() {
        assert_eq!(
            key(&[r#"{"a":1,"b":[2]}"#, "3"]),
            key(&[r#" {"b": [2], "a": 1}"#, "3"])
        );
        let file = |url: &str, path: &str| {
            key(&[&format!(
                r#"{{"path":"{path}","url":"{url}","orig_name":"a","meta":{{"_type":"gradio.FileData"}}}}"#
            )])
        };
        assert_eq!(file("http://a/", "x"), file("http://b/", "x"));
        assert_ne!(file("http://a/", "x"), file("http://a/", "y"));
        for (one, other) in [
            (vec!["1", "2"], vec!["2", "1"]),
            (vec!["[1,2]"], vec!["[12]"]),
            (vec![r#"["a","b"]"#], vec![r#"["a,b"]"#]),
            (vec!["1"], vec![r#""1""#]),
            (vec!["[[1],2]"], vec!["[[1,2]]"]),
            (vec!["null"], vec!["0"]),
        ] {
            assert_ne!(key(&one), key(&other), "{one:?} {other:?}");
        }
        assert_ne!(key(&["1"]).within("a"), key(&["1"]).within("b"));
    }

    #[test]
    fn one_works_it_out_and_the_others_wait() {
        let results = Arc::new(Results::new(Caching::new()));
        let first = lead(&results, "1");
        let Found::Underway(ended) = results.ask(key(&["1"])) else {
            panic!("it is under way");
        };
        assert!(!ended.is_cancelled());
        // Whoever gives up leaves it to the next one.
        drop(first);
        assert!(ended.is_cancelled());
        lead(&results, "1").keep(7, 1);
        assert!(matches!(results.ask(key(&["1"])), Found::Made(7)));
        assert_eq!(results.kept().used(key(&["2"])), None);
    }

    #[test]
    fn those_not_used_for_longest_go_first() {
        let results = Arc::new(Results::new(Caching::new().max(2)));
        lead(&results, "1").keep(1, 1);
        lead(&results, "2").keep(2, 1);
        assert_eq!(results.kept().used(key(&["1"])), Some(1));
        lead(&results, "3").keep(3, 1);
        assert_eq!(results.kept().used(key(&["2"])), None);
        // What is larger than all may be is not kept.
        lead(&results, "4").keep(4, MOST_BYTES + 1);
        assert_eq!(results.kept().uses.len(), 0);
        assert_eq!(results.kept().bytes, 0);
        lead(&results, "5").keep(5, MOST_BYTES);
        assert_eq!(results.kept().used(key(&["5"])), Some(5));
    }
}
