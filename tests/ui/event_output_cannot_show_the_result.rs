use vetrina::prelude::*;

#[page]
fn splitter(ui: &mut Ui) {
    let text = ui.add(Textbox::new());
    let words = ui.add(Number::new());
    ui.add(Button::new("Split")).click(split, &text, &words);
}

fn split(text: String) -> Vec<String> {
    text.split(' ').map(str::to_owned).collect()
}

fn main() {}
