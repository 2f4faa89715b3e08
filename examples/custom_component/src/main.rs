//! Components of one's own: each a struct, an ES module and a style sheet that stand beside each other.

#![allow(
    clippy::needless_pass_by_value,
    clippy::unused_self,
    reason = "functions own what was sent, and methods have the shapes they take the place of"
)]

mod seats;
mod video;

use std::{fs, path::PathBuf};

use seats::{Chosen, Seats};
use vetrina::prelude::*;
use video::Video;

/// One tab for each.
#[page(title = "Components of one's own")]
fn components(ui: &mut Ui) {
    ui.markdown("# Components of one's own\nA map of seats and a video player, each a Rust struct with one plain ES module beside it.");
    ui.tab("Seats", theatre);
    ui.tab("Video", cinema);
}

fn theatre(ui: &mut Ui) {
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
            seats.full(that_is_all, &seats, &booking).api_name("full");
        });
    });
}

fn cinema(ui: &mut Ui) {
    ui.row(|ui| {
        let video = ui.add(Video::new().label("Video").scale(2));
        ui.column(|ui| {
            let notes = ui.add(Textbox::new().label("Notes").lines(6).interactive(false));
            video.text_submit(note, &notes, &notes).api_name("note");
            let facts = ui.add(Textbox::new().label("File").interactive(false));
            let button = ui.add(Button::new("Describe").variant(ButtonVariant::Primary));
            button.click(describe, &video, &facts);
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

/// Runs on the event `full`.
fn that_is_all(seats: Chosen) -> String {
    format!("That is all: nobody may have more than {}.", seats.0.len())
}

/// Adds what somebody wrote, with its moment, to what is there.
fn note(notes: String, event: EventData) -> String {
    let said = event.data.unwrap_or_default();
    let seconds = said["seconds"].as_f64().unwrap_or_default();
    let text = said["text"].as_str().unwrap_or_default();
    format!(
        "{notes}{:.0}:{:04.1}  {text}\n",
        (seconds / 60.0).floor(),
        seconds % 60.0
    )
}

/// Says how large a video is.
#[endpoint]
fn describe(#[input(Video::new())] video: PathBuf) -> std::io::Result<String> {
    let name = video.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("{name}, {} bytes", fs::metadata(&video)?.len()))
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use vetrina::{App, test::Page};

    #[test]
    fn seats_are_booked() {
        let mut page = Page::open(&App::new());
        page.fill("Seats", [""; 0]);
        page.click("Book");
        assert_eq!(page.notes()[0].text, "Choose a seat first");
        page.fill("Seats", ["B4", "B5"]);
        page.click("Book");
        assert_eq!(page.text("Booking"), "Booked: B4, B5");
        page.fill("Seats", ["A4"]);
        page.click("Book");
        assert_eq!(page.error("Seats"), Some("seat A4 is taken"));
    }

    #[test]
    fn events_of_ones_own_are_heard() {
        let mut page = Page::open(&App::new());
        page.fill("Seats", ["B1", "B2", "B3", "B4"]);
        page.tell("Seats", "full", ());
        assert!(page.text("Booking").contains("nobody may have more than 4"));
        let said = json!({"seconds": 75.5, "text": "the chase begins"});
        page.tell("Video", "text_submit", said);
        assert_eq!(page.text("Notes"), "1:15.5  the chase begins\n");
    }

    #[test]
    fn videos_are_described() {
        let mut page = Page::open(&App::new());
        let film = page.sent("film.mp4", [0; 12]);
        page.fill("Video", json!({"video": film, "subtitles": null}));
        page.click("Describe");
        assert_eq!(page.text("File"), "film.mp4, 12 bytes");
    }
}
