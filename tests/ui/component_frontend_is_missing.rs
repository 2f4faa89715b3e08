use vetrina::prelude::*;

#[component(data_model = u8, frontend = "no_such_file.js")]
pub struct Stars {}

fn main() {}
