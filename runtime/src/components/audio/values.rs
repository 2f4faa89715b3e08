//! The Rust types that functions take sounds as, and show them as.

use std::path::{Path, PathBuf};

use super::{Audio, Samples, decode};
use crate::{
    component::{DefaultComponent, Invalid, Postprocess, Preprocess},
    endpoint::{Failure, Outcome},
    file::FileData,
};

/// What a function can take.
trait Heard: Sized {
    fn heard(audio: &Audio, file: FileData) -> Result<Self, Invalid>;
}

/// What a function can show.
trait Played {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid>;
}

impl Heard for FileData {
    fn heard(audio: &Audio, file: FileData) -> Result<Self, Invalid> {
        audio.taken(file)
    }
}

impl Played for FileData {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        audio.shown(self)
    }
}

impl Heard for PathBuf {
    fn heard(audio: &Audio, file: FileData) -> Result<Self, Invalid> {
        Ok(audio.taken(file)?.path().to_owned())
    }
}

impl Played for PathBuf {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        audio.shown(self.into())
    }
}

impl Played for &Path {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        audio.shown(self.into())
    }
}

impl Heard for Vec<u8> {
    fn heard(audio: &Audio, file: FileData) -> Result<Self, Invalid> {
        audio.taken(file)?.read()
    }
}

impl Played for Vec<u8> {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        let name = format!("audio.{}", decode::extension(&self));
        audio.shown(FileData::from_bytes(&name, self)?)
    }
}

impl Heard for Samples {
    fn heard(audio: &Audio, file: FileData) -> Result<Self, Invalid> {
        audio.read(&file)
    }
}

impl Played for Samples {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        audio.stored(&self)
    }
}

impl Heard for (u32, Vec<i16>) {
    fn heard(audio: &Audio, file: FileData) -> Result<Self, Invalid> {
        let sound = audio.read(&file)?.mixed();
        Ok((sound.rate, sound.data))
    }
}

impl Played for (u32, Vec<i16>) {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        audio.stored(&Samples::mono(self.0, self.1))
    }
}

impl Heard for (u32, Vec<f32>) {
    fn heard(audio: &Audio, file: FileData) -> Result<Self, Invalid> {
        let sound = audio.read(&file)?.mixed();
        Ok((sound.rate, sound.to_f32()))
    }
}

impl Played for (u32, Vec<f32>) {
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        audio.stored(&Samples::from_f32(self.0, &self.1))
    }
}

impl Played for (u32, Vec<f64>) {
    #[allow(
        clippy::cast_possible_truncation,
        reason = "sixteen bits are left of each in the end"
    )]
    fn played(self, audio: &Audio) -> Result<FileData, Invalid> {
        let data: Vec<f32> = self.1.into_iter().map(|sample| sample as f32).collect();
        (self.0, data).played(audio)
    }
}

macro_rules! takes {
    ($($type:ty),* $(,)?) => {$(
        impl Preprocess<$type> for Audio {
            fn preprocess(&self, data: Option<FileData>) -> Result<$type, Invalid> {
                let file = data.ok_or("there is no sound")?;
                <$type as Heard>::heard(self, file)
            }
        }

        impl Preprocess<Option<$type>> for Audio {
            fn preprocess(&self, data: Option<FileData>) -> Result<Option<$type>, Invalid> {
                data.map(|file| <$type as Heard>::heard(self, file)).transpose()
            }
        }
    )*};
}
takes!(
    FileData,
    PathBuf,
    Vec<u8>,
    Samples,
    (u32, Vec<i16>),
    (u32, Vec<f32>)
);

macro_rules! shows {
    ($($type:ty),* $(,)?) => {$(
        impl Postprocess<$type> for Audio {
            fn postprocess(&self, value: $type) -> Result<Option<FileData>, Invalid> {
                value.played(self).map(Some)
            }
        }

        impl Postprocess<Option<$type>> for Audio {
            fn postprocess(&self, value: Option<$type>) -> Result<Option<FileData>, Invalid> {
                value.map(|value| value.played(self)).transpose()
            }
        }
    )*};
}
shows!(
    FileData,
    PathBuf,
    &Path,
    Vec<u8>,
    Samples,
    (u32, Vec<i16>),
    (u32, Vec<f32>),
    (u32, Vec<f64>)
);

impl DefaultComponent for Samples {
    type Component = Audio;

    fn component() -> Audio {
        Audio::new()
    }
}

impl Outcome for Samples {
    type Value = Self;

    fn settle(self) -> Result<Self, Failure> {
        Ok(self)
    }
}
