//! Three demos in one: functions that build a part of a page put it into a tab.

use vetrina::{
    components::layout::{Tab, Tabs},
    prelude::*,
};

#[page]
fn blocks_plug(ui: &mut Ui) {
    ui.markdown("Three demos in one!");
    let (tabs, ()) = ui.add_block(Tabs::new().selected(1), |ui| {
        ui.add_block(Tab::new("Text Identity").id(0), identity);
        ui.add_block(Tab::new("Text Input").id(1), input);
        ui.add_block(Tab::new("Text Static").id(2), output);
    });
    let change_tab = || Update(Tabs::new().selected(2));
    ui.add(Button::new("Change tab")).click(change_tab, (), &tabs);
}

fn identity(ui: &mut Ui) {
    ui.row(|ui| {
        let x = ui.add(Textbox::new().label("x"));
        let output = ui.add(Textbox::new().label("output"));
        x.submit(|x: String| x, &x, &output);
    });
}

fn input(ui: &mut Ui) {
    let text = ui.add(Textbox::new().label("Enter your text here"));
    ui.row(|ui| {
        ui.add(Button::new("Submit"));
        ui.add(Button::new("Clear")).click(|| "", (), &text);
    });
}

fn output(ui: &mut Ui) {
    ui.add(Textbox::new().value("This is a static output"));
}
