//! Pictures from memory, as files.

use std::{borrow::Cow, io::Write, path::Path};

use image::{
    ColorType, DynamicImage, ImageError, ImageReader,
    codecs::jpeg::JpegEncoder,
    error::{EncodingError, ImageFormatHint},
};

use super::{PictureFormat, webp};
use crate::{component::Invalid, file::FileData};

/// Loses nothing that a person sees.
const JPEG_QUALITY: u8 = 90;
/// Good enough for a moment.
const FRAME_QUALITY: u8 = 80;
/// How many bytes of a PNG are made at a time: an even number.
const CHUNK: usize = 64 << 10;

/// Writes a picture to a file of the store. It is not held in memory a second time.
pub(crate) fn keep(picture: &DynamicImage, format: PictureFormat) -> Result<FileData, Invalid> {
    let side = picture.width().max(picture.height());
    let format = match format {
        PictureFormat::Webp if side > webp::LONGEST_SIDE => PictureFormat::Png,
        format => format,
    };
    let name = match format {
        PictureFormat::Webp => "image.webp",
        PictureFormat::Png => "image.png",
        PictureFormat::Jpeg => "image.jpg",
    };
    FileData::write(name, |file| {
        encode(picture, format, file).map_err(std::io::Error::other)
    })
}

/// A picture for a moment, in memory.
pub(crate) fn frame(picture: &DynamicImage) -> Result<FileData, Invalid> {
    let mut bytes = Vec::new();
    let fitting = fitting(picture, PictureFormat::Jpeg);
    fitting
        .write_with_encoder(JpegEncoder::new_with_quality(&mut bytes, FRAME_QUALITY))
        .map_err(|why| why.to_string())?;
    Ok(FileData::in_memory("frame.jpg", bytes).whole())
}

fn encode(picture: &DynamicImage, format: PictureFormat, to: impl Write) -> image::ImageResult<()> {
    let picture = fitting(picture, format);
    match format {
        PictureFormat::Webp => webp::write(&picture, to).map_err(ImageError::IoError),
        PictureFormat::Png => png(&picture, to).map_err(|error| {
            let format = ImageFormatHint::Exact(image::ImageFormat::Png);
            ImageError::Encoding(EncodingError::new(format, error))
        }),
        PictureFormat::Jpeg => {
            picture.write_with_encoder(JpegEncoder::new_with_quality(to, JPEG_QUALITY))
        }
    }
}

/// Writes a PNG line by line. The encoder of the `image` crate would first have all of the file in
/// memory, and twice if the picture cannot be made any smaller.
fn png(picture: &DynamicImage, to: impl Write) -> Result<(), png::EncodingError> {
    use png::{BitDepth, ColorType as Png};
    let color = picture.color();
    let mut encoder = png::Encoder::new(to, picture.width(), picture.height());
    encoder.set_color(match (color.has_color(), color.has_alpha()) {
        (true, true) => Png::Rgba,
        (true, false) => Png::Rgb,
        (false, true) => Png::GrayscaleAlpha,
        (false, false) => Png::Grayscale,
    });
    let deep = color.bytes_per_pixel() > color.channel_count();
    encoder.set_depth(if deep {
        BitDepth::Sixteen
    } else {
        BitDepth::Eight
    });
    encoder.set_compression(png::Compression::Fast);
    encoder.set_filter(png::Filter::Adaptive);
    let mut writer = encoder.write_header()?;
    let mut lines = writer.stream_writer_with_size(CHUNK)?;
    if deep {
        // The file has the higher byte first.
        for part in picture.as_bytes().chunks(CHUNK) {
            let turned = part
                .as_chunks::<2>()
                .0
                .iter()
                .map(|&two| u16::from_ne_bytes(two));
            lines.write_all(&turned.flat_map(u16::to_be_bytes).collect::<Vec<_>>())?;
        }
    } else {
        lines.write_all(picture.as_bytes())?;
    }
    lines.finish()
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

    fn noise(seed: u32) -> [u8; 4] {
        (seed.wrapping_mul(2_654_435_761) >> 13).to_ne_bytes()
    }

    #[test]
    fn every_kind_of_picture_is_the_same_as_a_png() {
        let colours = RgbaImage::from_fn(97, 50, |x, y| Rgba(noise(x * 50 + y)));
        let picture = DynamicImage::from(colours);
        for picture in [
            picture.to_luma8().into(),
            picture.to_luma16().into(),
            picture.to_luma_alpha8().into(),
            picture.to_luma_alpha16().into(),
            picture.to_rgb8().into(),
            picture.to_rgb16().into(),
            picture.to_rgba16().into(),
            picture,
        ] {
            assert_eq!(again(&picture, PictureFormat::Png), picture);
        }
    }

    #[test]
    fn every_picture_is_the_same_as_webp() {
        let smooth = |x: u32, y: u32| [x, y, x + y, 255].map(|part| part.to_ne_bytes()[0]);
        let plain = |x: u32, y: u32| {
            if x * 7 < y {
                [9; 4]
            } else {
                [200, 30, 30, 255]
            }
        };
        // The words for dots like these would be too long, the more often one is twice as frequent as the next.
        let rare = |x: u32, y: u32| [(x * y + 1).trailing_zeros().pow(2).to_ne_bytes()[0]; 4];
        let draw = |width, height, dot: &dyn Fn(u32, u32) -> [u8; 4]| {
            DynamicImage::from(RgbaImage::from_fn(width, height, |x, y| Rgba(dot(x, y))))
        };
        for picture in [
            draw(1, 1, &smooth),
            draw(1, 700, &smooth),
            draw(97, 50, &|x, y| noise(x * 50 + y)),
            draw(300, 200, &smooth),
            draw(200, 300, &plain),
            draw(700, 700, &rare),
            draw(webp::LONGEST_SIDE, 1, &plain),
        ] {
            for picture in [
                picture.to_luma8().into(),
                picture.to_luma_alpha8().into(),
                picture.to_rgb8().into(),
                picture,
            ] {
                let read = again(&picture, PictureFormat::Webp);
                assert_eq!(read.to_rgba8(), picture.to_rgba8());
                assert_eq!(read.color().has_alpha(), picture.color().has_alpha());
            }
        }
    }

    #[test]
    fn what_is_equal_takes_no_room() {
        let mut bytes = Vec::new();
        let plain = DynamicImage::from(RgbImage::from_pixel(2000, 2000, Rgb([40, 90, 10])));
        encode(&plain, PictureFormat::Webp, &mut bytes).expect("it can be written");
        assert!(bytes.len() < 2_000, "{}", bytes.len());
    }

    #[test]
    fn what_is_too_long_for_webp_is_a_png() {
        let line = |length| DynamicImage::from(RgbImage::new(length, 1));
        let name = |length| {
            keep(&line(length), PictureFormat::Webp)
                .unwrap()
                .name()
                .to_owned()
        };
        assert_eq!(name(webp::LONGEST_SIDE), "image.webp");
        assert_eq!(name(webp::LONGEST_SIDE + 1), "image.png");
        assert!(keep(&line(0), PictureFormat::Webp).is_err());
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
