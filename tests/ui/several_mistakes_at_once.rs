use vetrina::prelude::*;

#[endpoint(api_nmae = "greet", queue = "no", time_limit = 0)]
fn greet((first, last): (String, String), greeting: &str, #[input] times: u8) -> String {
    format!("{greeting}, {first} {last}").repeat(times.into())
}

fn main() {}
