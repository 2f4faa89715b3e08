//! The functions that are put under load, without any limit on how many run at once.

use vetrina::prelude::*;

#[endpoint(blocking = false)]
fn in_place(text: String) -> String {
    text + ", you said"
}

#[endpoint(concurrency_limit = None)]
fn blocking(text: String) -> String {
    text + ", you said"
}

#[endpoint]
async fn asynchronous(text: String) -> String {
    text + ", you said"
}

#[endpoint(concurrency_limit = None)]
fn count(length: u32) -> impl Iterator<Item = String> {
    (0..length).map(|number| format!("item {number}"))
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
