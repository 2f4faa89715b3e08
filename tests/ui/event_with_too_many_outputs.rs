use vetrina::prelude::*;

#[page]
fn doubler(ui: &mut Ui) {
    let a = ui.add(Number::new());
    let b = ui.add(Number::new());
    ui.add(Button::new("Double")).click(double, &a, (&a, &b));
}

fn double(a: i64) -> i64 {
    2 * a
}

fn main() {}
