use vetrina::prelude::*;

#[derive(Default)]
pub struct Look { pub dark: bool }

#[component(data_model = u8)]
pub struct Stars {
    pub look: Look,
}

fn main() {}
