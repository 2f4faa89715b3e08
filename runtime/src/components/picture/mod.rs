//! Pictures: what the components that show them share.

use std::{path::PathBuf, sync::LazyLock};

use serde::Serialize;
use serde_json::Value;

#[cfg(feature = "image")]
mod decoded;
#[cfg(feature = "image")]
mod encoded;
#[cfg(feature = "image")]
mod opaque;
mod watermark;
#[cfg(feature = "image")]
mod webp;

#[cfg(feature = "image")]
pub(super) use encoded::{keep, size};
pub use watermark::{Corner, Watermark, WatermarkPosition};

use crate::{
    component::Invalid,
    file::{FileData, FileTypes, kind_of},
};

/// A Rust type for a picture: what [`Image`](super::Image), [`Gallery`](super::Gallery) and the like
/// give to functions and show.
///
/// `FileData`, `PathBuf` and `Vec<u8>` are pictures as they were sent; with the feature `image`,
/// which is on by default, `DynamicImage`, `RgbImage`, `RgbaImage` and `GrayImage` of
/// [`vetrina::image`](https://docs.rs/image) are pictures to work on.
///
/// ```
/// use vetrina::{component::Invalid, components::Picture, prelude::*};
///
/// /// A picture that only counts its bytes.
/// struct Weight(u64);
///
/// impl Picture for Weight {
///     fn open(file: FileData) -> Result<Self, Invalid> {
///         Ok(Self(file.size().unwrap_or_default()))
///     }
///
///     fn store(self, _: PictureFormat) -> Result<FileData, Invalid> {
///         let drawing = format!("<svg xmlns='http://www.w3.org/2000/svg'><text y='1em'>{}</text></svg>", self.0);
///         FileData::from_bytes("weight.svg", drawing.into_bytes())
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a picture",
    label = "not a picture",
    note = "pictures are `DynamicImage`, `RgbImage`, `RgbaImage`, `GrayImage`, `PathBuf`, `Vec<u8>` and `FileData`"
)]
pub trait Picture: Sized {
    /// What a function takes, from a file that was sent.
    ///
    /// # Errors
    /// When the file is no such picture.
    fn open(file: FileData) -> Result<Self, Invalid>;

    /// A file to send. Pictures that are not in a format yet get this one.
    ///
    /// # Errors
    /// When it cannot be written.
    fn store(self, format: PictureFormat) -> Result<FileData, Invalid>;

    /// A file to send of a picture that is gone the next moment. What is in no format yet is best sent as JPEG, and kept
    /// in memory: [`FileData::in_memory`] makes such a file.
    ///
    /// # Errors
    /// When it cannot be written.
    fn frame(self) -> Result<FileData, Invalid> {
        self.store(PictureFormat::Jpeg).map(FileData::whole)
    }

    /// Its dots, to draw on: for [`Watermark`]s.
    ///
    /// # Errors
    /// When it has none, as a drawing, or cannot be read.
    #[cfg(feature = "image")]
    fn to_draw_on(self) -> Result<image::DynamicImage, Invalid> {
        image::DynamicImage::open(self.store(PictureFormat::Png)?)
    }
}

impl Picture for FileData {
    fn open(file: FileData) -> Result<Self, Invalid> {
        Ok(file)
    }

    fn store(self, _: PictureFormat) -> Result<FileData, Invalid> {
        Ok(self)
    }
}

impl Picture for PathBuf {
    fn open(file: FileData) -> Result<Self, Invalid> {
        Ok(file.path().to_owned())
    }

    fn store(self, _: PictureFormat) -> Result<FileData, Invalid> {
        Ok(FileData::from_path(self))
    }
}

/// The bytes of a file, whatever its format.
impl Picture for Vec<u8> {
    fn open(file: FileData) -> Result<Self, Invalid> {
        file.read()
    }

    fn store(self, _: PictureFormat) -> Result<FileData, Invalid> {
        let drawing = self.starts_with(b"<").then_some("svg");
        let extension = kind_of(&self).map(|kind| kind.extension).or(drawing);
        FileData::from_bytes(&format!("image.{}", extension.unwrap_or("bin")), self)
    }
}

/// The format that pictures from memory are sent in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    /// Small and without loss. Pictures of more than 16,383 dots a side do not fit and are sent as PNG.
    #[default]
    Webp,
    /// Without loss, and known everywhere.
    Png,
    /// Small for photographs; some detail and all transparency are lost.
    Jpeg,
}

/// Where a person may take a picture from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum PictureSource {
    /// A file, picked or dropped.
    Upload,
    /// The camera.
    Webcam,
    /// The clipboard.
    Clipboard,
}

/// Every place there is.
pub(super) fn all_sources() -> Vec<PictureSource> {
    vec![
        PictureSource::Upload,
        PictureSource::Webcam,
        PictureSource::Clipboard,
    ]
}

/// How the camera is used.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WebcamOptions {
    /// Whether people see themselves as in a mirror.
    pub mirror: bool,
    /// What the camera should be like: [`MediaTrackConstraints`](https://developer.mozilla.org/docs/Web/API/MediaTrackConstraints).
    pub constraints: Option<Value>,
}

impl Default for WebcamOptions {
    fn default() -> Self {
        Self {
            mirror: true,
            constraints: None,
        }
    }
}

/// Whether a file may be a picture at all, going by its name.
pub(super) fn check(file: &FileData) -> Result<(), Invalid> {
    FileTypes::from(["image"]).check(file)
}

/// A picture to try an endpoint with: it is there, on this server.
pub(super) fn example() -> Value {
    static SAMPLE: LazyLock<Value> = LazyLock::new(|| {
        sample()
            .ok()
            .and_then(|file| serde_json::to_value(file).ok())
            .unwrap_or_default()
    });
    SAMPLE.clone()
}

/// A low sun over hills.
#[cfg(feature = "image")]
fn sample() -> Result<FileData, Invalid> {
    let drawn = image::RgbImage::from_fn(48, 32, |x, y| {
        let sun = x.abs_diff(34).pow(2) + y.abs_diff(14).pow(2) < 50;
        let hills = y * 40 > 900 + x.abs_diff(10).pow(2) / 4;
        image::Rgb(match (hills, sun) {
            (true, _) => [90, 140, 110],
            (_, true) => [250, 205, 90],
            _ => [150, 200, 215],
        })
    });
    let file = keep(&drawn.into(), PictureFormat::Png)?;
    Ok(file.named("sunset.png"))
}

#[cfg(not(feature = "image"))]
fn sample() -> Result<FileData, Invalid> {
    let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 2'><circle cx='2' cy='1' r='.5' fill='gold'/></svg>";
    FileData::from_bytes("sun.svg", drawing)
}
