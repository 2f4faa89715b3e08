//! FLAC in fragments of MP4: the one lossless sound that players of lists and browsers both know.

use super::flac;
use crate::components::Samples;

fn of(name: [u8; 4], inside: &[&[u8]]) -> Vec<u8> {
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

/// With a version and flags.
fn full(name: [u8; 4], version: u8, flags: u32, inside: &[&[u8]]) -> Vec<u8> {
    let [_, flags @ ..] = flags.to_be_bytes();
    let head = [version, flags[0], flags[1], flags[2]];
    of(name, &[&[&head[..]], inside].concat())
}

/// No turning, no scaling.
const UPRIGHT: [u8; 36] = {
    let mut matrix = [0; 36];
    matrix[1] = 1;
    matrix[17] = 1;
    matrix[32] = 0x40;
    matrix
};

/// What stands before all fragments of a sound.
pub(super) fn head(rate: u32, channels: u16) -> Vec<u8> {
    let (rate_text, one) = (rate.to_be_bytes(), 1_u32.to_be_bytes());
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
    let table = of(
        *b"stbl",
        &[
            &full(*b"stsd", 0, 0, &[&one, &entry]),
            &full(*b"stts", 0, 0, &[&[0; 4]]),
            &full(*b"stsc", 0, 0, &[&[0; 4]]),
            &full(*b"stsz", 0, 0, &[&[0; 8]]),
            &full(*b"stco", 0, 0, &[&[0; 4]]),
        ],
    );
    let data = of(
        *b"dinf",
        &[&full(*b"dref", 0, 0, &[&one, &full(*b"url ", 0, 1, &[])])],
    );
    let media = of(
        *b"mdia",
        &[
            &full(
                *b"mdhd",
                0,
                0,
                &[&[0; 8], &rate_text, &[0; 4], &[0x55, 0xc4, 0, 0]],
            ),
            &full(*b"hdlr", 0, 0, &[&[0; 4], b"soun", &[0; 12], b"\0"]),
            &of(
                *b"minf",
                &[&full(*b"smhd", 0, 0, &[&[0; 4]]), &data, &table],
            ),
        ],
    );
    let track = of(
        *b"trak",
        &[
            &full(
                *b"tkhd",
                0,
                7,
                &[
                    &[0; 8],
                    &one,
                    &[0; 8],
                    &[0; 8],
                    &[0; 4],
                    &[1, 0, 0, 0],
                    &UPRIGHT,
                    &[0; 8],
                ],
            ),
            &media,
        ],
    );
    let movie = of(
        *b"moov",
        &[
            &full(
                *b"mvhd",
                0,
                0,
                &[
                    &[0; 8],
                    &rate_text,
                    &[0; 4],
                    &[0, 1, 0, 0, 1, 0],
                    &[0; 10],
                    &UPRIGHT,
                    &[0; 24],
                    &2_u32.to_be_bytes(),
                ],
            ),
            &track,
            &of(*b"mvex", &[&full(*b"trex", 0, 0, &[&one, &one, &[0; 12]])]),
        ],
    );
    [of(*b"ftyp", &[b"iso6", &[0; 4], b"iso6mp41"]), movie].concat()
}

/// One fragment: a sound that begins at frame `at` of the whole.
pub(super) fn fragment(sound: &Samples, number: u32, at: u64) -> Vec<u8> {
    let frames = flac::frames(&sound.data, sound.channels, at);
    let count = u32::try_from(frames.len()).unwrap_or_default();
    let moof = |offset: u32| {
        let mut run = count.to_be_bytes().to_vec();
        run.extend(offset.to_be_bytes());
        for (bytes, length) in &frames {
            run.extend(length.to_be_bytes());
            run.extend(u32::try_from(bytes.len()).unwrap_or_default().to_be_bytes());
        }
        of(
            *b"moof",
            &[
                &full(*b"mfhd", 0, 0, &[&number.to_be_bytes()]),
                &of(
                    *b"traf",
                    &[
                        // Places are counted from here.
                        &full(*b"tfhd", 0, 0x02_0000, &[&1_u32.to_be_bytes()]),
                        &full(*b"tfdt", 1, 0, &[&at.to_be_bytes()]),
                        // Where the data is, and of each frame its length in time and in bytes.
                        &full(*b"trun", 0, 0x301, &[&run]),
                    ],
                ),
            ],
        )
    };
    let offset = u32::try_from(moof(0).len() + 8).unwrap_or_default();
    let data: Vec<&[u8]> = frames.iter().map(|(bytes, _)| &**bytes).collect();
    [moof(offset), of(*b"mdat", &data)].concat()
}
