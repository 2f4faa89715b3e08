//! Blocks without gaps between them.

use vetrina::prelude::*;

#[page]
fn blocks_group(ui: &mut Ui) {
    ui.markdown("### Some elements without any group. Form elements group together anyway.");
    all(ui);
    ui.markdown("### The same in a group.");
    ui.group(all);
    ui.markdown("### Now in a row, no group.");
    ui.row(all);
    ui.markdown("### Now in a row in a group.");
    ui.group(|ui| ui.row(all));
    ui.markdown("### Several rows grouped together.");
    ui.group(|ui| {
        ui.row(fields);
        ui.row(|ui| {
            ui.add(Image::new());
            ui.add(Audio::new());
        });
    });
    ui.markdown("### Several columns grouped together, of different heights.");
    ui.group(|ui| {
        ui.row(|ui| {
            ui.column(|ui| {
                ui.add(Textbox::new().label("Name"));
                ui.add(Button::new("Hello"));
                ui.add(letters());
                ui.add(Number::new());
                ui.add(Textbox::new());
            });
            ui.column(|ui| {
                ui.add(Image::new());
                ui.add(letters());
                ui.row(|ui| {
                    ui.add(Number::new().scale(2));
                    ui.add(Textbox::new());
                });
            });
        });
    });
    ui.markdown("### Without a container there is no label, no padding and no frame.");
    ui.add(Radio::new(["1", "2", "3"]).container(false));
    ui.add(Textbox::new().container(false));
    ui.add(Image::new().container(false).height(200));
    ui.markdown("### Fields without a container fill the whole width of a group.");
    ui.group(|ui| {
        let name = ui.add(Textbox::new().label("Name"));
        let output = ui.add(Textbox::new().show_label(false).container(false));
        ui.add(Button::new("Greet")).click(greet, &name, &output);
        ui.row(|ui| {
            bare(ui);
            ui.add(Image::new().height(100));
        });
    });
    ui.markdown("### More examples");
    ui.group(|ui| {
        ui.add(Chatbot::new());
        ui.row(|ui| {
            ui.add(Textbox::new().label("Prompt").container(false));
            ui.add(Button::new("go").scale(0));
        });
    });
    ui.column(|ui| {
        ui.add(Radio::new(["1", "2", "3"]).container(false));
        ui.add(Slider::new(0..=20).container(false));
    });
    ui.group(|ui| ui.row(bare));
    ui.row(|ui| {
        ui.column(|ui| ui.add(letters().container(false)));
        ui.column(|ui| ui.add(Number::new().container(false)));
        ui.column(|ui| ui.add(Textbox::new().container(false)));
    });
}

fn all(ui: &mut Ui) {
    fields(ui);
    ui.add(Image::new());
    ui.add(Slider::new(0..=100));
}

fn fields(ui: &mut Ui) {
    ui.add(Textbox::new().value("A"));
    ui.add(Number::new().value(3));
    ui.add(Button::new("Run"));
}

fn bare(ui: &mut Ui) {
    ui.add(letters().container(false));
    ui.add(Textbox::new().container(false));
    ui.add(Number::new().container(false));
}

fn letters() -> Dropdown {
    Dropdown::new(["a", "b", "c"]).interactive(true)
}

fn greet(name: String) -> String {
    format!("Hello {name}!")
}
