use vetrina::prelude::*;

#[page]
fn about(ui: &mut Ui, name: String) {
    drop((ui, name));
}

fn main() {}
