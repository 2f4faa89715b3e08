//! How long films last: what their heads say, or else the times of what is shown. What is shown itself is left out.

use std::{collections::HashMap, time::Duration};

use super::{
    boxes::{long, number},
    clusters::{
        BLOCK, BLOCK_OF_GROUP, CLUSTER, GROUP, INFO, SCALE, SEGMENT, TIME, Times, elements, uint,
    },
    fragments::Fields,
};
use crate::{component::Invalid, file::Source};

const LASTS: u32 = 0x4489;
/// What a part may be long that is read at once.
const MOST: u64 = 1 << 20;
/// How many parts are looked at: those of hours of what a browser records.
const MOST_PARTS: usize = 1 << 21;

/// How long a film in the format MP4 or `WebM` lasts; `None` when that is not to be known. Of one that is cut off, or
/// longer than anybody would look through, it is what was found so far.
pub(crate) fn of_film(source: &mut dyn Source) -> Option<Duration> {
    let is_webm = source.fill_buf().ok()?.starts_with(b"\x1a\x45\xdf\xa3");
    let lasts = if is_webm {
        let mut film = Webm::default();
        film.walk(source);
        film.lasts()
    } else {
        let mut film = Mp4::default();
        film.walk(source);
        film.lasts()
    };
    lasts.filter(|lasts| !lasts.is_zero())
}

/// Refuses what is shorter or longer than it may be, in seconds.
pub(crate) fn check(
    length: Duration,
    least: Option<u32>,
    most: Option<u32>,
) -> Result<(), Invalid> {
    let seconds = |bound: u32| Duration::from_secs(bound.into());
    let said = length.as_secs_f64();
    match (least, most) {
        (Some(least), _) if length < seconds(least) => {
            Err(format!("{said:.1} s are less than the minimum {least} s").into())
        }
        (_, Some(most)) if length > seconds(most) => {
            Err(format!("{said:.1} s are more than the maximum {most} s").into())
        }
        _ => Ok(()),
    }
}

#[derive(Default)]
struct Webm {
    /// Nanoseconds in a unit of time, if it is not the usual one.
    scale: Option<u64>,
    /// In units, as its head says.
    said: Option<f64>,
    first: Option<u64>,
    cluster: u64,
    times: Times,
}

impl Webm {
    fn walk(&mut self, source: &mut dyn Source) {
        for _ in 0..MOST_PARTS {
            if self.said.is_some() || self.step(source).is_none() {
                return;
            }
        }
    }

    /// The next element. Those of segments, clusters and groups are taken for their neighbours, whose lengths may
    /// not have been known when they were written.
    fn step(&mut self, source: &mut dyn Source) -> Option<()> {
        let id = u32::try_from(vint(source, true)?).ok()?;
        let size = vint(source, false)?;
        match id {
            SEGMENT | CLUSTER | GROUP => {}
            INFO => {
                for (id, inside) in elements(&read(source, size)?) {
                    match (id, inside) {
                        (SCALE, _) => self.scale = Some(uint(inside)),
                        (LASTS, [a, b, c, d]) => {
                            self.said = Some(f32::from_be_bytes([*a, *b, *c, *d]).into());
                        }
                        (LASTS, _) => {
                            self.said = inside.try_into().ok().map(f64::from_be_bytes);
                        }
                        _ => {}
                    }
                }
                self.said = self.said.filter(|said| *said > 0.0);
            }
            TIME => {
                self.cluster = uint(&read(source, size.min(8))?);
                self.first.get_or_insert(self.cluster);
            }
            BLOCK | BLOCK_OF_GROUP => {
                let head = size.min(10);
                self.times.add(self.cluster, &read(source, head)?)?;
                skip(source, size - head)?;
            }
            _ => skip(source, size)?,
        }
        Some(())
    }

    #[allow(
        clippy::cast_precision_loss,
        reason = "nobody counts the nanoseconds of years"
    )]
    fn lasts(&self) -> Option<Duration> {
        let shown = || Some(self.times.end()?.saturating_sub(self.first?) as f64);
        let units = self.said.or_else(shown)?;
        let scale = self.scale.unwrap_or(1_000_000) as f64;
        Duration::try_from_secs_f64(units * scale / 1e9).ok()
    }
}

#[derive(Default)]
struct Mp4 {
    /// Units of time in a second, and how many of them its head says that it lasts.
    scale: u32,
    said: u64,
    tracks: HashMap<u32, Track>,
    /// The track whose boxes these are, and how long its samples last here if they do not say so themselves.
    id: u32,
    each: u32,
}

#[derive(Default)]
struct Track {
    scale: u32,
    each: u32,
    /// In units.
    end: u64,
}

impl Mp4 {
    fn walk(&mut self, source: &mut dyn Source) {
        for _ in 0..MOST_PARTS {
            if self.step(source).is_none() {
                return;
            }
        }
    }

    /// The next box; what is in those that only hold others is taken for their neighbours.
    fn step(&mut self, source: &mut dyn Source) -> Option<()> {
        let head = read(source, 8)?;
        let name: [u8; 4] = *head.last_chunk()?;
        let inside = match number(&head, 0)? {
            // To the end.
            0 => u64::MAX >> 1,
            1 => long(&read(source, 8)?, 0)?.checked_sub(16)?,
            size => u64::from(size).checked_sub(8)?,
        };
        match &name {
            b"moov" | b"mvex" | b"trak" | b"mdia" | b"moof" | b"traf" => Some(()),
            b"mvhd" | b"mehd" | b"tkhd" | b"mdhd" | b"trex" | b"tfhd" | b"tfdt" | b"trun" => {
                self.add(name, &read(source, inside)?)
            }
            _ => skip(source, inside),
        }
    }

    fn add(&mut self, name: [u8; 4], bytes: &[u8]) -> Option<()> {
        let is_long = *bytes.first()? == 1;
        let at = |short: usize, wide: usize| if is_long { wide } else { short };
        let time = |short: usize, wide: usize| {
            if is_long {
                long(bytes, wide).filter(|time| *time < u64::MAX)
            } else {
                let time = number(bytes, short).filter(|time| *time < u32::MAX);
                time.map(u64::from)
            }
        };
        match &name {
            b"mvhd" => {
                self.scale = number(bytes, at(12, 20))?;
                self.said = time(16, 24).unwrap_or_default();
            }
            b"mehd" => self.said = self.said.max(time(4, 4)?),
            b"tkhd" => self.id = number(bytes, at(12, 20))?,
            b"mdhd" => self.track().scale = number(bytes, at(12, 20))?,
            b"trex" => {
                self.id = number(bytes, 4)?;
                self.track().each = number(bytes, 12)?;
            }
            b"tfhd" => {
                let flags = number(bytes, 0)?;
                self.id = number(bytes, 4)?;
                let mut fields = Fields { bytes, at: 8 };
                if flags & 1 != 0 {
                    fields.long()?;
                }
                fields.number_or(flags & 2 != 0, 0)?;
                let usual = self.track().each;
                self.each = fields.number_or(flags & 8 != 0, usual)?;
            }
            b"tfdt" => self.track().end = time(4, 4)?,
            _ => {
                let lasts = self.run(bytes)?;
                let track = self.track();
                track.end = track.end.saturating_add(lasts);
            }
        }
        Some(())
    }

    fn track(&mut self) -> &mut Track {
        self.tracks.entry(self.id).or_default()
    }

    /// How long the samples of a run last.
    fn run(&self, bytes: &[u8]) -> Option<u64> {
        let (flags, count) = (number(bytes, 0)?, number(bytes, 4)?);
        if flags & 0x100 == 0 {
            return Some(u64::from(count) * u64::from(self.each));
        }
        let mut fields = Fields { bytes, at: 8 };
        fields.number_or(flags & 1 != 0, 0)?;
        fields.number_or(flags & 4 != 0, 0)?;
        let mut lasts = 0;
        for _ in 0..count {
            lasts += u64::from(fields.number_or(true, 0)?);
            for other in [0x200, 0x400, 0x800] {
                fields.number_or(flags & other != 0, 0)?;
            }
        }
        Some(lasts)
    }

    fn lasts(&self) -> Option<Duration> {
        let tracks = self.tracks.values().map(|track| (track.end, track.scale));
        let all = tracks.chain([(self.said, self.scale)]);
        all.filter_map(|(units, scale)| {
            let nanos = u128::from(units) * 1_000_000_000;
            let nanos = nanos.checked_div(scale.into())?;
            Some(Duration::from_nanos(u64::try_from(nanos).ok()?))
        })
        .max()
    }
}

/// A number of as many bytes as its first says.
fn vint(source: &mut dyn Source, keeps_mark: bool) -> Option<u64> {
    let first = *read(source, 1)?.first()?;
    let more = first.leading_zeros();
    let rest = read(source, more.into()).filter(|_| more < 8)?;
    let mark = if keeps_mark { 0 } else { 0x80 >> more };
    Some((u64::from(first ^ mark) << (8 * more)) | uint(&rest))
}

fn read(source: &mut dyn Source, length: u64) -> Option<Vec<u8>> {
    let length = usize::try_from(length).ok().filter(|_| length <= MOST)?;
    let mut bytes = vec![0; length];
    source.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

fn skip(source: &mut dyn Source, length: u64) -> Option<()> {
    source.seek_relative(i64::try_from(length).ok()?).ok()
}

#[cfg(test)]
#[path = "length_tests.rs"]
mod tests;
