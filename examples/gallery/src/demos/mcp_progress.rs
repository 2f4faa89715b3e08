//! A tool that tells an assistant how far it is.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

/// Turns a text around, letter by letter.
#[endpoint]
fn slow_text_reverser(
    #[input(Textbox::new().value("Hello, world!"))] text: String,
    progress: Progress,
) -> String {
    let letters: Vec<char> = text.chars().collect();
    for (done, _) in letters.iter().enumerate() {
        progress.step(done as u64, letters.len() as u64, "Reversing text");
        sleep(Duration::from_millis(100));
    }
    letters.into_iter().rev().collect()
}
