//! A file, as functions and components see it.

use std::{
    fs,
    io::{BufRead, BufReader, BufWriter, Cursor, Seek, Write},
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{
    held::Held,
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
    /// Its path is that of a list whose files are still being made.
    pub(super) playing: bool,
    /// It is in memory; its path is known once somebody asks for it.
    pub(super) held: Option<Arc<Held>>,
    /// It is sent whole, in place of an address to load it from.
    pub(super) whole: bool,
}

/// What a file is read from.
pub(crate) trait Source: BufRead + Seek + Send + Sync {}
impl<T: BufRead + Seek + Send + Sync> Source for T {}

impl PartialEq for FileData {
    fn eq(&self, other: &Self) -> bool {
        match (self.key(), other.key()) {
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
            playing: false,
            held: None,
            whole: false,
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

    /// A list of what is still being made, for players.
    pub(crate) fn playing(address: String, name: &str) -> Self {
        Self {
            orig_name: Some(name.into()),
            playing: true,
            ..Self::from_path(address)
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
        Ok(Self::kept(store(name, write)?, Some(name)))
    }

    /// A file of these bytes, kept in memory for as long as nobody asks for its place on the disk.
    #[must_use]
    pub fn in_memory(name: &str, bytes: Vec<u8>) -> Self {
        Self {
            orig_name: Some(name.into()),
            held: Some(Arc::new(Held::new(bytes))),
            ..Self::from_path("")
        }
    }

    pub(super) fn stored_now(name: &str, bytes: &[u8]) -> Result<Kept, Invalid> {
        store(name, |file| file.write_all(bytes))
    }

    /// The same, sent whole if it is in memory, in place of an address to load it from: for what is shown for a moment.
    #[must_use]
    pub fn whole(mut self) -> Self {
        self.whole = self.held.is_some();
        self
    }

    /// Its place in the store, as clients name it.
    pub(super) fn key(&self) -> Option<&str> {
        match &self.held {
            Some(held) => held.place(self.name()).ok().map(|kept| &*kept.key),
            None => self.key.as_deref(),
        }
    }

    /// The bytes, if it is in memory.
    pub(super) fn held(&self) -> Option<&[u8]> {
        self.held.as_ref().map(|held| &*held.bytes)
    }

    /// The file on the disk; `None` for one in memory.
    #[cfg(feature = "audio")]
    pub(crate) fn opened(&self) -> Option<std::io::Result<fs::File>> {
        self.held.is_none().then(|| fs::File::open(&self.path))
    }

    /// Its bytes, one after the other.
    pub(crate) fn open(&self) -> std::io::Result<Box<dyn Source + '_>> {
        Ok(match &self.held {
            Some(held) => Box::new(Cursor::new(&held.bytes)),
            None => Box::new(BufReader::new(fs::File::open(&self.path)?)),
        })
    }

    pub(super) fn kept(kept: Kept, name: Option<&str>) -> Self {
        Self {
            key: Some(kept.key.into()),
            orig_name: name.map(Into::into),
            ..Self::from_path(kept.path)
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
        match &self.held {
            Some(held) => held.path(self.name()),
            None => &self.path,
        }
    }

    /// What it is called on the disk, or would be.
    pub(crate) fn stored_name(&self) -> &str {
        let on_disk = self.path.file_name().and_then(|name| name.to_str());
        on_disk.unwrap_or(self.name())
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
        let by_name = || mime_of(self.name()).or_else(|| mime_of(self.stored_name()));
        self.mime_type.clone().or_else(by_name)
    }

    /// How many bytes it has, if it is there.
    #[must_use]
    pub fn size(&self) -> Option<u64> {
        match self.held() {
            Some(bytes) => u64::try_from(bytes.len()).ok(),
            None => fs::metadata(&self.path).ok().map(|found| found.len()),
        }
    }

    /// All its bytes.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn read(&self) -> Result<Vec<u8>, Invalid> {
        if let Some(bytes) = self.held() {
            return Ok(bytes.to_vec());
        }
        let read = blocking(|| fs::read(&self.path));
        read.map_err(|error| format!("{} cannot be read: {error}", self.name()).into())
    }
}

fn store<E: ToString>(
    name: &str,
    write: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<Kept, Invalid> {
    blocking(|| {
        let mut file = BufWriter::with_capacity(64 << 10, begin()?);
        write(&mut file).map_err(|error| error.to_string())?;
        let incoming = file.into_inner().map_err(|error| error.to_string())?;
        Ok(incoming.finish(name).map_err(|error| error.to_string())?)
    })
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
