//! Slow work that says how far it is.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

/// Turns a text around, letter by letter.
#[endpoint]
fn slowly_reverse(word: String, progress: Progress) -> String {
    let letters: Vec<_> = word.chars().collect();
    if letters.is_empty() {
        return word;
    }
    progress.set(0.0, "Starting");
    sleep(Duration::from_secs(1));
    progress.set(0.05, "Starting");
    let mut reversed = String::new();
    for letter in progress.iter(letters).describe("Reversing") {
        sleep(Duration::from_millis(250));
        reversed.insert(0, letter);
    }
    reversed
}
