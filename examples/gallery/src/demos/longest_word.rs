//! Counts letters, and shows the answer as a label.

use vetrina::prelude::*;

/// How many letters has the longest word?
#[endpoint(title = "Longest word", output = Label::new().label("Letters"))]
fn longest_word(text: String) -> String {
    let lengths = text.split_whitespace().map(|word| word.chars().count());
    lengths.max().unwrap_or(0).to_string()
}
