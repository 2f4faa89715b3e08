//! A page that answers with every letter.

use vetrina::prelude::*;

#[page]
fn blocks_hello(ui: &mut Ui) {
    ui.markdown("# Hello World!\nStart typing below to see the output.");
    let name = ui.add(Textbox::new().placeholder("What is your name?"));
    let welcomed = ui.add(Textbox::new());
    name.change(welcome, &name, &welcomed);
}

fn welcome(name: String) -> String {
    format!("Welcome to Vetrina, {name}!")
}
