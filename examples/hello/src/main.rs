//! The smallest program there is: one function, shown and served.

use vetrina::prelude::*;

/// Greets somebody, with feeling.
#[endpoint]
fn greet(
    /// Whom to greet.
    name: String,
    /// How glad you are.
    #[input(Slider::new(1..=10).value(2))]
    intensity: u8,
) -> String {
    format!("Hello, {name}{}", "!".repeat(intensity.into()))
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
