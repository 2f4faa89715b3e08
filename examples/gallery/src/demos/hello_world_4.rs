//! Arguments with defaults, which a caller may leave out.

use vetrina::prelude::*;

/// Greets somebody, or the world, as loudly as you like.
#[endpoint]
fn greet(
    #[default("World")] name: String,
    #[input(Slider::new(0..=100))]
    #[default(3)]
    intensity: usize,
) -> String {
    format!("Hello, {name}{}", "!".repeat(intensity))
}
