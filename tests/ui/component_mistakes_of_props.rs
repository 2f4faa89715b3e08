use vetrina::prelude::*;

#[component(data_model = u8, streaming = true)]
#[derive(Debug, Default)]
pub struct Stars {
    #[prop(rename = Type)]
    pub sort: u8,
    pub new: bool,
}

fn main() {}
