//! A change is told whoever made it: a person who types, or a function.

use vetrina::prelude::*;

#[page]
fn event_trigger(ui: &mut Ui) {
    ui.tab("Text change", |ui| {
        let (from, to) = ui.row(|ui| {
            (
                ui.add(Textbox::new().label("From")),
                ui.add(Textbox::new().label("To").interactive(true)),
            )
        });
        let copy = ui.add(Button::new("Copy"));
        let told = ui.add(Textbox::new().label("Detected"));
        copy.click(|text: String| text, &from, &to);
        to.change(|text: String| format!("text change: {text}"), &to, &told);
    });
    ui.tab("Choice", |ui| {
        let letter = ui.add(Radio::new(["A", "B", "AB"]).label("Letter"));
        let lock = ui.add(Button::new("Change interactive"));
        let open = ui.state(true);
        let told = ui.add(Textbox::new().label("Heard"));
        letter.change(|letter: String| format!("choice: {letter}"), &letter, &told);
        lock.click(change_interactive, &open, (&letter, &open));
    });
}

fn change_interactive(open: bool) -> (Update<Radio>, bool) {
    let letter = Radio::new(["A", "B", "AB"]).interactive(!open);
    (Update(letter), !open)
}
