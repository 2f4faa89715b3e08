//! The smallest chat there is: yes or no.

use rand::seq::IndexedRandom as _;
use vetrina::prelude::*;

#[chat(autofocus = false)]
fn random_response(_message: String, _history: Vec<Message>) -> &'static str {
    ["Yes", "No"].choose(&mut rand::rng()).copied().unwrap_or_default()
}
