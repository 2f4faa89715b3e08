//! The first page of one's own: a box to fill in, a button, a box for the answer.

use vetrina::prelude::*;

#[page]
fn hello_blocks(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("Name"));
    let output = ui.add(Textbox::new().label("Output Box"));
    ui.add(Button::new("Greet")).click(greet, &name, &output);
}

fn greet(name: String) -> String {
    format!("Hello {name}!")
}
