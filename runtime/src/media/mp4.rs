//! MP4 in fragments: what players of lists and browsers take while it is made.

use std::time::Duration;

use super::{
    boxes::{full, of},
    flac,
};

/// No turning, no scaling, no size.
const UPRIGHT: [u8; 44] = {
    let mut shape = [0; 44];
    shape[1] = 1;
    shape[17] = 1;
    shape[32] = 0x40;
    shape
};

/// What is the same in all fragments of a picture or of a sound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Track {
    /// How many units of time a second has.
    pub(super) scale: u32,
    /// How it is turned, and its size.
    pub(super) shape: [u8; 44],
    /// The boxes that say what it is and how it was coded: `hdlr`, `vmhd` or `smhd`, `stsd`.
    pub(super) handler: Vec<u8>,
    pub(super) header: Vec<u8>,
    pub(super) coding: Vec<u8>,
}

impl Track {
    /// A sound that is coded as FLAC.
    pub(super) fn flac(rate: u32, channels: u16) -> Self {
        let info = flac::stream_info(rate, channels);
        let config = full(*b"dfLa", 0, 0, &[&[0x80, 0, 0, 34], &info]);
        // The rate here has room for 16 bits only; players go by that of FLAC.
        let short_rate = u16::try_from(rate).unwrap_or_default().to_be_bytes();
        let entry = of(
            *b"fLaC",
            &[
                &[0; 6],
                &[0, 1],
                &[0; 8],
                &channels.to_be_bytes(),
                &[0, 16],
                &[0; 4],
                &short_rate,
                &[0; 2],
                &config,
            ],
        );
        Self {
            scale: rate,
            shape: UPRIGHT,
            handler: full(*b"hdlr", 0, 0, &[&[0; 4], b"soun", &[0; 12], b"\0"]),
            header: full(*b"smhd", 0, 0, &[&[0; 4]]),
            coding: full(*b"stsd", 0, 0, &[&1_u32.to_be_bytes(), &entry]),
        }
    }

    /// Whether it is seen.
    pub(super) fn is_picture(&self) -> bool {
        self.handler.get(16..20) == Some(b"vide")
    }

    /// Whether it is heard.
    pub(super) fn is_sound(&self) -> bool {
        self.handler.get(16..20) == Some(b"soun")
    }
}

/// What is shown or heard at once.
#[derive(Debug, Clone)]
pub(super) struct Sample {
    pub(super) bytes: Vec<u8>,
    /// In units of its track.
    pub(super) lasts: u32,
    /// How much later it is shown than its place says.
    pub(super) later: i32,
    /// Whether it can be understood without those before it.
    pub(super) is_whole: bool,
}

/// What stands before all fragments; `lasts`: of all of them, if that is known.
pub(super) fn head(tracks: &[Track], lasts: Option<Duration>) -> Vec<u8> {
    let numbered = || (1_u32..).map(u32::to_be_bytes).zip(tracks);
    let own: Vec<u8> = numbered()
        .flat_map(|(id, track)| of_track(id, track))
        .collect();
    let starts = |id: [u8; 4]| full(*b"trex", 0, 0, &[&id, &1_u32.to_be_bytes(), &[0; 12]]);
    let starts: Vec<u8> = numbered().flat_map(|(id, _)| starts(id)).collect();
    let millis = lasts.map(|lasts| u32::try_from(lasts.as_millis()).unwrap_or(u32::MAX));
    let whole = millis.map(|millis| full(*b"mehd", 0, 0, &[&millis.to_be_bytes()]));
    let next = u32::try_from(tracks.len() + 1).unwrap_or(u32::MAX);
    let movie = of(
        *b"moov",
        &[
            &full(
                *b"mvhd",
                0,
                0,
                &[
                    &[0; 8],
                    &1000_u32.to_be_bytes(),
                    &[0; 4],
                    &[0, 1, 0, 0, 1, 0],
                    &[0; 10],
                    &UPRIGHT[..36],
                    &[0; 24],
                    &next.to_be_bytes(),
                ],
            ),
            &own,
            &of(*b"mvex", &[whole.as_deref().unwrap_or_default(), &starts]),
        ],
    );
    [of(*b"ftyp", &[b"iso6", &[0; 4], b"iso6mp41"]), movie].concat()
}

fn of_track(id: [u8; 4], track: &Track) -> Vec<u8> {
    let table = of(
        *b"stbl",
        &[
            &track.coding,
            &full(*b"stts", 0, 0, &[&[0; 4]]),
            &full(*b"stsc", 0, 0, &[&[0; 4]]),
            &full(*b"stsz", 0, 0, &[&[0; 8]]),
            &full(*b"stco", 0, 0, &[&[0; 4]]),
        ],
    );
    let here = full(*b"url ", 0, 1, &[]);
    let data = of(
        *b"dinf",
        &[&full(*b"dref", 0, 0, &[&1_u32.to_be_bytes(), &here])],
    );
    let clock = [&[0; 8][..], &track.scale.to_be_bytes(), &[0; 4], LANGUAGE];
    let media = of(
        *b"mdia",
        &[
            &full(*b"mdhd", 0, 0, &clock),
            &track.handler,
            &of(*b"minf", &[&track.header, &data, &table]),
        ],
    );
    let place = [&[0; 8][..], &id, &[0; 20], LOUD, &track.shape];
    of(*b"trak", &[&full(*b"tkhd", 0, 7, &place), &media])
}

/// None that is known.
const LANGUAGE: &[u8] = &[0x55, 0xc4, 0, 0];
/// As it is.
const LOUD: &[u8] = &[1, 0, 0, 0];

/// One fragment: of each track the time at which it begins, and its samples.
pub(super) fn fragment(number: u32, tracks: &[(u64, &[Sample])]) -> Vec<u8> {
    // How long the part is that says what is where does not depend on what it says.
    let offset = u32::try_from(index(number, tracks, 0).len() + 8).unwrap_or_default();
    let data = tracks.iter().flat_map(|(_, samples)| *samples);
    let data: Vec<&[u8]> = data.map(|sample| &*sample.bytes).collect();
    [index(number, tracks, offset), of(*b"mdat", &data)].concat()
}

fn index(number: u32, tracks: &[(u64, &[Sample])], mut offset: u32) -> Vec<u8> {
    let mut parts = full(*b"mfhd", 0, 0, &[&number.to_be_bytes()]);
    for (id, (at, samples)) in (1_u32..).zip(tracks) {
        let count = u32::try_from(samples.len()).unwrap_or_default();
        let mut run = [count.to_be_bytes(), offset.to_be_bytes()].concat();
        for sample in *samples {
            let length = u32::try_from(sample.bytes.len()).unwrap_or_default();
            let flags: u32 = if sample.is_whole {
                0x200_0000
            } else {
                0x101_0000
            };
            for part in [sample.lasts, length, flags] {
                run.extend(part.to_be_bytes());
            }
            run.extend(sample.later.to_be_bytes());
            offset += length;
        }
        // Places are counted from the start of the fragment.
        let own = full(*b"tfhd", 0, 0x02_0000, &[&id.to_be_bytes()]);
        let begins = full(*b"tfdt", 1, 0, &[&at.to_be_bytes()]);
        // Where the data is, and of each sample how long it lasts, its bytes, what it needs, and
        // how much later it is shown.
        let run = full(*b"trun", 1, 0xf01, &[&run]);
        parts.extend(of(*b"traf", &[&own, &begins, &run]));
    }
    of(*b"moof", &[&parts])
}
