use vetrina::prelude::*;

#[page]
fn counter(ui: &mut Ui) {
    let text = ui.add(Textbox::new());
    let short = ui.add(Checkbox::new());
    ui.on([&text.change, &text.submit], |text: String| text.len(), &text, &short);
}

fn main() {}
