use super::frames::Kind;
use crate::{component::Invalid, components::Samples};

/// A piece of a sound or of a film that is played before the next one is made.
///
/// A component that is [`Streaming`](crate::component::Streaming) makes one of each chunk.
#[derive(Debug, Clone)]
pub struct Segment(pub(super) Piece);

#[derive(Debug, Clone)]
pub(super) enum Piece {
    Sound(Samples),
    File(Kind, Vec<u8>),
}

impl Segment {
    /// A piece of sound.
    #[must_use]
    pub fn sound(samples: Samples) -> Self {
        Self(Piece::Sound(samples))
    }

    /// A file that is passed on as it is: MP3, AAC (with its headers, ADTS) or an MPEG transport stream.
    ///
    /// # Errors
    /// When it is none of these.
    pub fn file(bytes: Vec<u8>) -> Result<Self, Invalid> {
        let kind = Kind::of(&bytes);
        let kind = kind
            .ok_or("only MP3, AAC and MPEG transport streams can be played while they are made")?;
        Ok(Self(Piece::File(kind, bytes)))
    }
}
