//! Pictures from memory, as files.

use std::{borrow::Cow, io::Write, path::Path};

use image::{
    ColorType, DynamicImage, ImageReader,
    codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder},
};

use super::PictureFormat;
use crate::{component::Invalid, file::FileData};

/// Loses nothing that a person sees.
const JPEG_QUALITY: u8 = 90;

/// Writes a picture to a file of the store. It is not held in memory a second time.
pub(crate) fn keep(picture: &DynamicImage, format: PictureFormat) -> Result<FileData, Invalid> {
    let name = match format {
        PictureFormat::Webp => "image.webp",
        PictureFormat::Png => "image.png",
        PictureFormat::Jpeg => "image.jpg",
    };
    FileData::write(name, |file| {
        encode(picture, format, file).map_err(std::io::Error::other)
    })
}

fn encode(picture: &DynamicImage, format: PictureFormat, to: impl Write) -> image::ImageResult<()> {
    let picture = fitting(picture, format);
    match format {
        PictureFormat::Webp => picture.write_with_encoder(WebPEncoder::new_lossless(to)),
        PictureFormat::Png => picture.write_with_encoder(PngEncoder::new(to)),
        PictureFormat::Jpeg => {
            picture.write_with_encoder(JpegEncoder::new_with_quality(to, JPEG_QUALITY))
        }
    }
}

/// The picture in colours that the format has.
fn fitting(picture: &DynamicImage, format: PictureFormat) -> Cow<'_, DynamicImage> {
    use ColorType::{L8, L16, La8, La16, Rgb8, Rgb16, Rgba8, Rgba16};
    let fits = matches!(
        (format, picture.color()),
        (_, L8 | Rgb8)
            | (PictureFormat::Webp | PictureFormat::Png, La8 | Rgba8)
            | (PictureFormat::Png, L16 | La16 | Rgb16 | Rgba16)
    );
    if fits {
        Cow::Borrowed(picture)
    } else if format != PictureFormat::Jpeg && picture.color().has_alpha() {
        Cow::Owned(picture.to_rgba8().into())
    } else {
        Cow::Owned(picture.to_rgb8().into())
    }
}

/// Width and height, from the first bytes of a file.
pub(crate) fn size(path: &Path) -> Result<(u32, u32), Invalid> {
    ImageReader::open(path)
        .and_then(ImageReader::with_guessed_format)
        .map_err(|error| error.to_string())
        .and_then(|reader| reader.into_dimensions().map_err(|error| error.to_string()))
        .map_err(Invalid::from)
}

#[cfg(test)]
mod tests {
    use image::{DynamicImage, GenericImageView as _, Rgb, RgbImage, Rgba, RgbaImage};

    use super::*;

    fn again(picture: &DynamicImage, format: PictureFormat) -> DynamicImage {
        let mut bytes = Vec::new();
        encode(picture, format, &mut bytes).expect("it can be written");
        image::load_from_memory(&bytes).expect("it can be read again")
    }

    #[test]
    fn nothing_is_lost_but_by_jpeg() {
        let picture = DynamicImage::from(RgbaImage::from_pixel(3, 2, Rgba([10, 20, 30, 128])));
        for format in [PictureFormat::Webp, PictureFormat::Png] {
            assert_eq!(again(&picture, format), picture, "{format:?}");
        }
        let flat = again(&picture, PictureFormat::Jpeg);
        assert_eq!(flat.dimensions(), (3, 2));
        assert!(!flat.color().has_alpha());
    }

    #[test]
    fn any_depth_fits_every_format() {
        let colours = RgbImage::from_pixel(2, 2, Rgb([255, 0, 0]));
        let deep = DynamicImage::from(DynamicImage::from(colours).to_rgba32f());
        for format in [PictureFormat::Webp, PictureFormat::Png, PictureFormat::Jpeg] {
            assert!(
                again(&deep, format).get_pixel(0, 0).0[0] > 250,
                "{format:?}"
            );
        }
    }
}
