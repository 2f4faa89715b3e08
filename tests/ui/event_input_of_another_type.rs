use vetrina::prelude::*;

#[page]
fn greeter(ui: &mut Ui) {
    let name = ui.add(Textbox::new());
    let greeting = ui.add(Textbox::new());
    ui.add(Button::new("Greet")).click(greet, &name, &greeting);
}

fn greet(times: u8) -> String {
    "Hello! ".repeat(times.into())
}

fn main() {}
