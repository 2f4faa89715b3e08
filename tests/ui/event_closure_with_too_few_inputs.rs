use vetrina::prelude::*;

#[page]
fn adder(ui: &mut Ui) {
    let a = ui.add(Number::new());
    let sum = ui.add(Number::new());
    ui.add(Button::new("Add")).click(|a: i64, b: i64| a + b, &a, &sum);
}

fn main() {}
