//! Opening a file below a folder, so that nothing on the way there leads out.

use std::{fs::File, io, path::Path};

/// Opens what stands at `below` in `folder`. No part of `below` may be a link: somebody could turn
/// it elsewhere between the moment when a path is judged and the moment when it is opened.
#[cfg(unix)]
pub(super) fn open_below(folder: &Path, below: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags, open, openat};

    let folders = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::CLOEXEC;
    let mut at = open(folder, folders, Mode::empty())?;
    let mut parts = below.iter().peekable();
    while let Some(part) = parts.next() {
        let kind = if parts.peek().is_some() {
            folders
        } else {
            // A pipe would keep whoever opens it waiting.
            OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC
        };
        at = openat(&at, part, kind | OFlags::NOFOLLOW, Mode::empty())?;
    }
    Ok(at.into())
}

#[cfg(not(unix))]
pub(super) fn open_below(folder: &Path, below: &Path) -> io::Result<File> {
    File::open(folder.join(below))
}
