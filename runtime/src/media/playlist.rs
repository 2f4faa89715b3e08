//! The pieces of one run so far, as a list that players read.

use std::{fmt::Write as _, time::Duration};

use axum::body::Bytes;

use super::{
    mp4,
    segment::{Piece, Segment},
};
use crate::component::Invalid;

/// What was made so far.
#[derive(Debug, Default)]
pub(crate) struct Playlist {
    lines: String,
    files: Vec<(String, Bytes)>,
    longest: Duration,
    /// The sound that the last fragments are of, and how many of its frames there were.
    sound: Option<(u32, u16, u64)>,
    ended: bool,
}

impl Playlist {
    /// Adds what is made next.
    ///
    /// # Errors
    /// When it is no whole file.
    pub(crate) fn add(&mut self, Segment(piece): Segment) -> Result<(), Invalid> {
        let (name, bytes, lasts) = match piece {
            Piece::Sound(sound) if sound.data.is_empty() => return Ok(()),
            Piece::Sound(sound) => {
                let sound = if sound.channels > 8 {
                    sound.mixed()
                } else {
                    sound
                };
                let (rate, channels) = (sound.rate, sound.channels.max(1));
                let at = match self.sound {
                    Some((r, c, at)) if (r, c) == (rate, channels) => at,
                    _ => self.begin(rate, channels),
                };
                self.sound = Some((rate, channels, at + sound.frames().len() as u64));
                let number = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
                let name = self.name("m4s");
                (name, mp4::fragment(&sound, number, at), sound.duration())
            }
            Piece::File(kind, bytes) => {
                let lasts = kind.duration(&bytes)?;
                if !self.files.is_empty() && kind.extension() == "ts" {
                    // Each film starts its own clock.
                    self.lines.push_str("#EXT-X-DISCONTINUITY\n");
                }
                (self.name(kind.extension()), bytes, lasts)
            }
        };
        let _ = writeln!(self.lines, "#EXTINF:{:.6},\n{name}", lasts.as_secs_f64());
        self.longest = self.longest.max(lasts);
        self.files.push((name, bytes.into()));
        Ok(())
    }

    /// A sound of another form than the one before.
    fn begin(&mut self, rate: u32, channels: u16) -> u64 {
        let head = self.name("mp4");
        if self.sound.is_some() {
            self.lines.push_str("#EXT-X-DISCONTINUITY\n");
        }
        let _ = writeln!(self.lines, "#EXT-X-MAP:URI=\"{head}\"");
        self.files.push((head, mp4::head(rate, channels).into()));
        0
    }

    fn name(&self, extension: &str) -> String {
        format!("{}.{extension}", self.files.len())
    }

    /// There is no more.
    pub(crate) fn end(&mut self) {
        self.ended = true;
    }

    /// How many bytes all pieces have.
    pub(super) fn size(&self) -> usize {
        self.files.iter().map(|(_, bytes)| bytes.len()).sum()
    }

    pub(crate) fn file(&self, name: &str) -> Option<Bytes> {
        let mut files = self.files.iter();
        files
            .find(|(known, _)| known == name)
            .map(|(_, bytes)| bytes.clone())
    }

    /// All that was made, as one file.
    pub(crate) fn joined(&self) -> Vec<u8> {
        let parts: Vec<&[u8]> = self.files.iter().map(|(_, bytes)| &**bytes).collect();
        parts.concat()
    }

    /// What all pieces, joined, are by their name.
    pub(crate) fn extension(&self) -> &str {
        let first = self
            .files
            .first()
            .and_then(|(name, _)| name.rsplit_once('.'));
        first.map_or("mp4", |(_, extension)| extension)
    }

    /// As players read it.
    pub(crate) fn text(&self) -> String {
        // Rounded up; players ask for the list again after so long.
        let most = self.longest.as_secs() + 1;
        let end = if self.ended { "#EXT-X-ENDLIST\n" } else { "" };
        format!(
            "#EXTM3U\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-TARGETDURATION:{most}\n#EXT-X-VERSION:7\n\
             #EXT-X-START:TIME-OFFSET=0\n#EXT-X-MEDIA-SEQUENCE:0\n{}{end}",
            self.lines
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::Samples;

    #[test]
    fn pieces_of_one_sound_follow_one_head() {
        let mut list = Playlist::default();
        for rate in [8000, 8000, 16_000] {
            list.add(Segment::sound(Samples::mono(rate, vec![1; 8000])))
                .unwrap();
        }
        list.end();
        assert_eq!(
            list.text(),
            "#EXTM3U\n#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-TARGETDURATION:2\n#EXT-X-VERSION:7\n\
             #EXT-X-START:TIME-OFFSET=0\n#EXT-X-MEDIA-SEQUENCE:0\n\
             #EXT-X-MAP:URI=\"0.mp4\"\n#EXTINF:1.000000,\n1.m4s\n#EXTINF:1.000000,\n2.m4s\n\
             #EXT-X-DISCONTINUITY\n#EXT-X-MAP:URI=\"3.mp4\"\n#EXTINF:0.500000,\n4.m4s\n#EXT-X-ENDLIST\n"
        );
        assert!(list.file("0.mp4").unwrap()[4..].starts_with(b"ftyp"));
        assert!(list.file("1.m4s").unwrap()[4..].starts_with(b"moof"));
        assert!(list.file("9.m4s").is_none());
    }
}
