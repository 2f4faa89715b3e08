//! The boxes that MP4 is made of: how they are written, and how they are found.

/// A box.
pub(super) fn of(name: [u8; 4], inside: &[&[u8]]) -> Vec<u8> {
    let length = 8 + inside.iter().map(|part| part.len()).sum::<usize>();
    let mut made = u32::try_from(length)
        .unwrap_or_default()
        .to_be_bytes()
        .to_vec();
    made.extend(name);
    for part in inside {
        made.extend(*part);
    }
    made
}

/// One with version and flags.
pub(super) fn full(name: [u8; 4], version: u8, flags: u32, inside: &[&[u8]]) -> Vec<u8> {
    let [_, flags @ ..] = flags.to_be_bytes();
    let head = [version, flags[0], flags[1], flags[2]];
    of(name, &[&[&head[..]], inside].concat())
}

/// A box that was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Found<'a> {
    pub(super) name: [u8; 4],
    /// Where it begins.
    pub(super) at: usize,
    /// All of it, and what is inside.
    pub(super) whole: &'a [u8],
    pub(super) inside: &'a [u8],
}

/// The boxes that stand here one after the other.
pub(super) fn all(bytes: &[u8]) -> impl Iterator<Item = Found<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let here = bytes.get(at..)?;
        let (size, name) = (number(here, 0)?, *here.get(4..)?.first_chunk()?);
        let (head, length) = match size {
            0 => (8, here.len()),
            1 => (16, usize::try_from(long(here, 8)?).ok()?),
            size => (8, size as usize),
        };
        let whole = here.get(..length)?;
        let found = Found {
            name,
            at,
            whole,
            inside: whole.get(head..)?,
        };
        at += length;
        Some(found)
    })
}

/// What is inside the first box with this name.
pub(super) fn inside(bytes: &[u8], name: [u8; 4]) -> Option<&[u8]> {
    all(bytes)
        .find(|found| found.name == name)
        .map(|found| found.inside)
}

/// The same, for names within each other.
pub(super) fn within<'a>(bytes: &'a [u8], names: &[[u8; 4]]) -> Option<&'a [u8]> {
    names
        .iter()
        .try_fold(bytes, |bytes, name| inside(bytes, *name))
}

pub(super) fn number(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

pub(super) fn long(bytes: &[u8], at: usize) -> Option<u64> {
    Some(u64::from_be_bytes(*bytes.get(at..)?.first_chunk()?))
}

/// The rows of a table of `width` numbers each, which begins with their count.
pub(super) fn rows(table: &[u8], width: usize) -> impl Iterator<Item = &[u8]> {
    let count = number(table, 4).unwrap_or_default() as usize;
    let rows = table.get(8..).unwrap_or_default();
    rows.chunks_exact(4 * width).take(count)
}
