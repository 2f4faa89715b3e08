use vetrina::prelude::*;

#[endpoint]
fn double(#[input(Textbox::new())] number: u8) -> u8 {
    number * 2
}

fn main() {}
