use vetrina::prelude::*;

#[page(titel = "About")]
fn about(ui: &mut Ui) {
    drop(ui);
}

fn main() {}
