use vetrina::prelude::*;

#[page]
fn measurer(ui: &mut Ui) {
    let text = ui.add(Textbox::new());
    let upper = ui.add(Textbox::new());
    let length = ui.add(Checkbox::new());
    text.submit(measure, &text, (&upper, &length));
}

fn measure(text: String) -> (String, usize) {
    (text.to_uppercase(), text.len())
}

fn main() {}
