//! Work that takes long, and tells whether it goes on.

use std::{
    sync::atomic::{AtomicU64, Ordering::SeqCst},
    thread,
    time::Duration,
};

use vetrina::prelude::*;

const TICK: Duration = Duration::from_millis(50);

static TICKS: AtomicU64 = AtomicU64::new(0);
static LOOP_TICKS: AtomicU64 = AtomicU64::new(0);

/// Sleeps tick by tick, as a future.
#[endpoint]
async fn work(seconds: f64) -> &'static str {
    for _ in 0..ticks_in(seconds) {
        tokio::time::sleep(TICK).await;
        TICKS.fetch_add(1, SeqCst);
    }
    "finished"
}

/// How many ticks all of `work` has done so far.
#[endpoint(queue = false)]
fn ticks() -> u64 {
    TICKS.load(SeqCst)
}

/// Sleeps tick by tick on a thread, and asks each time whether it should go on.
#[endpoint]
fn loop_with_cancel(seconds: f64, cancel: Cancel) -> &'static str {
    for _ in 0..ticks_in(seconds) {
        if cancel.is_cancelled() {
            return "cancelled";
        }
        thread::sleep(TICK);
        LOOP_TICKS.fetch_add(1, SeqCst);
    }
    "finished"
}

/// How many ticks all of `loop_with_cancel` has done so far.
#[endpoint(queue = false)]
fn loop_ticks() -> u64 {
    LOOP_TICKS.load(SeqCst)
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the suites ask for seconds"
)]
fn ticks_in(seconds: f64) -> u64 {
    (seconds / TICK.as_secs_f64()) as u64
}
