//! The pieces of one run so far, as a list that players read.

use std::{borrow::Cow, fmt::Write as _, time::Duration};

use axum::body::Bytes;

use super::{
    film::{Film, Form},
    flac,
    frames::Kind,
    mp4::{Sample, Track},
    segment::{Piece, Segment},
};
use crate::{component::Invalid, components::Samples};

/// What was made so far.
#[derive(Debug, Default)]
pub(crate) struct Playlist {
    lines: String,
    files: Vec<File>,
    longest: Duration,
    /// What the last pieces have in common, and how long they are together.
    form: Option<(Form, Duration)>,
    /// How many forms there were.
    forms: usize,
    ended: bool,
}

#[derive(Debug)]
struct File {
    name: String,
    mime: Cow<'static, str>,
    bytes: Bytes,
}

impl Playlist {
    /// Adds what is made next.
    ///
    /// # Errors
    /// When it is no whole file.
    pub(crate) fn add(&mut self, Segment(piece): Segment) -> Result<(), Invalid> {
        match piece {
            Piece::Sound(sound) if sound.data.is_empty() => {}
            Piece::Sound(sound) => {
                let sound = if sound.channels > 8 {
                    sound.mixed()
                } else {
                    sound
                };
                self.follow(&heard(&sound, self.at(&form_of(&sound))));
            }
            Piece::Film(film) => self.follow(&film),
            Piece::File(kind, bytes) => self.pass_on(kind, bytes)?,
        }
        Ok(())
    }

    /// A piece that goes on where the one before it has ended.
    fn follow(&mut self, film: &Film) {
        let at = self.at(&film.form);
        let (head, piece) = film.form.extensions();
        let mime = Cow::<'static, str>::Owned(film.form.mime());
        if at.is_zero() {
            let name = self.name(head);
            if self.form.is_some() {
                self.lines.push_str("#EXT-X-DISCONTINUITY\n");
            }
            let _ = writeln!(self.lines, "#EXT-X-MAP:URI=\"{name}\"");
            self.forms += 1;
            self.keep(name, mime.clone(), film.form.head(None));
        }
        self.form = Some((film.form.clone(), at + film.lasts));
        let number = u32::try_from(self.files.len()).unwrap_or(u32::MAX);
        let name = self.name(piece);
        self.lists(&name, film.lasts);
        self.keep(name, mime, film.at(at, number));
    }

    /// Where a piece of this form begins.
    fn at(&self, form: &Form) -> Duration {
        let own = self.form.as_ref().filter(|(known, _)| known == form);
        own.map(|(_, at)| *at).unwrap_or_default()
    }

    /// A file that stays as it is.
    fn pass_on(&mut self, kind: Kind, bytes: Vec<u8>) -> Result<(), Invalid> {
        let lasts = kind.duration(&bytes)?;
        if !self.files.is_empty() && kind == Kind::Ts {
            // Each film starts its own clock.
            self.lines.push_str("#EXT-X-DISCONTINUITY\n");
        }
        let name = self.name(kind.extension());
        self.lists(&name, lasts);
        self.keep(name, kind.mime().into(), bytes);
        Ok(())
    }

    fn name(&self, extension: &str) -> String {
        format!("{}.{extension}", self.files.len())
    }

    fn lists(&mut self, name: &str, lasts: Duration) {
        let _ = writeln!(self.lines, "#EXTINF:{:.6},\n{name}", lasts.as_secs_f64());
        self.longest = self.longest.max(lasts);
    }

    fn keep(&mut self, name: String, mime: Cow<'static, str>, bytes: Vec<u8>) {
        let bytes = bytes.into();
        self.files.push(File { name, mime, bytes });
    }

    /// There is no more.
    pub(crate) fn end(&mut self) {
        self.ended = true;
    }

    /// How many bytes all pieces have.
    pub(super) fn size(&self) -> usize {
        self.files.iter().map(|file| file.bytes.len()).sum()
    }

    /// A piece by its name, with its type.
    pub(crate) fn file(&self, name: &str) -> Option<(String, Bytes)> {
        let file = self.files.iter().find(|file| file.name == name)?;
        Some((file.mime.to_string(), file.bytes.clone()))
    }

    /// All that was made, as one file, with its type.
    pub(crate) fn joined(&self) -> (String, Vec<u8>) {
        let files = self.files.iter();
        let mut parts: Vec<&[u8]> = files.map(|file| &*file.bytes).collect();
        let head = self.form.as_ref().filter(|_| self.forms == 1);
        let head = head.map(|(form, lasts)| form.head(Some(*lasts)));
        if let Some((head, first)) = head.as_deref().zip(parts.first_mut()) {
            *first = head;
        }
        let mime = self.files.first().map(|file| file.mime.to_string());
        (mime.unwrap_or_default(), parts.concat())
    }

    /// What all pieces, joined, are by their name.
    pub(crate) fn extension(&self) -> &str {
        let first = self.files.first();
        let first = first.and_then(|file| file.name.rsplit_once('.'));
        first.map_or("mp4", |(_, extension)| extension)
    }

    /// Whether all pieces are of one form.
    pub(crate) fn is_one(&self) -> bool {
        self.forms < 2
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

/// A sound as a film without pictures: FLAC, the one lossless sound that players of lists and browsers both know.
fn heard(sound: &Samples, at: Duration) -> Film {
    let begins = at.as_nanos() * u128::from(sound.rate) / 1_000_000_000;
    let begins = u64::try_from(begins).unwrap_or_default();
    let frames = flac::frames(&sound.data, sound.channels.max(1), begins);
    let samples = frames.into_iter().map(|(bytes, lasts)| Sample {
        bytes,
        lasts,
        later: 0,
        is_whole: true,
    });
    Film::of_samples(form_of(sound), sound.duration(), samples.collect())
}

fn form_of(sound: &Samples) -> Form {
    Form::Mp4(vec![Track::flac(sound.rate, sound.channels.max(1))])
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(list.file("0.mp4").unwrap().1[4..].starts_with(b"ftyp"));
        assert!(list.file("1.m4s").unwrap().1[4..].starts_with(b"moof"));
        assert!(list.file("9.m4s").is_none());
    }
}
