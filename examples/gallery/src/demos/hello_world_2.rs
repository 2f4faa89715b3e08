//! A text box and a slider, and an answer with room for three lines.

use vetrina::prelude::*;

/// Greets somebody, the louder the further the slider is moved.
#[endpoint(output = Textbox::new().label("Greeting").lines(3))]
fn greet(name: String, #[input(Slider::new(1..=10).value(2))] intensity: u8) -> String {
    format!("Hello, {name}{}", "!".repeat(intensity.into()))
}
