//! The functions that are put under load, without any limit on how many run at once.

use std::time::Duration;

use futures_util::Stream;
use vetrina::{prelude::*, push};

#[cfg(feature = "jemalloc")]
#[global_allocator]
static ALLOCATOR: tikv_jemallocator::Jemalloc = tikv_jemallocator::Jemalloc;

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

/// Items that say whose they are, with so many seconds between two of them.
#[endpoint(concurrency_limit = None)]
fn drip(whose: String, items: u32, pause: f64) -> impl Stream<Item = Result<String, Error>> {
    push::stream(async move |out| {
        for number in 0..items {
            out.send(format!("{whose} {number}")).await?;
            tokio::time::sleep(Duration::from_secs_f64(pause)).await;
        }
        Ok(())
    })
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
