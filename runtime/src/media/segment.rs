use super::{film::Film, frames::Kind};
use crate::{component::Invalid, components::Samples};

/// A piece of a sound or of a film that is played before the next one is made.
///
/// A component that is [`Streaming`](crate::component::Streaming) makes one of each chunk.
#[derive(Debug, Clone)]
pub struct Segment(pub(super) Piece);

#[derive(Debug, Clone)]
pub(super) enum Piece {
    Sound(Samples),
    Film(Box<Film>),
    File(Kind, Vec<u8>),
}

impl Segment {
    /// A piece of sound.
    #[must_use]
    pub fn sound(samples: Samples) -> Self {
        Self(Piece::Sound(samples))
    }

    /// A film in the format MP4 or `WebM`, or a file that is passed on as it is: MP3, AAC (with its headers, ADTS) or
    /// an MPEG transport stream.
    ///
    /// # Errors
    /// When it is none of these, or is not whole.
    pub fn file(bytes: Vec<u8>) -> Result<Self, Invalid> {
        if let Some(kind) = Kind::of(&bytes) {
            return Ok(Self(Piece::File(kind, bytes)));
        }
        let film = Film::read(&bytes).ok_or(
            "only whole files of MP4, WebM, MPEG transport streams, MP3 and AAC can be played while they are made",
        )?;
        Ok(Self(Piece::Film(Box::new(film))))
    }
}
