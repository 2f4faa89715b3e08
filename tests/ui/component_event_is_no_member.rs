use vetrina::{component::Events, prelude::*};

#[component(data_model = u8, events(Events::Change, Events::Sparkle))]
pub struct Stars {}

fn main() {}
