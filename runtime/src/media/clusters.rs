//! Films in the format `WebM`: their tracks, and the clusters of what is shown and heard.

use std::time::Duration;

/// What is the same in all pieces of a film.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Tracks {
    /// Nanoseconds in a unit of time.
    scale: u64,
    elements: Vec<u8>,
    /// The names of the codecs, with what they need to begin.
    pub(super) codecs: Vec<(String, Vec<u8>)>,
}

/// What is shown and heard from a time on, in units.
#[derive(Debug, Clone)]
pub(super) struct Cluster {
    at: u64,
    blocks: Vec<u8>,
}

const HEAD: u32 = 0x1a45_dfa3;
pub(super) const SEGMENT: u32 = 0x1853_8067;
pub(super) const INFO: u32 = 0x1549_a966;
pub(super) const SCALE: u32 = 0x002a_d7b1;
const TRACKS: u32 = 0x1654_ae6b;
const TRACK: u32 = 0xae;
const NUMBER: u32 = 0xd7;
const UNIQUE: u32 = 0x73c5;
const CODEC: u32 = 0x86;
const CODEC_NEEDS: u32 = 0x63a2;
pub(super) const CLUSTER: u32 = 0x1f43_b675;
pub(super) const TIME: u32 = 0xe7;
pub(super) const BLOCK: u32 = 0xa3;
pub(super) const GROUP: u32 = 0xa0;
pub(super) const BLOCK_OF_GROUP: u32 = 0xa1;

/// The tracks and clusters of a film, and how long it lasts; `None` when it is not whole.
pub(super) fn read(bytes: &[u8]) -> Option<(Tracks, Vec<Cluster>, Duration)> {
    let segment = elements(bytes).find(|(id, _)| *id == SEGMENT)?.1;
    let mut tracks = Tracks {
        scale: 1_000_000,
        elements: Vec::new(),
        codecs: Vec::new(),
    };
    let mut clusters: Vec<Cluster> = Vec::new();
    let mut times = Times::default();
    // Clusters whose length was not known when they were written have their blocks beside them.
    for (id, inside) in flat(segment) {
        match id {
            INFO => {
                let scale = elements(inside).find(|(id, _)| *id == SCALE);
                tracks.scale = scale.map_or(tracks.scale, |(_, bytes)| uint(bytes)).max(1);
            }
            TRACKS => {
                for (_, track) in elements(inside).filter(|(id, _)| *id == TRACK) {
                    tracks.add(track)?;
                }
            }
            TIME => clusters.push(Cluster {
                at: uint(inside),
                blocks: Vec::new(),
            }),
            BLOCK | GROUP => {
                let block = match id {
                    BLOCK => inside,
                    _ => elements(inside).find(|(id, _)| *id == BLOCK_OF_GROUP)?.1,
                };
                let cluster = clusters.last_mut()?;
                times.add(cluster.at, block)?;
                cluster.blocks.extend(element(id, inside));
            }
            _ => {}
        }
    }
    let first = clusters.first()?.at;
    for cluster in &mut clusters {
        cluster.at = cluster.at.checked_sub(first)?;
    }
    let lasts = times
        .end()?
        .saturating_sub(first)
        .saturating_mul(tracks.scale);
    (!tracks.codecs.is_empty()).then(|| (tracks, clusters, Duration::from_nanos(lasts)))
}

impl Tracks {
    /// One more, without the number that is another one in each film.
    fn add(&mut self, track: &[u8]) -> Option<()> {
        let find = |wanted| {
            let mut all = elements(track);
            all.find(|(id, _)| *id == wanted).map(|(_, bytes)| bytes)
        };
        let number = find(NUMBER)?;
        let mut kept = element(UNIQUE, number);
        for (id, bytes) in elements(track).filter(|(id, _)| *id != UNIQUE) {
            kept.extend(element(id, bytes));
        }
        self.elements.extend(element(TRACK, &kept));
        let codec = String::from_utf8_lossy(find(CODEC)?).into_owned();
        self.codecs
            .push((codec, find(CODEC_NEEDS).unwrap_or_default().to_vec()));
        Some(())
    }

    /// What stands before all clusters; `lasts`: of all of them, if that is known.
    pub(super) fn head(&self, lasts: Option<Duration>) -> Vec<u8> {
        let kind = [
            element(0x4282, b"webm"),
            element(0x4287, &[4]),
            element(0x4285, &[2]),
        ];
        let units = lasts.map(|lasts| lasts.as_secs_f64() * 1e9 / self.scale_f64());
        let info = [
            element(SCALE, &self.scale.to_be_bytes()),
            units.map_or_else(Vec::new, |units| element(0x4489, &units.to_be_bytes())),
            element(0x4d80, b"vetrina"),
            element(0x5741, b"vetrina"),
        ];
        let mut head = element(HEAD, &kind.concat());
        head.extend(SEGMENT.to_be_bytes());
        // As long as it becomes.
        head.extend([1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
        head.extend(element(INFO, &info.concat()));
        head.extend(element(TRACKS, &self.elements));
        head
    }

    #[allow(clippy::cast_precision_loss, reason = "it is a million, or near it")]
    fn scale_f64(&self) -> f64 {
        self.scale as f64
    }

    /// Clusters, as they are when they begin at this time.
    pub(super) fn clusters(&self, clusters: &[Cluster], at: Duration) -> Vec<u8> {
        let from = at.as_nanos() / u128::from(self.scale);
        let from = u64::try_from(from).unwrap_or_default();
        let each = clusters.iter().flat_map(|cluster| {
            let mut inside = element(TIME, &(from + cluster.at).to_be_bytes());
            inside.extend(&cluster.blocks);
            element(CLUSTER, &inside)
        });
        each.collect()
    }
}

/// When blocks begin, of each track the first and the last, and how many there are.
#[derive(Default)]
pub(super) struct Times(Vec<(u64, u64, u64, u64)>);

impl Times {
    pub(super) fn add(&mut self, cluster: u64, block: &[u8]) -> Option<()> {
        let (track, read) = vint(block, false)?;
        let offset = i16::from_be_bytes(*block.get(read..)?.first_chunk()?);
        let at = cluster.saturating_add_signed(offset.into());
        match self.0.iter_mut().find(|known| known.0 == track) {
            Some((_, first, last, count)) => {
                (*first, *last) = ((*first).min(at), (*last).max(at));
                *count += 1;
            }
            None => self.0.push((track, at, at, 1)),
        }
        Some(())
    }

    /// When all is over: the last block of a track lasts as long as those before it.
    pub(super) fn end(&self) -> Option<u64> {
        let ends = self
            .0
            .iter()
            .map(|(_, first, last, count)| match count - 1 {
                0 => *last,
                steps => last + (last - first).div_ceil(steps),
            });
        ends.max()
    }
}

/// The elements of a segment; those of clusters are taken for its own.
fn flat(segment: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let (mut outer, mut inner): (&[u8], &[u8]) = (segment, &[]);
    std::iter::from_fn(move || {
        loop {
            if let Some((id, inside, rest)) = next(inner) {
                inner = rest;
                return Some((id, inside));
            }
            inner = &[];
            let (id, inside, rest) = next(outer)?;
            if id != CLUSTER {
                outer = rest;
                return Some((id, inside));
            }
            // One without a length reaches to the end, and so do those after it.
            (outer, inner) = if rest.is_empty() {
                (inside, &[][..])
            } else {
                (rest, inside)
            };
        }
    })
}

pub(super) fn elements(bytes: &[u8]) -> impl Iterator<Item = (u32, &[u8])> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        let (id, inside, after) = next(rest)?;
        rest = after;
        Some((id, inside))
    })
}

/// The first element, and what follows it.
fn next(bytes: &[u8]) -> Option<(u32, &[u8], &[u8])> {
    let (id, id_length) = vint(bytes, true)?;
    let (size, size_length) = vint(&bytes[id_length..], false)?;
    let inside = &bytes[id_length + size_length..];
    let unknown = (1_u64 << (7 * size_length)) - 1;
    let size = if size == unknown {
        inside.len()
    } else {
        usize::try_from(size)
            .ok()
            .filter(|size| *size <= inside.len())?
    };
    let (inside, rest) = inside.split_at(size);
    Some((u32::try_from(id).ok()?, inside, rest))
}

/// A number of as many bytes as its first says, and their count.
fn vint(bytes: &[u8], keeps_mark: bool) -> Option<(u64, usize)> {
    let first = *bytes.first()?;
    let length = first.leading_zeros() as usize + 1;
    let bytes = bytes.get(..length).filter(|_| length <= 8)?;
    let number = uint(bytes);
    let mark = 1_u64 << (7 * length);
    Some((if keeps_mark { number } else { number ^ mark }, length))
}

pub(super) fn uint(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |number, byte| (number << 8) | u64::from(*byte))
}

pub(super) fn element(id: u32, inside: &[u8]) -> Vec<u8> {
    let id = id.to_be_bytes();
    let skipped = id.iter().take_while(|byte| **byte == 0).count();
    let mut made = id[skipped..].to_vec();
    let length = 0x0100_0000_0000_0000 | inside.len() as u64;
    made.extend(length.to_be_bytes());
    made.extend(inside);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::{Playlist, Segment};

    /// Pictures at these times, in milliseconds, in a cluster each.
    fn film(unique: u8, times: &[u8], knows_length: bool) -> Vec<u8> {
        let track = [
            element(NUMBER, &[1]),
            element(UNIQUE, &[unique]),
            element(CODEC, b"V_VP8"),
        ];
        let clusters = times.iter().flat_map(|time| {
            let inside = [
                element(TIME, &[*time]),
                element(BLOCK, &[0x81, 0, 0, 0x80, 9]),
            ];
            let mut cluster = element(CLUSTER, &inside.concat());
            if !knows_length {
                cluster[4..12].copy_from_slice(&[1, 255, 255, 255, 255, 255, 255, 255]);
            }
            cluster
        });
        let clusters: Vec<u8> = clusters.collect();
        let tracks = element(TRACKS, &element(TRACK, &track.concat()));
        let head = element(HEAD, &element(0x4282, b"webm"));
        let segment = element(SEGMENT, &[element(INFO, &[]), tracks, clusters].concat());
        [head, segment].concat()
    }

    #[test]
    fn films_follow_each_other() {
        let mut list = Playlist::default();
        for film in [film(7, &[0, 40, 80], true), film(8, &[0, 40, 80], false)] {
            list.add(Segment::file(film).unwrap()).unwrap();
        }
        assert!(list.is_one());
        let (mime, whole) = list.joined();
        assert_eq!(mime, "video/webm; codecs=\"vp8\"");
        let (tracks, clusters, lasts) = read(&whole).unwrap();
        assert_eq!(lasts, Duration::from_millis(240));
        let times: Vec<_> = clusters.iter().map(|cluster| cluster.at).collect();
        assert_eq!(times, [0, 40, 80, 120, 160, 200]);
        assert_eq!(tracks.codecs, [("V_VP8".to_owned(), Vec::new())]);
    }

    #[test]
    fn what_is_cut_off_is_no_film() {
        let whole = film(1, &[0, 40], true);
        for length in 0..whole.len() {
            assert!(read(&whole[..length]).is_none(), "{length}");
        }
    }
}
