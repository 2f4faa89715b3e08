//! A function without arguments: press the button, take what comes.

use rand::seq::IndexedRandom as _;
use vetrina::prelude::*;

const SENTENCES: [&str; 3] = [
    "Good morning! The shutters are up.",
    "Mind the step, and have a safe day.",
    "Somebody thought of you just now.",
];

/// Says something friendly.
#[endpoint(title = "A kind word")]
fn random_sentence() -> &'static str {
    SENTENCES.choose(&mut rand::rng()).copied().unwrap_or_default()
}
