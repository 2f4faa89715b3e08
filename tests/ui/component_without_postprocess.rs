use vetrina::{component::Invalid, prelude::*};

#[component(data_model = u8, manual(postprocess))]
pub struct Stars {}

impl Postprocess<bool> for Stars {
    fn postprocess(&self, all: bool) -> Result<u8, Invalid> {
        Ok(if all { 5 } else { 0 })
    }
}

#[endpoint(output = Stars::new())]
fn rate(words: String) -> u8 {
    words.len() as u8
}

fn main() {}
