//! An icon in another colour.

use vetrina::{image::RgbaImage, prelude::*};

/// Given an icon whose background can be seen through, gives it another colour.
#[endpoint(title = "Colour an icon")]
fn change_color(
    mut icon: RgbaImage,
    #[input(ColorPicker::new().value("#bb3e03"))] color: Color,
) -> RgbaImage {
    let painted: [u8; 3] = color.into();
    for pixel in icon.pixels_mut().filter(|pixel| pixel.0[3] > 0) {
        pixel.0[..3].copy_from_slice(&painted);
    }
    icon
}
