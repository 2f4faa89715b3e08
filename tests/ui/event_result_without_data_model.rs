use vetrina::prelude::*;

#[derive(serde::Serialize)]
struct Point {
    x: i64,
    y: i64,
}

#[page]
fn mirror(ui: &mut Ui) {
    let x = ui.add(Number::new());
    let point = ui.add(Json::new());
    ui.add(Button::new("Mirror")).click(mirrored, &x, &point);
}

fn mirrored(x: i64) -> Point {
    Point { x: -x, y: 0 }
}

fn main() {}
