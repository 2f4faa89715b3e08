//! A chat, for clients that are no page.

use vetrina::prelude::*;

/// Says a message again, word by word, and how much was said before.
#[chat]
fn again(
    message: String,
    history: Vec<Message>,
    /// What each answer ends with.
    #[default("!")]
    end: String,
) -> impl Iterator<Item = String> {
    let words: Vec<_> = message.split(' ').map(str::to_owned).collect();
    (1..=words.len()).map(move |so_far| {
        let said = words[..so_far].join(" ");
        format!("{said}{end} after {}", history.len())
    })
}
