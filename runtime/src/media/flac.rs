//! Samples as frames of FLAC. Nothing is made smaller: that takes time, and these are heard the moment after.

/// How many frames of sound make one of FLAC, at most.
const BLOCK: usize = 4096;

/// What stands before all frames: 16 bits, blocks of any length.
pub(super) fn stream_info(rate: u32, channels: u16) -> [u8; 34] {
    let mut info = [0; 34];
    let block = u16::try_from(BLOCK).unwrap_or(u16::MAX).to_be_bytes();
    info[0..2].copy_from_slice(&16_u16.to_be_bytes());
    info[2..4].copy_from_slice(&block);
    // 20 bits of the rate, 3 of the channels less one, 5 of the bits of a sample less one.
    let packed = (rate << 12) | (u32::from(channels - 1) << 9) | (15 << 4);
    info[10..14].copy_from_slice(&packed.to_be_bytes());
    info
}

/// The frames of a sound that begins at frame `at`: their bytes, and how long each is.
pub(super) fn frames(data: &[i16], channels: u16, at: u64) -> Vec<(Vec<u8>, u32)> {
    let channels = usize::from(channels);
    let mut at = at;
    let blocks = data.chunks(BLOCK * channels).map(|block| {
        let length = block.len() / channels;
        let frame = frame(block, channels, length, at);
        at += length as u64;
        (frame, u32::try_from(length).unwrap_or_default())
    });
    blocks.collect()
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "a block is at most 4096 long, and channels are at most 8"
)]
fn frame(block: &[i16], channels: usize, length: usize, at: u64) -> Vec<u8> {
    let mut frame = Vec::with_capacity(block.len() * 2 + 32);
    // The length of the block comes at the end of the header; the rate is that of the stream; 16 bits.
    frame.extend([0xff, 0xf9, 0x70, ((channels as u8 - 1) << 4) | 0x08]);
    write_number(at, &mut frame);
    frame.extend((length as u16 - 1).to_be_bytes());
    frame.push(crc8(&frame));
    for channel in 0..channels {
        // The samples as they are.
        frame.push(0x02);
        let samples = block.iter().skip(channel).step_by(channels);
        frame.extend(samples.flat_map(|sample| sample.to_be_bytes()));
    }
    let sum = crc16(&frame);
    frame.extend(sum.to_be_bytes());
    frame
}

/// A number in as few bytes as it needs, in the manner of UTF-8.
#[allow(
    clippy::cast_possible_truncation,
    reason = "each byte takes its own bits"
)]
fn write_number(number: u64, out: &mut Vec<u8>) {
    if number < 0x80 {
        return out.push(number as u8);
    }
    // So many bytes follow the first.
    let more = (1..6)
        .find(|more| number < 1 << (6 * more + 6 - more))
        .unwrap_or(6);
    let ones = !(0xff_u16 >> (more + 1)) as u8;
    out.push(ones | (number >> (6 * more)) as u8);
    for byte in (0..more).rev() {
        out.push(0x80 | (number >> (6 * byte)) as u8 & 0x3f);
    }
}

fn crc8(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ byte, |sum, _| {
            if sum & 0x80 == 0 {
                sum << 1
            } else {
                (sum << 1) ^ 0x07
            }
        })
    })
}

fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0, |sum, byte| {
        (0..8).fold(sum ^ (u16::from(*byte) << 8), |sum, _| {
            if sum & 0x8000 == 0 {
                sum << 1
            } else {
                (sum << 1) ^ 0x8005
            }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_long_as_they_need_to_be() {
        let written = |number| {
            let mut out = Vec::new();
            write_number(number, &mut out);
            out
        };
        assert_eq!(written(0x7f), [0x7f]);
        // Up to 31 bits as the characters of a text are.
        for number in [0x80_u32, 0x7ff, 0x800, 0xffff, 0x1_0000, 0x10_ffff] {
            if let Some(character) = char::from_u32(number) {
                let text = character.to_string();
                assert_eq!(written(number.into()), text.as_bytes(), "{number:x}");
            }
        }
        assert_eq!(written(1 << 35), [0xfe, 0xa0, 0x80, 0x80, 0x80, 0x80, 0x80]);
    }

    #[test]
    fn sums_are_those_of_the_format() {
        assert_eq!(crc8(b"123456789"), 0xf4);
        assert_eq!(crc16(b"123456789"), 0xfee8);
    }

    /// A whole file is read by another program as it was written.
    #[cfg(feature = "audio")]
    #[test]
    fn another_decoder_hears_the_same() {
        use crate::{
            component::Preprocess as _,
            components::{Audio, Samples},
            file::FileData,
        };

        let data: Vec<i16> = (0..20_002)
            .map(|n: i32| i16::try_from(n * 7919 % 65_536 - 32_768).unwrap_or(0))
            .collect();
        let mut file = b"fLaC\x80\0\0\x22".to_vec();
        file.extend(stream_info(44_100, 2));
        file.extend(frames(&data, 2, 0).into_iter().flat_map(|(frame, _)| frame));
        let heard: Samples = Audio::new()
            .preprocess(Some(FileData::in_memory("a.flac", file)))
            .unwrap();
        assert_eq!((heard.rate, heard.channels), (44_100, 2));
        assert!(heard.data == data, "not a sample differs");
    }
}
