//! Arguments that may be left out.

use vetrina::prelude::*;

/// Says a text with feeling.
#[endpoint]
fn shout(
    /// What to say.
    text: String,
    /// How often the mark comes.
    #[input(Slider::new(1..=5).value(2))]
    times: u8,
    /// What comes after the text.
    #[default("!".to_owned())]
    mark: String,
) -> String {
    format!("{text}{}", mark.repeat(times.into()))
}
