//! A picture that comes out of the noise, step by step.

use std::{thread::sleep, time::Duration};

use vetrina::{
    image::{Rgb, RgbImage},
    prelude::*,
};

/// Noise for as many steps as asked for, then a picture.
#[endpoint]
fn fake_diffusion(
    #[input(Slider::new(1..=10).value(3))] steps: u8,
) -> impl Iterator<Item = RgbImage> {
    let noise = (0..steps).map(|_| {
        sleep(Duration::from_secs(1));
        RgbImage::from_fn(600, 600, |_, _| Rgb(rand::random()))
    });
    noise.chain([RgbImage::from_pixel(1000, 1000, Rgb([255, 124, 0]))])
}
