//! Regions as pictures: what a function marked, drawn to lie upon the picture.

use image::{DynamicImage, GrayImage, Luma, Rgba, RgbaImage};

use super::{AnnotatedImage, AnnotatedImageData, Annotation};
use crate::{
    component::{DefaultOutput, Invalid, Postprocess},
    components::picture::{self, Picture, PictureFormat},
};

/// How thick the line around a box is, in pixels.
const LINE: u32 = 3;
/// How much the inside of a box covers.
const INSIDE: u8 = 127;
/// The colour of regions whose label has none; the page chooses its own.
const RED: [u8; 3] = [255, 0, 0];

/// A part of a picture, marked.
///
/// ```
/// use vetrina::{components::Region, image::GrayImage};
///
/// let regions: [Region; 2] = [[10, 10, 50, 40].into(), GrayImage::new(64, 64).into()];
/// # let _ = regions;
/// ```
#[derive(Debug, Clone, PartialEq)]
pub enum Region {
    /// Left, top, right and bottom, in pixels.
    Box([u32; 4]),
    /// A picture of the same size: the lighter, the more is covered.
    Mask(GrayImage),
}

impl From<[u32; 4]> for Region {
    fn from(corners: [u32; 4]) -> Self {
        Self::Box(corners)
    }
}

impl From<(u32, u32, u32, u32)> for Region {
    fn from((left, top, right, bottom): (u32, u32, u32, u32)) -> Self {
        Self::Box([left, top, right, bottom])
    }
}

impl From<GrayImage> for Region {
    fn from(mask: GrayImage) -> Self {
        Self::Mask(mask)
    }
}

/// A picture and what is marked in it. The component of it as a result is [`AnnotatedImage`].
///
/// ```
/// use vetrina::{image::DynamicImage, prelude::*};
///
/// #[endpoint]
/// fn find(picture: DynamicImage) -> Annotated<DynamicImage> {
///     let (w, h) = (picture.width(), picture.height());
///     Annotated::new(picture).mark([w / 3, h / 3, 2 * w / 3, 2 * h / 3], "middle")
/// }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated<P> {
    picture: P,
    regions: Vec<(Region, String)>,
}

impl<P: Picture> Annotated<P> {
    /// A picture without marks.
    pub fn new(picture: P) -> Self {
        Self {
            picture,
            regions: Vec::new(),
        }
    }

    /// Marks a region.
    #[must_use]
    pub fn mark(mut self, region: impl Into<Region>, label: impl Into<String>) -> Self {
        self.regions.push((region.into(), label.into()));
        self
    }
}

impl<P: Picture> Postprocess<Annotated<P>> for AnnotatedImage {
    fn postprocess(&self, value: Annotated<P>) -> Result<Option<AnnotatedImageData>, Invalid> {
        self.postprocess((value.picture, value.regions))
    }
}

impl<P: Picture> DefaultOutput for Annotated<P> {
    type Component = AnnotatedImage;

    fn output() -> AnnotatedImage {
        AnnotatedImage::new()
    }
}

impl Region {
    /// The region in its colour, clear elsewhere.
    fn draw(&self, (width, height): (u32, u32), [r, g, b]: [u8; 3]) -> Result<RgbaImage, Invalid> {
        let coloured = |covers: u8| {
            Rgba(if covers == 0 {
                [0; 4]
            } else {
                [r, g, b, covers]
            })
        };
        match self {
            Self::Mask(mask) if mask.dimensions() == (width, height) => {
                Ok(RgbaImage::from_fn(width, height, |x, y| {
                    let Luma([covers]) = *mask.get_pixel(x, y);
                    coloured(covers)
                }))
            }
            Self::Mask(mask) => Err(format!(
                "a mask of {} × {} pixels does not fit a picture of {width} × {height}",
                mask.width(),
                mask.height()
            )
            .into()),
            &Self::Box([left, top, right, bottom]) => {
                let mut drawn = RgbaImage::new(width, height);
                let (right, bottom) = (right.min(width), bottom.min(height));
                for y in top..bottom {
                    for x in left..right {
                        let edge = x < left.saturating_add(LINE)
                            || y < top.saturating_add(LINE)
                            || x + LINE >= right
                            || y + LINE >= bottom;
                        drawn.put_pixel(x, y, coloured(if edge { 255 } else { INSIDE }));
                    }
                }
                Ok(drawn)
            }
        }
    }
}

#[diagnostic::do_not_recommend]
impl<P: Picture, R: Into<Region>, L: Into<String>> Postprocess<(P, Vec<(R, L)>)>
    for AnnotatedImage
{
    fn postprocess(
        &self,
        (picture, regions): (P, Vec<(R, L)>),
    ) -> Result<Option<AnnotatedImageData>, Invalid> {
        let image = picture.store(self.format)?;
        let size = picture::size(image.path())?;
        let annotate = |(region, label): (R, L)| {
            let label = label.into();
            let colours = self.color_map.as_ref();
            let colour = colours
                .and_then(|colours| colours.rgb(&label))
                .unwrap_or(RED);
            let drawn = DynamicImage::from(region.into().draw(size, colour)?);
            // Whatever the picture is sent as: a mask must stay clear, and its edges sharp.
            let image = picture::keep(&drawn, PictureFormat::Png)?;
            Ok(Annotation { image, label })
        };
        let annotations = regions
            .into_iter()
            .map(annotate)
            .collect::<Result<_, Invalid>>()?;
        Ok(Some(AnnotatedImageData { image, annotations }))
    }
}

#[diagnostic::do_not_recommend]
impl<P: Picture, R: Into<Region>, L: Into<String>> Postprocess<Option<(P, Vec<(R, L)>)>>
    for AnnotatedImage
{
    fn postprocess(
        &self,
        value: Option<(P, Vec<(R, L)>)>,
    ) -> Result<Option<AnnotatedImageData>, Invalid> {
        value.map_or(Ok(None), |value| self.postprocess(value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_has_a_line_around_it() {
        let drawn = Region::from([2, 3, 14, 15])
            .draw((20, 20), [1, 2, 3])
            .expect("it fits");
        assert_eq!(drawn.get_pixel(1, 3).0, [0; 4]);
        assert_eq!(drawn.get_pixel(2, 3).0, [1, 2, 3, 255]);
        assert_eq!(drawn.get_pixel(8, 9).0, [1, 2, 3, INSIDE]);
        assert_eq!(drawn.get_pixel(13, 14).0, [1, 2, 3, 255]);
        assert_eq!(drawn.get_pixel(14, 15).0, [0; 4]);
    }

    #[test]
    fn a_box_beyond_the_picture_is_cut() {
        let drawn = Region::from([5, 5, u32::MAX, u32::MAX])
            .draw((8, 8), RED)
            .expect("it is cut");
        assert_eq!(drawn.get_pixel(7, 7).0, [255, 0, 0, 255]);
        let drawn = Region::from([9, 9, 3, 3])
            .draw((8, 8), RED)
            .expect("it is empty");
        assert!(drawn.pixels().all(|pixel| pixel.0 == [0; 4]));
    }

    #[test]
    fn a_mask_is_clear_where_it_is_dark() {
        let mask = GrayImage::from_fn(2, 1, |x, _| Luma([u8::try_from(x).unwrap_or(0) * 200]));
        let drawn = Region::from(mask).draw((2, 1), [9, 8, 7]).expect("it fits");
        assert_eq!(drawn.into_raw(), [0, 0, 0, 0, 9, 8, 7, 200]);
    }

    #[test]
    fn a_mask_of_another_size_is_refused() {
        let refused = Region::from(GrayImage::new(2, 2)).draw((3, 2), RED);
        let why = "a mask of 2 × 2 pixels does not fit a picture of 3 × 2";
        assert_eq!(refused, Err(why.into()));
    }
}
