use vetrina::prelude::*;

#[page]
fn repeater(ui: &mut Ui) {
    let text = ui.add(Textbox::new());
    let times = ui.add(Checkbox::new());
    let repeated = ui.add(Textbox::new());
    text.submit(repeat, (&text, &times), &repeated);
}

fn repeat(text: String, times: usize) -> String {
    text.repeat(times)
}

fn main() {}
