use vetrina::prelude::*;

#[endpoint(output = Textbox::new())]
fn forget(what: String) {
    drop(what);
}

fn main() {}
