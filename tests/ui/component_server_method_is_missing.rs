use vetrina::prelude::*;

#[component(data_model = u8, server(price, rate))]
pub struct Stars {}

impl Stars {
    fn price(&self, stars: u8) -> f64 {
        f64::from(stars) * 1.5
    }
}

fn main() {}
