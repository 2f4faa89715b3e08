//! What is drawn on pictures before they are shown.

use std::path::{Path, PathBuf};

use crate::file::FileData;

/// A picture that is drawn on others before they are shown: the mark of whoever made them. See
/// [`Image::watermark`](super::super::Image::watermark).
///
/// ```
/// use vetrina::prelude::*;
///
/// let image = Image::new().watermark(Watermark::new("mark.png").position(Corner::TopLeft));
/// # let _ = image;
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Watermark {
    pub(super) picture: FileData,
    pub(super) position: WatermarkPosition,
}

impl Watermark {
    /// This picture, in its own size, at the bottom right: PNG, JPEG, WebP, GIF or BMP. Where it is transparent, what is
    /// below it stays.
    pub fn new(picture: impl Into<Self>) -> Self {
        picture.into()
    }

    /// The same at another corner, ten dots from the edges, or with its upper left corner at `(x, y)`, in dots. Where it
    /// does not fit, it is at the bottom right.
    #[must_use]
    pub fn position(mut self, position: impl Into<WatermarkPosition>) -> Self {
        self.position = position.into();
        self
    }
}

impl Watermark {
    /// Why it cannot be drawn on anything, as far as that is known before.
    pub(in crate::components) fn problem(&self) -> Option<String> {
        if cfg!(not(feature = "image")) {
            return Some("a watermark can only be drawn with the feature `image`".into());
        }
        let is_there = self.picture.size().is_some();
        (!is_there).then(|| format!("there is no watermark `{}`", self.picture.name()))
    }
}

impl From<FileData> for Watermark {
    fn from(picture: FileData) -> Self {
        Self {
            picture,
            position: Corner::BottomRight.into(),
        }
    }
}

impl From<PathBuf> for Watermark {
    fn from(picture: PathBuf) -> Self {
        FileData::from_path(picture).into()
    }
}

impl From<&Path> for Watermark {
    fn from(picture: &Path) -> Self {
        picture.to_owned().into()
    }
}

impl From<&str> for Watermark {
    fn from(picture: &str) -> Self {
        PathBuf::from(picture).into()
    }
}

/// Where a [`Watermark`] is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WatermarkPosition {
    /// At a corner, ten dots from the edges.
    Corner(Corner),
    /// With its upper left corner this far from the left and from the top, in dots.
    At(u32, u32),
}

/// A corner of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corner {
    /// At the top left.
    TopLeft,
    /// At the top right.
    TopRight,
    /// At the bottom left.
    BottomLeft,
    /// At the bottom right.
    BottomRight,
}

impl From<Corner> for WatermarkPosition {
    fn from(corner: Corner) -> Self {
        Self::Corner(corner)
    }
}

impl From<(u32, u32)> for WatermarkPosition {
    fn from((x, y): (u32, u32)) -> Self {
        Self::At(x, y)
    }
}

#[cfg(feature = "image")]
mod drawn {
    use image::{DynamicImage, GenericImageView, imageops};

    use super::{Corner, Watermark, WatermarkPosition};
    use crate::{component::Invalid, components::Picture};

    /// How far from the edges, in dots.
    const EDGE: i64 = 10;

    impl Watermark {
        /// The picture with this on it. One without transparency stays without.
        pub(in crate::components) fn on(
            &self,
            shown: &DynamicImage,
        ) -> Result<DynamicImage, Invalid> {
            let mark = DynamicImage::open(self.picture.clone())?.into_rgba8();
            let (x, y) = self.place(shown.dimensions(), mark.dimensions());
            let mut marked = shown.to_rgba8();
            imageops::overlay(&mut marked, &mark, x, y);
            let marked = DynamicImage::from(marked);
            Ok(if shown.color().has_alpha() {
                marked
            } else {
                marked.into_rgb8().into()
            })
        }

        fn place(&self, on: (u32, u32), mark: (u32, u32)) -> (i64, i64) {
            let left = (
                i64::from(on.0) - i64::from(mark.0),
                i64::from(on.1) - i64::from(mark.1),
            );
            let end = (left.0 - EDGE, left.1 - EDGE);
            let place = match self.position {
                WatermarkPosition::Corner(Corner::TopLeft) => (EDGE, EDGE),
                WatermarkPosition::Corner(Corner::TopRight) => (end.0, EDGE),
                WatermarkPosition::Corner(Corner::BottomLeft) => (EDGE, end.1),
                WatermarkPosition::Corner(Corner::BottomRight) => end,
                WatermarkPosition::At(x, y) => (x.into(), y.into()),
            };
            let fits = (0..=left.0).contains(&place.0) && (0..=left.1).contains(&place.1);
            if fits { place } else { end }
        }
    }

    #[cfg(test)]
    mod tests {
        use image::{GrayImage, Luma, Rgb, RgbImage, Rgba, RgbaImage};

        use super::*;
        use crate::components::{PictureFormat, picture::keep};

        const BLACK: Rgb<u8> = Rgb([0; 3]);

        /// Four dots of red, the first of them half transparent.
        fn mark() -> Watermark {
            let mut red = RgbaImage::from_pixel(2, 2, Rgba([255, 0, 0, 255]));
            red.put_pixel(0, 0, Rgba([255, 0, 0, 128]));
            let file = keep(&red.into(), PictureFormat::Png).unwrap();
            Watermark::new(file)
        }

        /// Where the mark is on a black picture of this size, by its last dot.
        fn last(mark: &Watermark, width: u32, height: u32) -> Option<(u32, u32)> {
            let shown = mark.on(&RgbImage::from_pixel(width, height, BLACK).into());
            let shown = shown.unwrap().into_rgb8();
            let red = shown
                .enumerate_pixels()
                .filter(|(_, _, dot)| dot.0[0] == 255);
            red.last().map(|(x, y, _)| (x, y))
        }

        #[test]
        fn it_is_drawn_where_it_should_be() {
            let at = |position: WatermarkPosition| last(&mark().position(position), 40, 30);
            assert_eq!(last(&mark(), 40, 30), Some((29, 19)));
            assert_eq!(at(Corner::TopLeft.into()), Some((11, 11)));
            assert_eq!(at(Corner::TopRight.into()), Some((29, 11)));
            assert_eq!(at(Corner::BottomLeft.into()), Some((11, 19)));
            assert_eq!(at(Corner::BottomRight.into()), Some((29, 19)));
            assert_eq!(at((3, 28).into()), Some((4, 29)));
            assert_eq!(at((3, 29).into()), Some((29, 19)), "it does not fit");
            assert_eq!(at((u32::MAX, 0).into()), Some((29, 19)));
            assert_eq!(
                last(&mark(), 11, 11),
                Some((0, 0)),
                "as much as there is room for"
            );
            assert_eq!(last(&mark(), 5, 5), None);
        }

        #[test]
        fn what_is_below_shines_through() {
            let shown = mark().on(&RgbImage::from_pixel(40, 30, BLACK).into());
            let shown = shown.unwrap();
            assert!(!shown.color().has_alpha());
            assert!((120..136).contains(&shown.get_pixel(28, 18).0[0]));
            let clear = mark().on(&RgbaImage::new(40, 30).into()).unwrap();
            assert_eq!(clear.get_pixel(0, 0).0[3], 0, "it stays transparent");
            let grey = mark().on(&GrayImage::from_pixel(40, 30, Luma([9])).into());
            assert_eq!(grey.unwrap().get_pixel(29, 19).0, [255, 0, 0, 255]);
        }

        #[test]
        fn one_that_is_no_picture_is_told() {
            let why = Watermark::new("nowhere.png").on(&RgbImage::new(4, 4).into());
            assert!(
                why.unwrap_err()
                    .to_string()
                    .starts_with("nowhere.png cannot be read")
            );
        }
    }
}
