use vetrina::prelude::*;

#[component(data_model = u8, events(chnage, landing))]
pub struct Stars {}

fn main() {}
