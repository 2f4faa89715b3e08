//! Functions that tell how many of their kind ran while they did. Each waits a while for as many
//! as it is told to expect.

use std::{
    sync::atomic::{AtomicU64, Ordering::SeqCst},
    thread,
    time::{Duration, Instant},
};

use vetrina::prelude::*;

/// How long a call waits for others of its kind.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long it stays after that, so that one too many would be seen.
const STAY: Duration = Duration::from_millis(100);
const LOOK: Duration = Duration::from_millis(2);

/// How many run now.
struct Running(AtomicU64);

impl Running {
    const fn none() -> Self {
        Self(AtomicU64::new(0))
    }

    fn count(&self, wanted: u64) -> u64 {
        self.0.fetch_add(1, SeqCst);
        let end = Instant::now() + PATIENCE;
        while self.0.load(SeqCst) < wanted && Instant::now() < end {
            thread::sleep(LOOK);
        }
        thread::sleep(STAY);
        let most = self.0.load(SeqCst);
        self.0.fetch_sub(1, SeqCst);
        most
    }
}

#[endpoint]
fn one_at_a_time(wanted: u64) -> u64 {
    static RUNNING: Running = Running::none();
    RUNNING.count(wanted)
}

#[endpoint(concurrency_limit = 2)]
fn two_at_a_time(wanted: u64) -> u64 {
    static RUNNING: Running = Running::none();
    RUNNING.count(wanted)
}

#[endpoint(concurrency_limit = None)]
fn no_limit(wanted: u64) -> u64 {
    static RUNNING: Running = Running::none();
    RUNNING.count(wanted)
}

static SHARED: Running = Running::none();

#[endpoint(concurrency_limit = 2, concurrency_id = "gpu")]
fn shared_a(wanted: u64) -> u64 {
    SHARED.count(wanted)
}

#[endpoint(concurrency_limit = 1, concurrency_id = "gpu")]
fn shared_b(wanted: u64) -> u64 {
    SHARED.count(wanted)
}

#[endpoint]
async fn asynchronous(wanted: u64) -> u64 {
    static RUNNING: Running = Running::none();
    RUNNING.0.fetch_add(1, SeqCst);
    let end = Instant::now() + PATIENCE;
    while RUNNING.0.load(SeqCst) < wanted && Instant::now() < end {
        tokio::time::sleep(LOOK).await;
    }
    tokio::time::sleep(STAY).await;
    let most = RUNNING.0.load(SeqCst);
    RUNNING.0.fetch_sub(1, SeqCst);
    most
}
