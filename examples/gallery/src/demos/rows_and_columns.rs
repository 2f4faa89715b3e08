//! Rows in columns, each with its share of the width.

use vetrina::{
    components::layout::Column,
    image::{Rgb, RgbImage},
    prelude::*,
};

#[page]
fn rows_and_columns(ui: &mut Ui) {
    ui.row(|ui| {
        ui.add(Textbox::new().label("t1"));
        ui.add(Textbox::new().label("s2"));
        ui.add(Dropdown::new(["a", "b", "c"]).label("d3"));
    });
    ui.row(|ui| {
        ui.add_block(Column::new().scale(1).min_width(300), |ui| {
            ui.add(Textbox::new().label("prompt 1"));
            ui.add(Textbox::new().label("prompt 2"));
            ui.add(Button::new("Between"));
            ui.add(Textbox::new().label("prompt 1"));
            ui.add(Textbox::new().label("prompt 2"));
        });
        ui.add_block(Column::new().scale(2).min_width(300), |ui| {
            let dawn = |_, y: u32| Rgb([250 - y as u8 / 3, 200 - y as u8 / 2, 120 + y as u8 / 4]);
            ui.add(Image::new().value(RgbImage::from_fn(400, 250, dawn)));
            ui.add(Button::new("Go"));
        });
    });
}
