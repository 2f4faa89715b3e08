//! Films that are passed on in pieces: what is the same in all of them, and what is shown when.

use std::time::Duration;

use super::{
    clusters::{self, Cluster, Tracks},
    codecs, fragments,
    mp4::{self, Sample, Track},
};

/// What is the same in all pieces of a film, so that they can be put one after the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    Mp4(Vec<Track>),
    Webm(Tracks),
}

/// A whole film, which may be a piece of a longer one.
#[derive(Debug, Clone)]
pub(crate) struct Film {
    pub(super) form: Form,
    pub(super) lasts: Duration,
    shown: Shown,
}

#[derive(Debug, Clone)]
enum Shown {
    Samples(Vec<Vec<Sample>>),
    Clusters(Vec<Cluster>),
}

impl Film {
    /// A film in the format MP4 or `WebM`; `None` if it is not whole, or is something else.
    pub(super) fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x1a\x45\xdf\xa3") {
            let (tracks, clusters, lasts) = clusters::read(bytes)?;
            return Some(Self {
                form: Form::Webm(tracks),
                lasts,
                shown: Shown::Clusters(clusters),
            });
        }
        let (tracks, samples): (Vec<_>, Vec<_>) = fragments::read(bytes)?.into_iter().unzip();
        let each = tracks.iter().zip(&samples).map(|(track, samples)| {
            let units: u64 = samples.iter().map(|sample| u64::from(sample.lasts)).sum();
            Duration::from_nanos(units.saturating_mul(1_000_000_000) / u64::from(track.scale))
        });
        Some(Self {
            lasts: each.max()?,
            form: Form::Mp4(tracks),
            shown: Shown::Samples(samples),
        })
    }

    /// One track of these samples.
    pub(super) fn of_samples(form: Form, lasts: Duration, samples: Vec<Sample>) -> Self {
        Self {
            form,
            lasts,
            shown: Shown::Samples(vec![samples]),
        }
    }

    /// What is shown, as it is in a longer film in which it begins at this time.
    pub(super) fn at(&self, at: Duration, number: u32) -> Vec<u8> {
        match (&self.form, &self.shown) {
            (Form::Mp4(tracks), Shown::Samples(samples)) => {
                let begins =
                    |track: &Track| at.as_nanos() * u128::from(track.scale) / 1_000_000_000;
                let begins = |track| u64::try_from(begins(track)).unwrap_or_default();
                let parts = tracks
                    .iter()
                    .map(begins)
                    .zip(samples.iter().map(Vec::as_slice));
                mp4::fragment(number, &parts.collect::<Vec<_>>())
            }
            (Form::Webm(tracks), Shown::Clusters(clusters)) => tracks.clusters(clusters, at),
            _ => Vec::new(),
        }
    }
}

impl Form {
    /// What stands before all pieces; `lasts`: of all of them, if that is known.
    pub(super) fn head(&self, lasts: Option<Duration>) -> Vec<u8> {
        match self {
            Self::Mp4(tracks) => mp4::head(tracks, lasts),
            Self::Webm(tracks) => tracks.head(lasts),
        }
    }

    /// The endings of the names of a head and of what follows it.
    pub(super) fn extensions(&self) -> (&'static str, &'static str) {
        match self {
            Self::Mp4(_) => ("mp4", "m4s"),
            Self::Webm(_) => ("webm", "webm"),
        }
    }

    /// The type by which browsers know whether they can play it.
    pub(super) fn mime(&self) -> String {
        let (kind, codecs): (_, Vec<String>) = match self {
            Self::Mp4(tracks) => {
                let codecs = tracks
                    .iter()
                    .filter_map(|track| codecs::of_mp4(&track.coding));
                ("mp4", codecs.collect())
            }
            Self::Webm(tracks) => {
                let codecs = tracks.codecs.iter();
                let codecs = codecs.map(|(name, needs)| codecs::of_webm(name, needs));
                ("webm", codecs.collect())
            }
        };
        let only_heard = match self {
            Self::Mp4(tracks) => tracks.iter().all(Track::is_sound),
            Self::Webm(tracks) => tracks.codecs.iter().all(|(name, _)| name.starts_with("A_")),
        };
        let what = if only_heard { "audio" } else { "video" };
        format!("{what}/{kind}; codecs=\"{}\"", codecs.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        components::Samples,
        media::{Playlist, Segment},
    };

    fn sound(millis: usize) -> Samples {
        Samples::mono(8000, vec![7; 8 * millis])
    }

    fn noise() -> Vec<u8> {
        let mut list = Playlist::default();
        let noise = (0..i16::MAX).map(|at| at.wrapping_mul(24_119));
        list.add(Segment::sound(Samples::mono(
            8000,
            noise.collect::<Vec<_>>(),
        )))
        .unwrap();
        list.joined().1
    }

    /// What a list makes of these pieces.
    fn joined(pieces: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
        let mut list = Playlist::default();
        for piece in pieces {
            list.add(Segment::file(piece).unwrap()).unwrap();
        }
        assert!(list.is_one());
        list.joined().1
    }

    #[test]
    fn pieces_in_fragments_follow_each_other() {
        let mut list = Playlist::default();
        for _ in 0..2 {
            list.add(Segment::sound(sound(1500))).unwrap();
        }
        let (mime, whole) = list.joined();
        assert_eq!(mime, "audio/mp4; codecs=\"flac\"");
        let film = Film::read(&whole).unwrap();
        assert_eq!(film.lasts, Duration::from_secs(3));
        // As if it had come in one piece, and again with another behind it.
        assert_eq!(film.form, Form::Mp4(vec![Track::flac(8000, 1)]));
        let film = Film::read(&joined([whole.clone(), whole])).unwrap();
        assert_eq!(film.lasts, Duration::from_secs(6));
        let Shown::Samples(samples) = film.shown else {
            panic!("{:?}", film.shown);
        };
        assert_eq!(samples[0].iter().map(|one| one.lasts).sum::<u32>(), 48_000);
    }

    #[test]
    fn samples_that_overlap_are_no_film() {
        let whole = noise();
        assert!(Film::read(&whole).is_some());
        let place = |name: &[u8]| whole.windows(4).position(|it| it == name).unwrap() - 4;
        let (fragment, data) = (place(b"moof"), place(b"mdat"));
        let again = whole[fragment..data].repeat(50);
        let film = [&whole[..fragment], &again, &whole[data..]].concat();
        assert!(Film::read(&film).is_none());
    }

    #[test]
    fn what_is_cut_off_is_no_film() {
        let mut list = Playlist::default();
        list.add(Segment::sound(sound(100))).unwrap();
        let whole = list.joined().1;
        for length in 0..whole.len() {
            assert!(Film::read(&whole[..length]).is_none(), "{length}");
        }
        assert!(Segment::file(whole[..100].to_vec()).is_err());
    }
}
