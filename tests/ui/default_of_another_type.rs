use vetrina::prelude::*;

#[endpoint]
fn double(#[default("two")] number: u8) -> u8 {
    number * 2
}

fn main() {}
