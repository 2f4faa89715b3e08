use vetrina::prelude::*;

#[page]
fn greeter(ui: &mut Ui) {
    let name = ui.add(Textbox::new());
    let greeting = ui.add(Textbox::new());
    ui.add(Button::new("Greet")).click(greet, &name, &greeting);
}

#[endpoint]
async fn greet(times: u8) -> Result<String, Error> {
    Ok("Hello! ".repeat(times.into()))
}

fn main() {}
