use vetrina::prelude::*;

#[derive(Outputs)]
struct Measured {
    upper: String,
    length: usize,
}

#[page]
fn measurer(ui: &mut Ui) {
    let text = ui.add(Textbox::new());
    let upper = ui.add(Textbox::new());
    let length = ui.add(Checkbox::new());
    let outputs = MeasuredOutputs { upper: &upper, length: &length };
    text.submit(measure, &text, outputs);
}

fn measure(text: String) -> Measured {
    Measured { upper: text.to_uppercase(), length: text.len() }
}

fn main() {}
