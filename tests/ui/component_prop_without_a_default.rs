use vetrina::prelude::*;

#[data_model]
pub enum Look { Gold, Dark }

#[component(data_model = u8)]
pub struct Stars {
    pub look: Look,
}

fn main() {}
