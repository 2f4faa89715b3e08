use vetrina::prelude::*;

#[component(data_model = u8)]
pub struct Stars {}

impl Stars {
    fn example_payload(&self) -> u8 {
        3
    }
}

fn main() {}
