use std::time::Instant;

use vetrina::prelude::*;

#[component(data_model = u8, server(when))]
pub struct Stars {}

impl Stars {
    fn when(&self) -> Instant {
        Instant::now()
    }
}

fn main() {}
