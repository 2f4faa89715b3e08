//! A box for each letter, drawn anew with every change.

use vetrina::prelude::*;

#[page]
fn render_split_simple(ui: &mut Ui) {
    let input = ui.add(Textbox::new().label("input"));

    ui.render(&input, |ui: &mut Ui, text: String| {
        if text.is_empty() {
            ui.markdown("## No Input Provided");
        }
        for letter in text.chars() {
            ui.add(Textbox::new().value(letter.to_string()));
        }
    });
}
