//! A function that runs whenever somebody opens the page.

use vetrina::prelude::*;

#[page]
fn blocks_page_load(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("Name").value("Frank"));
    let output = ui.add(Textbox::new().label("Output"));
    ui.load(print_message, &name, &output);
}

fn print_message(name: String) -> String {
    format!("Welcome! This page has loaded for {name}")
}
