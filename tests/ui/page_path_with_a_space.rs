use vetrina::prelude::*;

#[page(path = "about us")]
fn about(ui: &mut Ui) {
    drop(ui);
}

fn main() {}
