use vetrina::prelude::*;

#[page]
fn greeter(ui: &mut Ui) {
    let name = ui.add(Textbox::new());
    let greeting = ui.add(Textbox::new());
    ui.load(|| "Hello", &name, &greeting);
}

fn main() {}
