//! An app that shows another one: the one at `FAR`.

use std::env;

use vetrina::prelude::*;

#[page(title = "Loads")]
fn loads(ui: &mut Ui) {
    ui.markdown("# From elsewhere");
    ui.load_app(env::var("FAR").unwrap_or_default());
}
