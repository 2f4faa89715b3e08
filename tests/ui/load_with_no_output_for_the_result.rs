use vetrina::prelude::*;

#[page]
fn greeter(ui: &mut Ui) {
    let name = ui.add(Textbox::new());
    ui.load(|name: String| format!("Hello {name}"), &name, ());
}

fn main() {}
