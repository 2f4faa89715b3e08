use vetrina::prelude::*;

#[page]
fn greeter(ui: &mut Ui) {
    let name = ui.add(Textbox::new());
    let greeting = ui.add(Textbox::new());
    let go = ui.add(Button::new("Greet"));
    go.click(|times: u8| "Hello! ".repeat(times.into()), &name, &greeting);
}

fn main() {}
