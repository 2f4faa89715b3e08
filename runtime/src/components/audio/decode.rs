//! Sound files of all kinds become samples.

use std::io::Read as _;

use super::{samples::Samples, wav};
use crate::{component::Invalid, file::FileData};

/// A small file may unfold into hours of silence; this is 512 MiB of samples, 46 minutes of stereo
/// at 48 kHz.
const MOST: usize = 1 << 28;

/// What a file sounds like.
pub(super) fn decode(file: &FileData) -> Result<Samples, Invalid> {
    let lost = |why| Invalid::from(format!("the sound cannot be read: {why}"));
    let mut sound = file.open().map_err(lost)?;
    let mut start = Vec::new();
    sound
        .by_ref()
        .take(16)
        .read_to_end(&mut start)
        .map_err(lost)?;
    sound.rewind().map_err(lost)?;
    if wav::is_wav(&start) {
        wav::read(sound, MOST)
    } else {
        others::decode(file, MOST)
    }
}

/// What a file of an unknown name is by its first bytes, as the end of a name.
pub(super) fn extension(start: &[u8]) -> &'static str {
    match start {
        _ if wav::is_wav(start) => "wav",
        [b'f', b'L', b'a', b'C', ..] => "flac",
        [b'O', b'g', b'g', b'S', ..] => "ogg",
        [b'I', b'D', b'3', ..] => "mp3",
        // The frames of AAC and of MP3 begin alike; only those of AAC have no layer.
        [0xff, second, ..] if second & 0xf6 == 0xf0 => "aac",
        [0xff, second, ..] if second & 0xe0 == 0xe0 => "mp3",
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => "m4a",
        [0x1a, 0x45, 0xdf, 0xa3, ..] => "webm",
        _ => "bin",
    }
}

#[cfg(not(feature = "audio"))]
mod others {
    use super::{FileData, Invalid, Samples};

    pub(super) fn decode(_: &FileData, _: usize) -> Result<Samples, Invalid> {
        Err("only WAV files can be read here".into())
    }
}

#[cfg(feature = "audio")]
mod others {
    use symphonia::core::{
        codecs::audio::{AudioDecoder, AudioDecoderOptions},
        errors::Error,
        formats::{FormatOptions, FormatReader, TrackType, probe::Hint},
        io::{MediaSource, MediaSourceStream, MediaSourceStreamOptions},
        meta::MetadataOptions,
    };

    use super::{FileData, Invalid, Samples};

    /// The bytes of a file, wherever they are.
    fn source(file: &FileData) -> Result<Box<dyn MediaSource>, Invalid> {
        match file.opened() {
            Some(file) => Ok(Box::new(
                file.map_err(|why| Invalid::from(why.to_string()))?,
            )),
            None => Ok(Box::new(std::io::Cursor::new(file.read()?))),
        }
    }

    pub(super) fn decode(file: &FileData, most: usize) -> Result<Samples, Invalid> {
        let stream = MediaSourceStream::new(source(file)?, MediaSourceStreamOptions::default());
        let mut format = symphonia::default::get_probe()
            .probe(
                &Hint::default(),
                stream,
                FormatOptions::default(),
                MetadataOptions::default(),
            )
            .map_err(unreadable)?;
        let track = format
            .default_track(TrackType::Audio)
            .ok_or("there is no sound in this file")?;
        let (id, codec) = (track.id, track.codec_params.as_ref());
        let codec = codec
            .and_then(|codec| codec.audio())
            .ok_or("there is no sound in this file")?;
        let mut decoder = symphonia::default::get_codecs()
            .make_audio_decoder(codec, &AudioDecoderOptions::default())
            .map_err(unreadable)?;
        all(&mut *format, &mut *decoder, id, most)
    }

    fn all(
        format: &mut dyn FormatReader,
        decoder: &mut dyn AudioDecoder,
        track: u32,
        most: usize,
    ) -> Result<Samples, Invalid> {
        let mut sound: Option<Samples> = None;
        let mut part = Vec::new();
        // A file that breaks off, or starts anew with other settings, is as long as what was heard before.
        while let Ok(Some(packet)) = format.next_packet() {
            if packet.track_id != track {
                continue;
            }
            let heard = match decoder.decode(&packet) {
                Ok(heard) => heard,
                Err(Error::DecodeError(_) | Error::IoError(_)) => continue,
                Err(error) => return Err(unreadable(error)),
            };
            let (rate, channels) = (heard.spec().rate(), heard.num_planes());
            let channels = u16::try_from(channels).unwrap_or(u16::MAX);
            let sound = sound.get_or_insert(Samples {
                rate,
                channels,
                data: Vec::new(),
            });
            if (sound.rate, sound.channels) != (rate, channels) {
                break;
            }
            heard.copy_to_vec_interleaved(&mut part);
            if sound.data.len() + part.len() > most {
                return Err("the sound is too long".into());
            }
            sound.data.extend_from_slice(&part);
        }
        sound.ok_or_else(|| "there is no sound in this file".into())
    }

    fn unreadable(why: Error) -> Invalid {
        match why {
            Error::Unsupported(_) => "this kind of sound file cannot be read here".into(),
            other => format!("the sound cannot be read: {other}").into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_their_start() {
        assert_eq!(extension(b"RIFF\0\0\0\0WAVEfmt "), "wav");
        assert_eq!(extension(b"fLaC\0"), "flac");
        assert_eq!(extension(b"OggS\0"), "ogg");
        assert_eq!(extension(b"ID3\x04"), "mp3");
        assert_eq!(extension(b"\xff\xfb\x90"), "mp3");
        assert_eq!(extension(b"\xff\xf1\x50"), "aac");
        assert_eq!(extension(b"\0\0\0\x20ftypM4A "), "m4a");
        assert_eq!(extension(b"\x1a\x45\xdf\xa3\x01"), "webm");
        assert_eq!(extension(b"words"), "bin");
        assert_eq!(extension(b""), "bin");
    }

    #[test]
    fn what_is_no_sound_is_refused() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert!(decode(&path.into()).is_err());
        let why = decode(&FileData::from_path("/there/is/none.wav")).unwrap_err();
        assert!(
            why.to_string().starts_with("the sound cannot be read"),
            "{why}"
        );
    }
}
