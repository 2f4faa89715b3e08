use vetrina::prelude::*;

#[page]
fn greeter(ui: &mut Ui) {
    let name = ui.add(Textbox::new());
    let greeting = ui.add(Textbox::new());
    ui.add(Button::new("Greet")).click(|name| format!("Hello {name}"), &name, &greeting);
}

fn main() {}
