use vetrina::prelude::*;

#[endpoint]
fn total(numbers: Option<&[f64]>) -> f64 {
    numbers.unwrap_or_default().iter().sum()
}

fn main() {}
