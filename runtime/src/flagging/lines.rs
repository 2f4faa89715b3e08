//! A file that grows by whole records: by many writers at once, and after one that was ended in the
//! middle of a write.

use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// What stands in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Seen {
    /// The length of all whole records.
    pub(super) whole: u64,
    /// How many there are.
    pub(super) records: u64,
}

/// A file of records, one after the other.
#[derive(Debug, Default)]
pub(super) struct Lines {
    /// The file that was written to last, and what stood in it then.
    known: Option<(PathBuf, Seen)>,
}

/// How records are told apart.
pub(super) struct Kind<'a> {
    /// Whether a line break in quotes belongs to the record.
    pub(super) quotes: bool,
    /// Whether the text after the last line break is a record that only lacks its end.
    pub(super) is_whole: &'a dyn Fn(&str) -> bool,
}

impl Lines {
    /// Adds a record at the end of the file, and tells how many there are now. `first` says what
    /// stands at the beginning of a new file.
    pub(super) fn append(
        &mut self,
        path: &Path,
        kind: &Kind<'_>,
        first: &[u8],
        record: &[u8],
    ) -> io::Result<u64> {
        let mut file = OpenOptions::new()
            .read(true)
            .append(true)
            .create(true)
            .open(path)?;
        let file = Locked::new(&mut file)?;
        let mut seen = self.seen(path, file.0, kind)?;
        let mut text = Vec::with_capacity(first.len() + record.len());
        if seen.whole == 0 {
            text.extend_from_slice(first);
        }
        text.extend_from_slice(record);
        let written = file.0.write_all(&text).and_then(|()| file.0.sync_data());
        if let Err(error) = written {
            // Half a record helps nobody.
            let _ = file.0.set_len(seen.whole);
            self.known = None;
            return Err(error);
        }
        seen.records += 1 + u64::from(seen.whole == 0 && !first.is_empty());
        seen.whole += text.len() as u64;
        self.known = Some((path.into(), seen));
        Ok(seen.records)
    }

    /// What stands in the file now; what is not whole at its end is cut off.
    fn seen(&self, path: &Path, file: &mut File, kind: &Kind<'_>) -> io::Result<Seen> {
        let length = file.metadata()?.len();
        if let Some((known, seen)) = &self.known
            && known == path
            && seen.whole == length
        {
            return Ok(*seen);
        }
        let mut text = Vec::new();
        file.seek(SeekFrom::Start(0))?;
        file.read_to_end(&mut text)?;
        let mut seen = whole(&text, kind.quotes);
        let rest = String::from_utf8_lossy(&text[usize::try_from(seen.whole).unwrap_or(0)..]);
        if rest.is_empty() {
            return Ok(seen);
        }
        if (kind.is_whole)(&rest) {
            file.write_all(b"\n")?;
            seen.whole = length + 1;
            seen.records += 1;
        } else {
            file.set_len(seen.whole)?;
        }
        Ok(seen)
    }
}

/// The records of `text` that have an end.
pub(super) fn whole(text: &[u8], quotes: bool) -> Seen {
    let mut seen = Seen::default();
    let mut inside = false;
    for (place, byte) in text.iter().enumerate() {
        match byte {
            b'"' if quotes => inside = !inside,
            b'\n' if !inside => {
                seen.whole = place as u64 + 1;
                seen.records += 1;
            }
            _ => {}
        }
    }
    seen
}

/// A file that no other process writes to meanwhile.
struct Locked<'a>(&'a mut File);

impl<'a> Locked<'a> {
    fn new(file: &'a mut File) -> io::Result<Self> {
        #[cfg(unix)]
        rustix::fs::flock(&*file, rustix::fs::FlockOperation::LockExclusive)?;
        Ok(Self(file))
    }
}

impl Drop for Locked<'_> {
    fn drop(&mut self) {
        #[cfg(unix)]
        let _ = rustix::fs::flock(&*self.0, rustix::fs::FlockOperation::Unlock);
    }
}
