//! A part of a page while a function draws it.

use std::{collections::HashMap, panic::Location};

use super::Shared;

/// What had a key: the kind of component, or an event, and the key as it is written.
pub(super) type Key = (&'static str, String);

/// What makes blocks a part of a page.
#[derive(Debug)]
pub(crate) struct Part {
    pub(super) id: usize,
    /// The page it is a part of.
    pub(super) page: usize,
    /// What stands around it.
    pub(super) around: Shared,
    /// The numbers of what had a key when it was drawn the last time.
    before: HashMap<Key, usize>,
    kept: HashMap<Key, (usize, &'static Location<'static>)>,
    /// What its author should know.
    mistakes: Vec<String>,
}

impl Part {
    pub(super) fn new(id: usize, page: usize, around: Shared, before: HashMap<Key, usize>) -> Self {
        Self {
            id,
            page,
            around,
            before,
            kept: HashMap::new(),
            mistakes: Vec::new(),
        }
    }

    /// The number of what has this key, the same as the last time; `None` when there is one
    /// already.
    pub(super) fn keep(
        &mut self,
        kind: &'static str,
        key: String,
        place: &'static Location<'static>,
        fresh: impl FnOnce() -> usize,
    ) -> Option<usize> {
        let key = (kind, key);
        if let Some((_, first)) = self.kept.get(&key) {
            let (kind, key) = key;
            self.mistakes.push(format!(
                "{place}: a `{kind}` with the key {key} was made already, at {first}: \
                 within one drawing a key means one thing"
            ));
            return None;
        }
        let id = self.before.get(&key).copied().unwrap_or_else(fresh);
        self.kept.insert(key, (id, place));
        Some(id)
    }

    /// Notes something that its author should know.
    pub(super) fn mistake(&mut self, text: String) {
        self.mistakes.push(text);
    }

    /// The first thing that its author should know.
    pub(super) fn first_mistake(&self) -> Option<&str> {
        self.mistakes.first().map(String::as_str)
    }

    /// The numbers of what has a key now.
    pub(super) fn into_keys(self) -> HashMap<Key, usize> {
        self.kept
            .into_iter()
            .map(|(key, (id, _))| (key, id))
            .collect()
    }
}
