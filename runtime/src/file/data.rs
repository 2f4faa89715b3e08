//! A file, as functions and components see it.

use std::{
    fs,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use super::{
    mime_of,
    scope::blocking,
    store::{Kept, Store},
};
use crate::component::Invalid;

/// A file: its place on the disk, and what it is called.
///
/// One that came from a client is always a file which that client sent, or was given by this
/// server. One that a function makes goes into the store when it is sent: the client gets an address
/// to load it from.
///
/// ```no_run
/// use vetrina::{file::FileData, prelude::*};
///
/// /// How many lines a file has.
/// fn lines(file: FileData) -> std::io::Result<usize> {
///     Ok(std::fs::read_to_string(file.path())?.lines().count())
/// }
/// ```
///
/// Two are equal when they are the same bytes under the same name, or the same place on the disk.
#[derive(Debug, Clone)]
pub struct FileData {
    pub(super) path: PathBuf,
    /// Its place in the store, as clients name it.
    pub(super) key: Option<Box<str>>,
    pub(super) orig_name: Option<String>,
    pub(super) mime_type: Option<String>,
    /// Its path is an address on another server.
    pub(super) elsewhere: bool,
}

impl PartialEq for FileData {
    fn eq(&self, other: &Self) -> bool {
        match (&self.key, &other.key) {
            (Some(a), Some(b)) => a == b,
            _ => self.path == other.path,
        }
    }
}

impl FileData {
    /// A file on the disk, to send to clients. Nothing is looked at until it is sent; then it has
    /// to be there, and it has to be in the working folder, in the folder for temporary files, or
    /// in one of [`App::allowed_paths`](crate::App::allowed_paths).
    #[must_use]
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        Self {
            path: path.into(),
            key: None,
            orig_name: None,
            mime_type: None,
            elsewhere: false,
        }
    }

    /// A file at another address, which browsers and clients load from there by themselves: this
    /// server never does. Pages of an app load nothing from elsewhere, so they show only its name.
    #[must_use]
    pub fn from_url(url: impl Into<String>) -> Self {
        Self {
            elsewhere: true,
            ..Self::from_path(url.into())
        }
    }

    /// A file of these bytes, stored now.
    ///
    /// # Errors
    /// When the disk does not take it.
    pub fn from_bytes(name: &str, bytes: impl AsRef<[u8]>) -> Result<Self, Invalid> {
        Self::write(name, |file| file.write_all(bytes.as_ref()))
    }

    /// A file that `write` writes, stored as it comes: its bytes are never all in memory.
    ///
    /// ```
    /// use std::io::Write;
    /// use vetrina::file::FileData;
    ///
    /// let table = FileData::write("squares.csv", |file| {
    ///     (0..1_000).try_for_each(|n| writeln!(file, "{n},{}", n * n))
    /// })?;
    /// assert!(table.size() > Some(9_000));
    /// # Ok::<(), vetrina::component::Invalid>(())
    /// ```
    ///
    /// # Errors
    /// What `write` says, or when the disk does not take it.
    pub fn write<E: ToString>(
        name: &str,
        write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<Self, Invalid> {
        blocking(|| {
            let mut file = BufWriter::with_capacity(64 << 10, begin()?);
            write(&mut file).map_err(|error| error.to_string())?;
            let incoming = file.into_inner().map_err(|error| error.to_string())?;
            let kept = incoming.finish(name).map_err(|error| error.to_string())?;
            Ok(Self::kept(kept, Some(name)))
        })
    }

    pub(super) fn kept(kept: Kept, name: Option<&str>) -> Self {
        Self {
            path: kept.path,
            key: Some(kept.key.into()),
            orig_name: name.map(Into::into),
            mime_type: None,
            elsewhere: false,
        }
    }

    /// The same under another name, for people; it stays in its place.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.orig_name = Some(name.into());
        self
    }

    /// Where it is on the disk.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it was called where it came from.
    #[must_use]
    pub fn name(&self) -> &str {
        let on_disk = || self.path.file_name().and_then(|name| name.to_str());
        self.orig_name.as_deref().or_else(on_disk).unwrap_or("file")
    }

    /// Its media type, by its name: `image/png`.
    #[must_use]
    pub fn mime_type(&self) -> Option<String> {
        self.mime_type.clone().or_else(|| mime_of(self.name()))
    }

    /// How many bytes it has, if it is there.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        fs::metadata(&self.path).ok().map(|found| found.len())
    }

    /// All its bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self) -> Result<Vec<u8>, Invalid> {
        let read = blocking(|| fs::read(&self.path));
        read.map_err(|error| format!("{} cannot be read: {error}", self.name()).into())
    }
}

fn begin() -> Result<super::Incoming<'static>, String> {
    Store::open()?.begin().map_err(|error| error.to_string())
}

impl From<PathBuf> for FileData {
    fn from(path: PathBuf) -> Self {
        Self::from_path(path)
    }
}

impl From<&Path> for FileData {
    fn from(path: &Path) -> Self {
        Self::from_path(path)
    }
}
