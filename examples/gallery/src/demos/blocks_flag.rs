//! A button that writes down what stands on the page, pictures and all.

use vetrina::{
    flagging::CsvLog,
    image::{DynamicImage, RgbImage},
    prelude::*,
};

const SEPIA: [[f32; 3]; 3] = [[0.393, 0.769, 0.189], [0.349, 0.686, 0.168], [0.272, 0.534, 0.131]];

#[page]
fn blocks_flag(ui: &mut Ui) {
    let (input, strength, output) = ui.row(|ui| {
        let (input, strength) = ui.column(|ui| {
            (
                ui.add(Image::new().label("Picture")),
                ui.add(Slider::new(0.0..=1.0).value(0.5).label("Strength")),
            )
        });
        (input, strength, ui.add(Image::new().label("Sepia")))
    });
    let button = ui.add(Button::new("Flag"));
    ui.on([&input.change, &strength.change], sepia, (&input, &strength), &output);
    button.flag((&input, &strength, &output), CsvLog::new(".vetrina/flagged_data_points"));
}

fn sepia(picture: Option<DynamicImage>, strength: f32) -> Option<RgbImage> {
    let mut picture = picture?.into_rgb8();
    for pixel in picture.pixels_mut() {
        let old = pixel.0.map(f32::from);
        for (channel, weights) in pixel.0.iter_mut().zip(SEPIA) {
            let toned: f32 = weights.iter().zip(old).map(|(weight, old)| weight * old).sum();
            *channel = (strength * toned + (1.0 - strength) * f32::from(*channel)).min(255.0) as u8;
        }
    }
    Some(picture)
}
