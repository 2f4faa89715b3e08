use vetrina::prelude::*;

#[page]
fn nested(ui: &mut Ui) {
    ui.add_block(Textbox::new(), |ui| ui.add(Number::new()));
}

fn main() {}
