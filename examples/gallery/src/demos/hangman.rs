//! Guess the word, letter by letter.

use vetrina::prelude::*;

const SECRET: &str = "vetrina";

#[page]
fn hangman(ui: &mut Ui) {
    let used_letters = ui.state(Vec::new());
    ui.row(|ui| {
        let (letter, guess) = ui.column(|ui| {
            let letter = ui.add(Textbox::new().label("Enter letter"));
            (letter, ui.add(Button::new("Guess Letter")))
        });
        let (word, used) = ui.column(|ui| {
            let word = ui.add(Textbox::new().label("Hangman").value("_".repeat(SECRET.len())));
            (word, ui.add(Textbox::new().label("Used Letters")))
        });
        guess.click(guess_letter, (&letter, &used_letters), (&used_letters, &used, &word));
    });
}

fn guess_letter(letter: String, mut used: Vec<String>) -> (Vec<String>, String, String) {
    used.push(letter);
    let seen = |letter: char| used.iter().any(|it| *it == letter.to_string());
    let answer = SECRET.chars().map(|letter| if seen(letter) { letter } else { '_' }).collect();
    let shown = used.join(", ");
    (used, shown, answer)
}
