use vetrina::prelude::*;

#[component(kind = form)]
pub struct Stars {
    pub count: u8,
}

fn main() {}
