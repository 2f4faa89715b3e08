//! A function that puts aside what took long, and looks there first.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[page]
fn cache_manual_demo(ui: &mut Ui) {
    ui.markdown("# A cache of one's own\nOnly the parts that are new take their time.");
    let words = ui.add(Textbox::new().label("Words").value("to be or not to be"));
    let numbers = ui.add(Textbox::new().label("What each is worth"));
    ui.add(Button::new("Look them up")).click(look_up, &words, &numbers);
}

fn look_up(words: String, known: Cache<String, usize>) -> String {
    let worth = |word: &str| known.get_or(&word.to_owned(), || work_out(word));
    let each = words.split_whitespace().map(|word| format!("{word}: {}", worth(word)));
    each.collect::<Vec<_>>().join(", ")
}

fn work_out(word: &str) -> usize {
    sleep(Duration::from_millis(500));
    word.bytes().map(usize::from).sum()
}
