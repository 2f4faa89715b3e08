//! Runs that go on while connections come and go.

use std::{
    sync::atomic::{AtomicU64, Ordering::SeqCst},
    thread,
    time::Duration,
};

use vetrina::prelude::*;

static TICKS: AtomicU64 = AtomicU64::new(0);

/// Counts, a step every ten milliseconds.
#[endpoint(concurrency_limit = None)]
fn count(
    #[default(100)] n: u64,
    /// Where it begins.
    #[default(0)]
    first: u64,
) -> impl Iterator<Item = String> {
    (first..first + n)
        .inspect(|_| thread::sleep(Duration::from_millis(10)))
        .map(|step| format!("step {step}"))
}

/// More than anybody keeps, as fast as it can be done.
#[endpoint(concurrency_limit = None)]
fn flood(n: u64) -> impl Iterator<Item = u64> {
    0..n
}

/// Ticks until it is stopped.
#[endpoint(concurrency_limit = None)]
async fn work(ticks: u64) -> &'static str {
    tick(ticks).await
}

/// The same, but nobody has to wait for it.
#[endpoint(concurrency_limit = None, detach = true)]
async fn background(ticks: u64) -> &'static str {
    tick(ticks).await
}

async fn tick(ticks: u64) -> &'static str {
    for _ in 0..ticks {
        tokio::time::sleep(Duration::from_millis(50)).await;
        TICKS.fetch_add(1, SeqCst);
    }
    "finished"
}

#[endpoint(queue = false)]
fn ticks() -> u64 {
    TICKS.load(SeqCst)
}

/// Things to begin, and what is kept meanwhile.
#[page]
fn runs(ui: &mut Ui) {
    let n = ui.add(Number::new().label("N").value(100));
    let first = ui.add(Number::new().label("First").value(0));
    let shown = ui.add(Textbox::new().label("Shown"));
    let after = ui.add(Textbox::new().label("After"));
    ui.add(Button::new("Count"))
        .click(count, (&n, &first), &shown)
        .then(|shown: String| format!("then {shown}"), &shown, &after);
    ui.add(Button::new("Work")).click(work, &n, &after);
    let seen = ui.state(0);
    ui.add(Button::new("Remember")).click(
        |seen: i64| (seen + 1, format!("seen {}", seen + 1)),
        &seen,
        (&seen, &after),
    );
}
