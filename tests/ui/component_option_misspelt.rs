use vetrina::prelude::*;

#[component(data_modle = String, kind = from, frontend = "stars.ts")]
pub struct Stars {}

fn main() {}
