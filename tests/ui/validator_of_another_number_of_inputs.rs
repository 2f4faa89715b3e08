use vetrina::prelude::*;

#[page]
fn booking(ui: &mut Ui) {
    let seats = ui.add(Number::new());
    let name = ui.add(Textbox::new());
    let booked = ui.add(Textbox::new());
    ui.add(Button::new("Book"))
        .click(book, (&seats, &name), &booked)
        .validator(check, (&seats, &name));
}

fn check(seats: u32, name: String) -> Validity {
    validate(seats < 9 && !name.is_empty(), "Not so")
}

fn book(seats: u32, name: String) -> String {
    format!("{seats} for {name}")
}

fn main() {}
