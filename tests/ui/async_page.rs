use vetrina::prelude::*;

#[page]
async fn about(ui: &mut Ui) {
    drop(ui);
}

fn main() {}
