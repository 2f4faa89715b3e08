//! Guess the word, letter by letter.

use vetrina::prelude::*;

const SECRET: &str = "vetrina";

#[derive(Default)]
struct Guesses(Vec<char>);

#[page]
fn hangman(ui: &mut Ui) {
    ui.row(|ui| {
        let (letter, guess) = ui.column(|ui| {
            (
                ui.add(Textbox::new().label("Enter letter")),
                ui.add(Button::new("Guess Letter")),
            )
        });
        let (word, used) = ui.column(|ui| {
            (
                ui.add(Textbox::new().label("Hangman").value(seen(&[]))),
                ui.add(Textbox::new().label("Used Letters")),
            )
        });
        guess.click(guess_letter, &letter, (&used, &word));
    });
}

fn guess_letter(letter: String, guesses: State<Guesses>) -> (String, String) {
    guesses.update(|Guesses(guessed)| {
        guessed.extend(letter.trim().chars().next());
        let used: Vec<_> = guessed.iter().map(char::to_string).collect();
        (used.join(", "), seen(guessed))
    })
}

/// The word, as far as it is known.
fn seen(guessed: &[char]) -> String {
    let letters = SECRET.chars();
    letters
        .map(|letter| if guessed.contains(&letter) { letter } else { '_' })
        .collect()
}
