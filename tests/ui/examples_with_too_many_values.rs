use vetrina::prelude::*;

#[endpoint(examples = [(1, 2)])]
fn double(number: u8) -> u8 {
    number * 2
}

fn main() {}
