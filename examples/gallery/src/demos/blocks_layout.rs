//! What stands side by side, and how wide.

use vetrina::prelude::*;

#[page]
fn blocks_layout(ui: &mut Ui) {
    ui.row(|ui| {
        ui.add(Image::new().interactive(true).scale(2));
        ui.add(Image::new());
    });
    ui.row(|ui| {
        ui.add(Textbox::new().label("Text"));
        ui.add(Number::new().label("Count").scale(2));
        ui.add(Radio::new(["One", "Two"]));
    });
    ui.row(|ui| {
        ui.add(Button::new("500").scale(0).min_width(500));
        ui.add(Button::new("A").scale(0));
        ui.add(Button::new("grow"));
    });
    ui.row(|ui| {
        ui.add(Textbox::new());
        ui.add(Textbox::new());
        ui.add(Button::new("Run"));
    });
    ui.row(|ui| {
        ui.row(|ui| {
            ui.column(fields);
            ui.add(Image::new());
            ui.column(|ui| {
                ui.add(Image::new().interactive(true));
                ui.add(Image::new());
            });
        });
    });
    ui.add(Image::new());
    fields(ui);
}

fn fields(ui: &mut Ui) {
    ui.add(Textbox::new().label("Text"));
    ui.add(Number::new().label("Count"));
    ui.add(Radio::new(["One", "Two"]));
}
