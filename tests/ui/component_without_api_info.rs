use vetrina::{__private::serde::{Deserialize, Serialize}, prelude::*};

#[derive(Serialize, Deserialize)]
#[serde(crate = "vetrina::__private::serde")]
pub struct Rating {
    stars: u8,
}

#[component(data_model = Rating)]
pub struct Stars {}

fn main() {}
