//! Emptying boxes, filling them, and leaving them as they are.

use vetrina::prelude::*;

#[page]
fn skip(ui: &mut Ui) {
    let (clear, skip, random) = ui.row(|ui| {
        (
            ui.add(Button::new("Clear")),
            ui.add(Button::new("Skip")),
            ui.add(Button::new("Random")),
        )
    });
    let first = ui.add(Number::new().label("First"));
    let second = ui.add(Number::new().label("Second"));
    let numbers = (&first, &second);

    random.click(any_two, (), numbers);
    clear.click(neither, (), numbers);
    skip.click(|| Skip, (), numbers);
}

fn any_two() -> (u8, u8) {
    (rand::random_range(0..=100), rand::random_range(0..=100))
}

fn neither() -> (Option<u8>, Option<u8>) {
    (None, None)
}
