//! Two ways to flip something, each behind its tab.

use vetrina::{components::layout::Accordion, image::DynamicImage, prelude::*};

#[page]
fn blocks_flipper(ui: &mut Ui) {
    ui.markdown("Flip text or image files using this demo.");
    ui.tab("Flip Text", |ui| {
        let text = ui.add(Textbox::new());
        let flipped = ui.add(Textbox::new());
        ui.add(Button::new("Flip")).click(flip_text, &text, &flipped);
    });
    ui.tab("Flip Image", |ui| {
        let (picture, flipped) = ui.row(|ui| (ui.add(Image::new()), ui.add(Image::new())));
        let button = ui.add(Button::new("Flip"));
        button.click(flip_image, &picture, &flipped);
    });
    ui.add_block(Accordion::new("Open for More!").open(false), |ui| {
        ui.markdown("Look at me...");
        let slider = Slider::new(0.0..=1.0).value(0.1).step(0.1);
        ui.add(slider.interactive(true).label("Slide me"));
    });
}

fn flip_text(text: String) -> String {
    text.chars().rev().collect()
}

fn flip_image(picture: DynamicImage) -> DynamicImage {
    picture.fliph()
}
