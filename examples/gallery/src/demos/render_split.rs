//! A box or a button for each letter, drawn when the text is submitted.

use vetrina::prelude::*;

#[page]
fn render_split(ui: &mut Ui) {
    let input = ui.add(Textbox::new().label("input"));
    let mode = ui.add(Radio::new(["textbox", "button"]).value("textbox"));

    let split = |ui: &mut Ui, text: String, mode: String| {
        if text.is_empty() {
            ui.markdown("## No Input Provided");
        }
        for letter in text.chars() {
            if mode == "textbox" {
                ui.add(Textbox::new().value(letter.to_string()));
            } else {
                ui.add(Button::new(letter));
            }
        }
    };
    ui.render((&input, &mode), split).on([&input.submit]);
}
