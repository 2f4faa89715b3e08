//! Your camera, upside down: the function runs for each picture.

use vetrina::{
    image::{RgbImage, imageops::flip_vertical},
    prelude::*,
};

#[endpoint(live = true, output = Image::new().streaming(true))]
fn flip(#[input(Image::new().streaming(true))] picture: RgbImage) -> RgbImage {
    flip_vertical(&picture)
}
