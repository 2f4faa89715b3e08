//! Parts of a picture, marked by boxes and by masks; choose one to hear what it is.

use rand::Rng as _;
use vetrina::{
    image::{GrayImage, Luma, RgbImage},
    prelude::*,
};

const LABELS: [&str; 10] = [
    "apple",
    "banana",
    "carrot",
    "donut",
    "eggplant",
    "fish",
    "grapes",
    "hamburger",
    "ice cream",
    "juice",
];

#[page]
fn image_segmentation(ui: &mut Ui) {
    let (boxes, segments) = ui.row(|ui| {
        let boxes = ui.add(Slider::new(0..=5).value(2).label("Number of boxes"));
        (boxes, ui.add(Slider::new(0..=5).value(1).label("Number of segments")))
    });
    let (input, output) = ui.row(|ui| {
        let colors = [("banana", "#a89a00"), ("carrot", "#ffae00")];
        (ui.add(Image::new()), ui.add(AnnotatedImage::new().color_map(colors)))
    });
    let button = ui.add(Button::new("Identify Sections"));
    let selected = ui.add(Textbox::new().label("Selected Section"));
    button.click(section, (&input, &boxes, &segments), &output);
    output.select(|select: SelectData| LABELS[select.index.one()], (), &selected);
}

/// Marks what it finds in a picture: by chance, and the labels are made up.
fn section(
    picture: RgbImage,
    boxes: usize,
    segments: usize,
) -> (RgbImage, Vec<(Region, &'static str)>) {
    let (width, height) = picture.dimensions();
    let mut chance = rand::rng();
    let found = (0..boxes + segments).map(|index| {
        let (x, y) = (chance.random_range(0..width), chance.random_range(0..height));
        let region = if index < boxes {
            [x, y, chance.random_range(x..width), chance.random_range(y..height)].into()
        } else {
            let radius = chance.random_range(0..=x.min(y).min(width - x).min(height - y));
            disc((width, height), (x, y), radius).into()
        };
        (region, LABELS[index])
    });
    let found = found.collect();
    (picture, found)
}

/// A disc that fades in four steps towards its edge.
fn disc((width, height): (u32, u32), (x, y): (u32, u32), radius: u32) -> GrayImage {
    let all = radius.pow(2).max(1);
    GrayImage::from_fn(width, height, |i, j| {
        let distance = i.abs_diff(x).pow(2) + j.abs_diff(y).pow(2);
        let quarters = (4 * all.saturating_sub(distance) + all / 2) / all;
        Luma([u8::try_from(quarters * 255 / 4).unwrap_or(u8::MAX)])
    })
}
