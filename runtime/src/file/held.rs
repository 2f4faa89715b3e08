//! A file in memory: one that came in a request, and one that is gone the moment after, such as a picture of a camera.

use std::{path::Path, sync::OnceLock};

use super::{FileData, store::Kept};
use crate::component::Invalid;

/// The bytes of a file, and its place on the disk once somebody asks for that.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) bytes: Vec<u8>,
    place: OnceLock<Result<Kept, Invalid>>,
}

impl Held {
    pub(super) fn new(bytes: Vec<u8>) -> Self {
        Self {
            bytes,
            place: OnceLock::new(),
        }
    }

    /// Its place in the store.
    pub(super) fn place(&self, name: &str) -> Result<&Kept, &Invalid> {
        let stored = self
            .place
            .get_or_init(|| FileData::stored_now(name, &self.bytes));
        stored.as_ref()
    }

    /// Its place on the disk; nothing is there when the disk does not take it.
    pub(super) fn path(&self, name: &str) -> &Path {
        self.place(name)
            .map_or(Path::new("not-stored"), |kept| &kept.path)
    }
}
