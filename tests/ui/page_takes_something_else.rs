use vetrina::prelude::*;

#[page]
fn about(ui: &mut String) {
    ui.clear();
}

fn main() {}
