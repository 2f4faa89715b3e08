use vetrina::prelude::*;

#[page]
fn counter(ui: &mut Ui) {
    let text = ui.add(Textbox::new());
    let length = ui.add(Number::new());
    text.submit(|text: String| text.len(), &text, &length)
        .then(|text: String| text.to_uppercase(), &length, &text);
}

fn main() {}
