use vetrina::{component::Invalid, prelude::*};

#[component(data_model = u8, manual(preprocess))]
pub struct Stars {}

impl Preprocess<bool> for Stars {
    fn preprocess(&self, stars: u8) -> Result<bool, Invalid> {
        Ok(stars == 5)
    }
}

#[endpoint]
fn praise(#[input(Stars::new())] stars: u8) -> String {
    "*".repeat(stars.into())
}

fn main() {}
