//! Components of one's own: each a struct, an ES module and a style sheet that stand beside each other.

mod seats;

use seats::{Chosen, Seats};
use vetrina::prelude::*;

/// A page with both of them.
#[page(title = "Components of one's own")]
fn components(ui: &mut Ui) {
    ui.markdown("# A night at the theatre\nChoose up to four seats. The map is a component of this program's own.");
    ui.row(|ui| {
        let seats = Seats::new().taken(["A4", "A5", "B7", "C2", "C3", "D9"].map(String::from));
        let seats = ui.add(
            seats
                .label("Seats")
                .info("Arrow keys move, Space chooses.")
                .scale(2),
        );
        ui.column(|ui| {
            let booking = ui.add(Textbox::new().label("Booking").interactive(false));
            let button = ui.add(Button::new("Book").variant(ButtonVariant::Primary));
            button.click(book, &seats, &booking);
            // An event that no other component has is a method like any other.
            seats.full(that_is_all, &seats, &booking);
        });
    });
}

/// Books seats.
#[endpoint]
fn book(#[input(Seats::new())] seats: Vec<String>) -> Result<String, Error> {
    if seats.is_empty() {
        return Err(Error::new("Choose a seat first"));
    }
    Ok(format!("Booked: {}", seats.join(", ")))
}

/// Runs on the event `full`, which no other component has.
#[endpoint(api_name = false)]
fn that_is_all(#[input(Seats::new())] seats: Chosen) -> String {
    format!("That is all: nobody may have more than {}.", seats.0.len())
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
