//! Pictures to work on, from files.

use image::{
    DynamicImage, GrayImage, ImageDecoder, ImageReader, ImageResult, Limits, RgbImage, RgbaImage,
};

use super::{Picture, PictureFormat, encoded, opaque};
use crate::{component::Invalid, file::FileData};

fn decode(file: &FileData) -> Result<DynamicImage, Invalid> {
    read(file).map_err(|error| {
        let name = file.name();
        Invalid::from(format!(
            "{name} cannot be read as a PNG, JPEG, WebP, GIF or BMP picture: {error}"
        ))
    })
}

/// Reads a picture, the right way up. Its bytes are read from the disk as they are needed.
fn read(file: &FileData) -> ImageResult<DynamicImage> {
    let mut source = file.open()?;
    if opaque::is_opaque(&mut source)? {
        return opaque::narrowed(upright(opaque::decoder(source)?)?);
    }
    let reader = ImageReader::new(source).with_guessed_format()?;
    upright(reader.into_decoder()?)
}

fn upright(mut decoder: impl ImageDecoder) -> ImageResult<DynamicImage> {
    // A file of a few bytes may claim to be as large as a town.
    let mut limits = Limits::default();
    limits.reserve(decoder.total_bytes())?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
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

            fn to_draw_on(self) -> Result<DynamicImage, Invalid> {
                Ok(self.into())
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
