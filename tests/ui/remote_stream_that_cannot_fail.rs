use futures_util::Stream;
use vetrina::prelude::*;

#[remote(url = "http://127.0.0.1:7860")]
fn count(up_to: u32) -> impl Stream<Item = u32>;

fn main() {}
