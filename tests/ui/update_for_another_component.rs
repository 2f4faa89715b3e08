use vetrina::prelude::*;

#[endpoint(output = Number::new())]
fn rename(label: String) -> Update<Textbox> {
    Update(Textbox::new().label(label))
}

fn main() {}
