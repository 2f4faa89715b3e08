//! Pictures to work on, from files.

use image::{DynamicImage, GrayImage, ImageDecoder as _, ImageReader, RgbImage, RgbaImage};

use super::{Picture, PictureFormat, encoded};
use crate::{component::Invalid, file::FileData};

/// Reads a picture, the right way up. Its bytes are read from the disk as they are needed.
fn decode(file: &FileData) -> Result<DynamicImage, Invalid> {
    let unreadable = |error: &dyn std::fmt::Display| {
        let name = file.name();
        Invalid::from(format!(
            "{name} cannot be read as a PNG, JPEG, WebP, GIF or BMP picture: {error}"
        ))
    };
    let reader = file.open().map(ImageReader::new);
    let reader = reader.and_then(ImageReader::with_guessed_format);
    let mut decoder = reader
        .map_err(|error| unreadable(&error))?
        .into_decoder()
        .map_err(|error| unreadable(&error))?;
    // A file of a few bytes may claim to be as large as a town.
    let mut limits = image::Limits::default();
    limits
        .reserve(decoder.total_bytes())
        .map_err(|error| unreadable(&error))?;
    let orientation = decoder.orientation().map_err(|error| unreadable(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| unreadable(&error))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

macro_rules! pictures {
    ($($picture:ty: $from:expr;)*) => {
        $(impl Picture for $picture {
            fn open(file: FileData) -> Result<Self, Invalid> {
                decode(&file).map($from)
            }

            fn store(self, format: PictureFormat) -> Result<FileData, Invalid> {
                encoded::keep(&self.into(), format)
            }

            fn frame(self) -> Result<FileData, Invalid> {
                encoded::frame(&self.into())
            }
        })*
    };
}
pictures! {
    DynamicImage: |picture| picture;
    RgbImage: DynamicImage::into_rgb8;
    RgbaImage: DynamicImage::into_rgba8;
    GrayImage: DynamicImage::into_luma8;
}
