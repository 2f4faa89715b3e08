//! Emptying boxes, filling them, and leaving them as they are.

use vetrina::prelude::*;

#[page]
fn skip(ui: &mut Ui) {
    let (clear, skip, random) = ui.row(|ui| {
        let (clear, skip) = (ui.add(Button::new("Clear")), ui.add(Button::new("Skip")));
        (clear, skip, ui.add(Button::new("Random")))
    });
    let numbers = (&ui.add(Number::new()), &ui.add(Number::new()));
    clear.click(|| (None::<f64>, None::<f64>), (), numbers);
    skip.click(|| (Skip, Skip), (), numbers);
    random.click(|| (any(), any()), (), numbers);
}

fn any() -> u8 {
    rand::random_range(0..=100)
}
