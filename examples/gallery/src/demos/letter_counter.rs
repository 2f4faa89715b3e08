//! A tool for programs that talk: its doc comments are what they read.

use vetrina::prelude::*;

/// Counts how often a letter occurs in a word or a text.
#[endpoint(title = "Letter Counter")]
fn letter_counter(
    /// The text to look through.
    #[input(Textbox::new().value("strawberry"))]
    word: String,
    /// The letter to look for.
    #[input(Textbox::new().value("r"))]
    letter: String,
) -> usize {
    let (word, letter) = (word.to_lowercase(), letter.to_lowercase());
    word.matches(&letter).count()
}
