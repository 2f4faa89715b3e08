//! Four tools for assistants: one with words of its own, one without any, one that is hidden.

use vetrina::{
    image::{RgbImage, imageops::colorops::contrast},
    prelude::*,
};

/// Finds the prime factors of a whole number.
#[endpoint]
fn prime_factors(
    /// The number: more than 1.
    #[input(Textbox::new().value("1001"))]
    n: String,
) -> Result<String, Error> {
    let number = n.trim().parse::<u64>().ok().filter(|number| *number > 1);
    let Some(mut rest) = number else {
        return Err(Error::new("Input must be an integer greater than 1.").with_field("n"));
    };
    let (mut factors, mut divisor) = (Vec::new(), 2);
    while divisor * divisor <= rest {
        if rest.is_multiple_of(divisor) {
            factors.push(divisor);
            rest /= divisor;
        } else {
            divisor += 1;
        }
    }
    factors.push(rest);
    Ok(format!("{factors:?}"))
}

/// Paints hills.
#[endpoint(description = "Gives a picture of hills. No arguments are required.")]
fn generate_hills_image() -> Result<FileData, Error> {
    let hills = include_bytes!("../../assets/hills.webp");
    FileData::from_bytes("hills.webp", hills).map_err(|error| Error::new(error.to_string()))
}

/// Whether a picture is portrait or landscape.
#[endpoint(show_api = false)]
fn image_orientation(image: RgbImage) -> &'static str {
    if image.height() > image.width() { "Portrait" } else { "Landscape" }
}

/// Gives a picture more contrast.
#[endpoint(description = false)]
fn more_contrast(input_img: RgbImage) -> RgbImage {
    contrast(&input_img, 40.0)
}
