//! WAV, the one format that is both read and written here.

use std::io::{Read, Write};

use hound::{SampleFormat, WavReader, WavSpec};

use super::samples::{Samples, to_i16};
use crate::component::Invalid;

/// Whether bytes begin as a WAV file does.
pub(super) fn is_wav(start: &[u8]) -> bool {
    start.starts_with(b"RIFF") && start.get(8..12) == Some(b"WAVE")
}

/// Reads a WAV file of any usual kind of samples; at most so many of them.
pub(super) fn read(source: impl Read, most: usize) -> Result<Samples, Invalid> {
    let wav = WavReader::new(source).map_err(|why| unreadable(&why))?;
    let WavSpec {
        channels,
        sample_rate,
        bits_per_sample: bits,
        sample_format,
    } = wav.spec();
    let data = match sample_format {
        SampleFormat::Float => all(wav.into_samples::<f32>(), to_i16, most),
        SampleFormat::Int => all(wav.into_samples::<i32>(), |it| to_16_bits(it, bits), most),
    }?;
    Ok(Samples {
        rate: sample_rate,
        channels: channels.max(1),
        data,
    })
}

/// What a file says of its length counts for nothing before that many samples were read.
fn all<S>(
    samples: impl Iterator<Item = hound::Result<S>>,
    to_i16: impl Fn(S) -> i16,
    most: usize,
) -> Result<Vec<i16>, Invalid> {
    let mut data = Vec::new();
    for sample in samples {
        if data.len() == most {
            return Err("the sound is too long".into());
        }
        data.push(to_i16(sample.map_err(|why| unreadable(&why))?));
    }
    Ok(data)
}

fn to_16_bits(sample: i32, bits: u16) -> i16 {
    let shifted = if bits > 16 {
        sample >> (bits - 16)
    } else {
        sample << (16 - bits)
    };
    i16::try_from(shifted).unwrap_or(if shifted < 0 { i16::MIN } else { i16::MAX })
}

fn unreadable(why: &hound::Error) -> Invalid {
    format!("the WAV file cannot be read: {why}").into()
}

/// Writes the samples as a WAV file.
pub(super) fn write(sound: &Samples, target: &mut dyn Write) -> Result<(), String> {
    // An incomplete frame at the end would make a file that others refuse.
    let channels = sound.channels.max(1);
    let frame = u32::from(channels) * 2;
    let size = u32::try_from(sound.frames().len() * frame as usize)
        .ok()
        .filter(|size| *size < u32::MAX - 36)
        .ok_or("the sound is too long for a WAV file")?;
    let mut start = Vec::with_capacity(44);
    start.extend(b"RIFF");
    start.extend((36 + size).to_le_bytes());
    start.extend(b"WAVEfmt ");
    start.extend(16_u32.to_le_bytes());
    start.extend(1_u16.to_le_bytes());
    start.extend(channels.to_le_bytes());
    start.extend(sound.rate.to_le_bytes());
    start.extend(sound.rate.saturating_mul(frame).to_le_bytes());
    start.extend((channels.saturating_mul(2)).to_le_bytes());
    start.extend(16_u16.to_le_bytes());
    start.extend(b"data");
    start.extend(size.to_le_bytes());
    let mut samples = sound.frames().flatten();
    target
        .write_all(&start)
        .and_then(|()| samples.try_for_each(|sample| target.write_all(&sample.to_le_bytes())))
        .map_err(|why| why.to_string())
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use hound::WavWriter;

    use super::*;

    const PLENTY: usize = 1 << 20;

    fn bytes_of(sound: &Samples) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(sound, &mut bytes).unwrap();
        bytes
    }

    fn read_all(bytes: &[u8]) -> Result<Samples, String> {
        read(bytes, PLENTY).map_err(|why| why.to_string())
    }

    /// What another program writes.
    fn written<S: hound::Sample + Copy>(spec: WavSpec, samples: &[S]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut wav = WavWriter::new(Cursor::new(&mut bytes), spec).unwrap();
        for sample in samples {
            wav.write_sample(*sample).unwrap();
        }
        wav.finalize().unwrap();
        bytes
    }

    fn spec(bits_per_sample: u16, sample_format: SampleFormat) -> WavSpec {
        WavSpec {
            channels: 1,
            sample_rate: 8000,
            bits_per_sample,
            sample_format,
        }
    }

    #[test]
    fn what_is_written_is_read() {
        let sound = Samples {
            rate: 44_100,
            channels: 2,
            data: vec![0, 1, -1, i16::MAX, i16::MIN, 5],
        };
        let bytes = bytes_of(&sound);
        assert!(is_wav(&bytes));
        assert_eq!(read_all(&bytes), Ok(sound));
    }

    #[test]
    fn an_incomplete_frame_is_not_written() {
        let sound = Samples {
            rate: 1,
            channels: 2,
            data: vec![1, 2, 3],
        };
        assert_eq!(read_all(&bytes_of(&sound)).unwrap().data, [1, 2]);
        let empty = Samples::mono(8000, Vec::new());
        assert_eq!(read_all(&bytes_of(&empty)), Ok(empty));
    }

    #[test]
    fn other_widths_become_16_bits() {
        let bytes = written(spec(8, SampleFormat::Int), &[0_i8, 127, -128]);
        assert_eq!(read_all(&bytes).unwrap().data, [0, 32512, -32768]);
        let bytes = written(spec(24, SampleFormat::Int), &[0x7f_ffff, -0x80_0000]);
        assert_eq!(read_all(&bytes).unwrap().data, [32767, -32768]);
        let bytes = written(spec(32, SampleFormat::Float), &[1.0_f32, -0.5, f32::NAN]);
        assert_eq!(read_all(&bytes).unwrap().data, [32767, -16384, 0]);
    }

    #[test]
    fn a_length_that_is_not_true_reserves_nothing() {
        let mut bytes = bytes_of(&Samples::mono(8000, vec![1, 2, 3]));
        bytes[40..44].copy_from_slice(&0xffff_fff0_u32.to_le_bytes());
        let why = read_all(&bytes).unwrap_err();
        assert!(why.starts_with("the WAV file cannot be read"), "{why}");
    }

    #[test]
    fn what_is_too_long_or_no_wav_is_refused() {
        let bytes = bytes_of(&Samples::mono(8000, vec![1, 2, 3]));
        assert!(read(bytes.as_slice(), 3).is_ok());
        let why = read(bytes.as_slice(), 2).unwrap_err();
        assert_eq!(why.to_string(), "the sound is too long");
        assert!(read_all(b"RIFF").is_err() && read_all(b"").is_err());
        assert!(!is_wav(b"RIFF\0\0\0\0AVI "));
    }
}
