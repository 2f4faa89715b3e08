//! One box that is both: what goes in, and what comes out.

use vetrina::prelude::*;

#[page]
fn input_output(ui: &mut Ui) {
    let text = ui.add(Textbox::new().label("Input-Output"));
    ui.add(Button::new("Run")).click(reverse, &text, &text);
}

fn reverse(text: String) -> String {
    text.chars().rev().collect()
}
