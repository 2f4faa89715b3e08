use vetrina::prelude::*;

#[page]
fn clock(ui: &mut Ui) {
    let now = ui.add(Number::new());
    now.value(|| "noon", ());
}

fn main() {}
