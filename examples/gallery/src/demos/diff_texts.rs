//! What is different between two texts, letter by letter.

use similar::{ChangeTag, TextDiff};
use vetrina::prelude::*;

#[endpoint(output = HighlightedText::new()
    .label("Diff")
    .combine_adjacent(true)
    .show_legend(true)
    .color_map([("+", "red"), ("-", "green")]))]
fn diff_texts(
    #[input(Textbox::new()
        .label("Text 1")
        .info("Initial text")
        .lines(3)
        .value("The quick brown fox jumped over the lazy dogs."))]
    text1: String,
    #[input(Textbox::new()
        .label("Text 2")
        .info("Text to compare")
        .lines(3)
        .value("The fast brown fox jumps over lazy dogs."))]
    text2: String,
) -> Vec<(String, Option<char>)> {
    let diff = TextDiff::from_chars(&text1, &text2);
    let changes = diff.iter_all_changes().map(|change| match change.tag() {
        ChangeTag::Equal => (change.to_string(), None),
        ChangeTag::Delete => (change.to_string(), Some('-')),
        ChangeTag::Insert => (change.to_string(), Some('+')),
    });
    changes.collect()
}
