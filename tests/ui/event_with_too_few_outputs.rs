use vetrina::prelude::*;

#[page]
fn divider(ui: &mut Ui) {
    let a = ui.add(Number::new());
    let quotient = ui.add(Number::new());
    ui.add(Button::new("Divide")).click(divide, &a, &quotient);
}

fn divide(a: i64) -> (i64, i64) {
    (a / 2, a % 2)
}

fn main() {}
