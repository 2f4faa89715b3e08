use vetrina::{component::Invalid, prelude::*};

#[component(data_model = u8)]
pub struct Stars {}

impl Stars {
    fn preprocess(&self, stars: u8) -> Result<String, Invalid> { Ok(stars.to_string()) }
}

fn main() {}
