//! A sum that follows three sliders.

use vetrina::prelude::*;

#[page]
fn on_listener_live(ui: &mut Ui) {
    let (a, b, c) = ui.row(|ui| {
        (ui.add(Slider::new(1..=10)), ui.add(Slider::new(1..=10)), ui.add(Slider::new(1..=10)))
    });
    let output = ui.add(Number::new().label("Sum"));
    ui.on([], sum, (&a, &b, &c), &output);
}

fn sum(a: f64, b: f64, c: f64) -> f64 {
    a + b + c
}
