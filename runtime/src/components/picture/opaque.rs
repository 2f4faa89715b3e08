//! Lossless WebP pictures without transparency, read with one buffer. The decoder makes four bytes of
//! each dot, and copies three of them elsewhere when the header says that nothing can be seen
//! through. That is only a hint there: told the other, it gives away its own buffer.

use std::io::{self, BufReader, Read, Seek, SeekFrom};

use image::{
    DynamicImage, ImageError, ImageFormat, ImageResult, RgbImage, codecs::webp::WebPDecoder,
    error::DecodingError,
};

const FORMAT: ImageFormat = ImageFormat::WebP;
/// The byte with the hint, and its bit.
const HINT: usize = 24;
const SEEN_THROUGH: u8 = 0x10;

/// Whether `source` is such a picture. It is at its beginning before and after.
pub(super) fn is_opaque(source: &mut (impl Read + Seek + ?Sized)) -> io::Result<bool> {
    let mut head = [0; HINT + 1];
    let read = source.read_exact(&mut head);
    source.rewind()?;
    let lossless = head.starts_with(b"RIFF") && &head[8..16] == b"WEBPVP8L";
    Ok(read.is_ok() && lossless && head[HINT] & SEEN_THROUGH == 0)
}

/// Its decoder, which has four bytes for each dot.
pub(super) fn decoder<R: Read + Seek>(source: R) -> ImageResult<WebPDecoder<BufReader<Hinted<R>>>> {
    WebPDecoder::new(BufReader::new(Hinted { source, at: 0 }))
}

/// The three that count, in the place of the four.
pub(super) fn narrowed(picture: DynamicImage) -> ImageResult<DynamicImage> {
    let (width, height) = (picture.width(), picture.height());
    let mut bytes = picture.into_rgba8().into_raw();
    let dots = bytes.len() / 4;
    for dot in 0..dots {
        bytes.copy_within(dot * 4..dot * 4 + 3, dot * 3);
    }
    bytes.truncate(dots * 3);
    let narrow = RgbImage::from_raw(width, height, bytes).map(DynamicImage::ImageRgb8);
    narrow.ok_or_else(|| ImageError::Decoding(DecodingError::new(FORMAT.into(), "it is cut off")))
}

/// The same bytes, but for the hint.
pub(super) struct Hinted<R> {
    source: R,
    at: u64,
}

impl<R: Read> Read for Hinted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.source.read(buffer)?;
        let hint = (HINT as u64).checked_sub(self.at);
        let hint = hint.and_then(|place| usize::try_from(place).ok());
        if let Some(hint) = hint.and_then(|place| buffer[..read].get_mut(place)) {
            *hint |= SEEN_THROUGH;
        }
        self.at += read as u64;
        Ok(read)
    }
}

impl<R: Seek> Seek for Hinted<R> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = self.source.seek(to)?;
        Ok(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{Rgb, RgbaImage};

    use super::*;

    fn file(picture: &DynamicImage) -> Cursor<Vec<u8>> {
        let mut file = Cursor::new(Vec::new());
        picture.write_to(&mut file, FORMAT).unwrap();
        file.set_position(0);
        file
    }

    #[test]
    fn every_dot_is_what_it_was() {
        let colour = |part: u32| u8::try_from(part % 256).unwrap();
        let dots = RgbImage::from_fn(70, 30, |x, y| Rgb([x * 3, y * 8, x * y].map(colour)));
        let picture = DynamicImage::from(dots);
        let mut file = file(&picture);
        assert!(is_opaque(&mut file).unwrap());
        let read = DynamicImage::from_decoder(decoder(file).unwrap()).unwrap();
        assert_eq!(read.color().bytes_per_pixel(), 4);
        assert_eq!(narrowed(read).unwrap(), picture);
    }

    #[test]
    fn others_are_read_as_they_are() {
        let glass = DynamicImage::from(RgbaImage::new(3, 3));
        assert!(!is_opaque(&mut file(&glass)).unwrap());
        assert!(!is_opaque(&mut Cursor::new(b"RIFF")).unwrap());
    }
}
