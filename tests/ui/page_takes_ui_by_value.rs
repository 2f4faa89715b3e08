use vetrina::prelude::*;

#[page]
fn about(ui: Ui) {
    drop(ui);
}

fn main() {}
