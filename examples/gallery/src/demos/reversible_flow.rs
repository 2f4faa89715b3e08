//! Two numbers that count each other up.

use vetrina::prelude::*;

#[page]
fn reversible_flow(ui: &mut Ui) {
    let a = ui.add(Number::new().label("a"));
    let b = ui.add(Number::new().label("b"));
    ui.add(Button::new("a > b")).click(increase, &a, &b);
    ui.add(Button::new("b > a")).click(increase, &b, &a);
}

fn increase(num: f64) -> f64 {
    num + 1.0
}
