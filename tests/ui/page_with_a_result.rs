use vetrina::prelude::*;

#[page]
fn about(ui: &mut Ui) -> String {
    drop(ui);
    "About".into()
}

fn main() {}
