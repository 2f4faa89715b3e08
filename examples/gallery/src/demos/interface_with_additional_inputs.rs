//! What is rarely needed is folded away.

use vetrina::{image::DynamicImage, prelude::*};

#[endpoint]
fn generate_fake_image(
    prompt: String,
    #[additional]
    #[input(Slider::new(0..=1000))]
    seed: u16,
    #[additional] initial_image: Option<DynamicImage>,
) -> (String, DynamicImage) {
    let colour = vetrina::image::Rgb([0, 153, 255]);
    let plain = || vetrina::image::RgbImage::from_pixel(300, 300, colour).into();
    let picture = initial_image.unwrap_or_else(plain);
    (format!("{prompt}, with the seed {seed}"), picture)
}
