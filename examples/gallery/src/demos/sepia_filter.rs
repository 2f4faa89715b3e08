//! A photograph that looks a hundred years old.

use vetrina::{image::RgbImage, prelude::*};

/// How much of the old red, green and blue is in each of the new ones, in thousandths.
const SEPIA: [[u32; 3]; 3] = [[393, 769, 189], [349, 686, 168], [272, 534, 131]];

/// Gives a picture the brown of old photographs.
#[endpoint]
fn sepia(mut input_img: RgbImage) -> RgbImage {
    for pixel in input_img.pixels_mut() {
        let old = pixel.0.map(u32::from);
        let mixed =
            SEPIA.map(|parts| parts.iter().zip(old).map(|(part, old)| part * old).sum::<u32>());
        pixel.0 = mixed.map(|sum| u8::try_from(sum / 1000).unwrap_or(u8::MAX));
    }
    input_img
}
