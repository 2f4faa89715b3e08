//! A file that comes in, in pieces, until it is whole and has its place.

use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

use hmac::Mac;

use super::{Kept, Keyed, Store, hex, make_folder, touch};
use crate::file::name::cleaned;

/// A file on its way in. Nothing is left of it unless it is finished.
#[derive(Debug)]
pub(crate) struct Incoming<'a> {
    pub(super) store: &'a Store,
    pub(super) path: PathBuf,
    pub(super) file: File,
    pub(super) keyed: Keyed,
    pub(super) size: u64,
}

impl Incoming<'_> {
    pub(crate) fn size(&self) -> u64 {
        self.size
    }

    /// Puts it in its place, under the harmless part of `name`.
    pub(crate) fn finish(mut self, name: &str) -> io::Result<Kept> {
        self.file.flush()?;
        let hash = hex(&std::mem::replace(&mut self.keyed, self.store.keyed())
            .finalize()
            .into_bytes());
        let name = cleaned(name);
        let folder = self.store.root.join(&hash);
        let path = folder.join(&name);
        self.place(&folder, &path).or_else(|error| {
            // The folder was just swept away, with the last of what was in it.
            let again = error.kind() == io::ErrorKind::NotFound;
            if again {
                self.place(&folder, &path)
            } else {
                Err(error)
            }
        })?;
        Ok(Kept {
            key: format!("{hash}/{name}"),
            path,
            size: self.size,
        })
    }
}

impl Incoming<'_> {
    fn place(&self, folder: &Path, path: &Path) -> io::Result<()> {
        make_folder(folder)?;
        if path.exists() {
            touch(path);
        } else if linked(folder, path).is_none() {
            // A finished file takes its place in one step: readers see all of it or nothing.
            fs::rename(&self.path, path)?;
        }
        Ok(())
    }
}

/// Equal bytes under another name take no second place on the disk.
fn linked(folder: &Path, path: &Path) -> Option<()> {
    let same = fs::read_dir(folder).ok()?.next()?.ok()?;
    fs::hard_link(same.path(), path).ok()
}

impl Write for Incoming<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.keyed.update(&bytes[..written]);
        self.size += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Incoming<'_> {
    fn drop(&mut self) {
        // It is gone already when it was moved to its place.
        let _ = fs::remove_file(&self.path);
    }
}
