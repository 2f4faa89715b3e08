use vetrina::prelude::*;

#[component(data_model = String, streaming)]
pub struct Ticker {}

fn main() {}
