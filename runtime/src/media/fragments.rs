//! Films in the format MP4, whether they are in fragments or whole: their tracks and samples.

use std::collections::HashMap;

use super::{
    boxes::{all, inside, long, number, rows, within},
    mp4::{Sample, Track},
};

/// The tracks of a film that are seen or heard, and their samples; `None` when it is not whole.
pub(super) fn read(bytes: &[u8]) -> Option<Vec<(Track, Vec<Sample>)>> {
    let movie = inside(bytes, *b"moov")?;
    let mut film = Film {
        bytes,
        left: bytes.len(),
    };
    let mut in_fragments = fragments(&mut film, movie)?;
    let tracks = all(movie).filter(|found| found.name == *b"trak");
    let read = tracks.map(|found| {
        let place = inside(found.inside, *b"tkhd")?;
        let is_long = *place.first()? == 1;
        let id = number(place, if is_long { 20 } else { 12 })?;
        let track = track(found.inside, place)?;
        let samples = match in_fragments.remove(&id) {
            Some(samples) => samples,
            None => whole(
                &mut film,
                within(found.inside, &[*b"mdia", *b"minf", *b"stbl"])?,
            )?,
        };
        Some((track, samples))
    });
    let mut read: Vec<_> = read.collect::<Option<_>>()?;
    read.retain(|(track, samples)| (track.is_picture() || track.is_sound()) && !samples.is_empty());
    (!read.is_empty()).then_some(read)
}

/// A film that samples are taken from. All of them are no more than it is: of those that overlap, a
/// small file could hold more than there is memory for.
struct Film<'a> {
    bytes: &'a [u8],
    left: usize,
}

impl Film<'_> {
    fn sample(&mut self, at: usize, length: usize) -> Option<Vec<u8>> {
        self.left = self.left.checked_sub(length.max(1))?;
        Some(self.bytes.get(at..at.checked_add(length)?)?.to_vec())
    }
}

fn track(bytes: &[u8], place: &[u8]) -> Option<Track> {
    let media = inside(bytes, *b"mdia")?;
    let clock = inside(media, *b"mdhd")?;
    let is_long = *clock.first()? == 1;
    let inner = inside(media, *b"minf")?;
    let box_of = |within: &[u8], name: [u8; 4]| {
        let found = all(within).find(|found| found.name == name)?;
        Some(found.whole.to_vec())
    };
    let header = box_of(inner, *b"vmhd").or_else(|| box_of(inner, *b"smhd"));
    Some(Track {
        scale: number(clock, if is_long { 20 } else { 12 }).filter(|scale| *scale > 0)?,
        shape: *place.last_chunk()?,
        handler: box_of(media, *b"hdlr")?,
        header: header.unwrap_or_default(),
        coding: box_of(inside(inner, *b"stbl")?, *b"stsd")?,
    })
}

/// The samples of a track whose table is in one place.
fn whole(film: &mut Film<'_>, table: &[u8]) -> Option<Vec<Sample>> {
    let sizes = inside(table, *b"stsz")?;
    let (each, count) = (number(sizes, 4)?, number(sizes, 8)? as usize);
    if count > film.left {
        return None;
    }
    let size = |place: usize| match each {
        0 => number(sizes, 12 + 4 * place),
        each => Some(each),
    };
    let times = repeated(inside(table, *b"stts")?, count);
    let delays = inside(table, *b"ctts").map(|table| repeated(table, count));
    let alone: Option<Vec<usize>> = inside(table, *b"stss").map(|table| {
        rows(table, 1)
            .filter_map(|row| Some(number(row, 0)? as usize))
            .collect()
    });
    let chunks = chunks(table)?;
    let runs: Vec<(usize, usize)> = rows(inside(table, *b"stsc")?, 3)
        .filter_map(|row| Some((number(row, 0)? as usize, number(row, 4)? as usize)))
        .collect();
    let mut samples = Vec::with_capacity(count);
    for (chunk, mut at) in (1..).zip(chunks) {
        let run = runs.iter().rev().find(|(first, _)| *first <= chunk)?;
        for _ in 0..run.1.min(count - samples.len()) {
            let place = samples.len();
            let length = size(place)? as usize;
            samples.push(Sample {
                bytes: film.sample(at, length)?,
                lasts: *times.get(place)?,
                later: delays
                    .as_ref()
                    .map_or(Some(0), |delays| Some(delays.get(place)?.cast_signed()))?,
                is_whole: alone
                    .as_ref()
                    .is_none_or(|alone| alone.binary_search(&(place + 1)).is_ok()),
            });
            at += length;
        }
    }
    (samples.len() == count).then_some(samples)
}

/// Where the chunks of a track begin.
fn chunks(table: &[u8]) -> Option<Vec<usize>> {
    let places = |name, width, read: fn(&[u8]) -> Option<u64>| {
        let rows = rows(inside(table, name)?, width);
        rows.map(|row| usize::try_from(read(row)?).ok())
            .collect::<Option<Vec<_>>>()
    };
    places(*b"stco", 1, |row| number(row, 0).map(u64::from))
        .or_else(|| places(*b"co64", 2, |row| long(row, 0)))
}

/// What a table says of each sample that says how many have the same.
fn repeated(table: &[u8], most: usize) -> Vec<u32> {
    let pairs = rows(table, 2).filter_map(|row| Some((number(row, 0)?, number(row, 4)?)));
    pairs
        .flat_map(|(count, value)| std::iter::repeat_n(value, count as usize))
        .take(most)
        .collect()
}

/// The samples of all fragments, by the ids of their tracks.
fn fragments(film: &mut Film<'_>, movie: &[u8]) -> Option<HashMap<u32, Vec<Sample>>> {
    let usual = |id: u32| {
        let all = inside(movie, *b"mvex").into_iter().flat_map(all);
        let own = all
            .map(|found| found.inside)
            .find(|row| number(row, 4) == Some(id));
        own.and_then(|row| Some([number(row, 12)?, number(row, 16)?, number(row, 20)?]))
    };
    let mut read: HashMap<u32, Vec<Sample>> = HashMap::new();
    for fragment in all(film.bytes).filter(|found| found.name == *b"moof") {
        for part in all(fragment.inside).filter(|found| found.name == *b"traf") {
            let head = inside(part.inside, *b"tfhd")?;
            let (flags, id) = (number(head, 0)?, number(head, 4)?);
            let mut fields = Fields { bytes: head, at: 8 };
            let base = if flags & 1 == 0 {
                fragment.at
            } else {
                usize::try_from(fields.long()?).ok()?
            };
            fields.number_or(flags & 2 != 0, 0)?;
            let usual = usual(id).unwrap_or_default();
            let lasts = fields.number_or(flags & 8 != 0, usual[0])?;
            let length = fields.number_or(flags & 0x10 != 0, usual[1])?;
            let needs = fields.number_or(flags & 0x20 != 0, usual[2])?;
            let mut at = base;
            for run in all(part.inside).filter(|found| found.name == *b"trun") {
                let flags = number(run.inside, 0)?;
                let count = number(run.inside, 4)? as usize;
                let mut fields = Fields {
                    bytes: run.inside,
                    at: 8,
                };
                if flags & 1 != 0 {
                    let offset = fields.number_or(true, 0)?;
                    at = base.checked_add_signed(offset.cast_signed() as isize)?;
                }
                let first = fields.number_or(flags & 4 != 0, needs)?;
                if count > film.left {
                    return None;
                }
                for place in 0..count {
                    let lasts = fields.number_or(flags & 0x100 != 0, lasts)?;
                    let length = fields.number_or(flags & 0x200 != 0, length)? as usize;
                    let usual = if place == 0 { first } else { needs };
                    let needs = fields.number_or(flags & 0x400 != 0, usual)?;
                    let later = fields.number_or(flags & 0x800 != 0, 0)?;
                    read.entry(id).or_default().push(Sample {
                        bytes: film.sample(at, length)?,
                        lasts,
                        later: later.cast_signed(),
                        is_whole: needs & 0x1_0000 == 0,
                    });
                    at += length;
                }
            }
        }
    }
    Some(read)
}

/// Fields that are there or not, one after the other.
pub(super) struct Fields<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
}

impl Fields<'_> {
    pub(super) fn long(&mut self) -> Option<u64> {
        let read = long(self.bytes, self.at)?;
        self.at += 8;
        Some(read)
    }

    /// The next one, if it is there.
    pub(super) fn number_or(&mut self, is_there: bool, otherwise: u32) -> Option<u32> {
        if !is_there {
            return Some(otherwise);
        }
        let read = number(self.bytes, self.at)?;
        self.at += 4;
        Some(read)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::boxes::{full, of};

    fn table(name: [u8; 4], numbers: &[u32]) -> Vec<u8> {
        let numbers: Vec<u8> = numbers.iter().flat_map(|n| n.to_be_bytes()).collect();
        full(name, 0, 0, &[&numbers])
    }

    #[test]
    fn a_film_with_one_table_is_read() {
        let track = Track::flac(8000, 1);
        let data = of(*b"mdat", &[b"aabbbcccc"]);
        let tables = [
            track.coding.clone(),
            // Two of 100 units, one of 50; the second is shown 7 later.
            table(*b"stts", &[2, 2, 100, 1, 50]),
            table(*b"ctts", &[3, 1, 0, 1, 7, 1, 0]),
            table(*b"stss", &[1, 1]),
            // Two in the first chunk, one in the next.
            table(*b"stsc", &[2, 1, 2, 1, 2, 1, 1]),
            table(*b"stsz", &[0, 3, 2, 3, 4]),
            table(*b"stco", &[2, 8, 13]),
        ];
        let inner = of(
            *b"minf",
            &[&track.header, &of(*b"stbl", &[&tables.concat()])],
        );
        let clock = table(*b"mdhd", &[0, 0, 8000, 250, 0x55c4_0000]);
        let media = of(*b"mdia", &[&clock, &track.handler, &inner]);
        let place = full(
            *b"tkhd",
            0,
            7,
            &[&[0; 8], &[0, 0, 0, 1], &[0; 24], &track.shape],
        );
        let film = [data, of(*b"moov", &[&of(*b"trak", &[&place, &media])])].concat();
        let (read_track, samples) = read(&film).unwrap().remove(0);
        assert_eq!(read_track, track);
        let seen: Vec<_> = samples
            .iter()
            .map(|one| (&*one.bytes, one.lasts, one.later, one.is_whole))
            .collect();
        let wanted: [(&[u8], _, _, _); 3] = [
            (b"aa", 100, 0, true),
            (b"bbb", 100, 7, false),
            (b"cccc", 50, 0, false),
        ];
        assert_eq!(seen, wanted);
    }
}
