//! As many boxes as a slider says.

use vetrina::prelude::*;

const MOST: usize = 10;

#[page]
fn variable_outputs(ui: &mut Ui) {
    let slider = Slider::new(1..=MOST).value(MOST).step(1);
    let slider = ui.add(slider.label("How many textboxes to show:"));
    let boxes: Vec<_> =
        (0..MOST).map(|number| ui.add(Textbox::new().value(format!("Textbox {number}")))).collect();
    slider.change(variable, &slider, &boxes);
}

fn variable(shown: usize) -> Vec<Update<Textbox>> {
    (0..MOST).map(|number| Update(Textbox::new().visible(number < shown))).collect()
}
