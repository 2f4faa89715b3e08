use vetrina::prelude::*;

#[page]
fn shouter(ui: &mut Ui) {
    let text = ui.add(Textbox::new());
    text.submit(batch(shout), &text, &text);
}

fn shout(text: String) -> String {
    text.to_uppercase()
}

fn main() {}
