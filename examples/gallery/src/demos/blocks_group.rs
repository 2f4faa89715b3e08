//! Blocks without gaps between them.

use vetrina::prelude::*;

#[page]
fn blocks_group(ui: &mut Ui) {
    ui.markdown("### Some elements without any group. Form elements group together anyway.");
    fields(ui);
    ui.markdown("### The same in a group.");
    ui.group(fields);
    ui.markdown("### Now in a row, no group.");
    ui.row(fields);
    ui.markdown("### Now in a row in a group.");
    ui.group(|ui| ui.row(fields));
    ui.markdown("### Several columns grouped together.");
    ui.group(|ui| {
        ui.row(|ui| {
            ui.column(|ui| {
                let name = ui.add(Textbox::new().label("Name"));
                let output = ui.add(Textbox::new().show_label(false).container(false));
                ui.add(Button::new("Greet")).click(greet, &name, &output);
            });
            ui.column(|ui| {
                let letters = Dropdown::new(["a", "b", "c"]);
                ui.add(letters.interactive(true).label("Letter"));
                ui.row(|ui| {
                    ui.add(Number::new().scale(2));
                    ui.add(Textbox::new());
                });
            });
        });
    });
    ui.markdown("### Without a container there is no label, and no frame.");
    ui.add(Radio::new(["1", "2", "3"]).container(false));
    ui.add(Textbox::new().container(false));
}

fn fields(ui: &mut Ui) {
    ui.add(Textbox::new().value("A"));
    ui.add(Number::new().value(3));
    ui.add(Button::new("Run"));
    ui.add(Slider::new(0..=100));
}

fn greet(name: String) -> String {
    format!("Hello {name}!")
}
