//! The load: clients that ask again as soon as they have their answer, on one thread of this process.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::{Duration, Instant};

use tokio::task::LocalSet;
use tokio::time::{sleep, timeout};

use crate::Result;
use crate::client::Client;
use crate::processor;
use crate::server::Server;

/// How long the answers to the last requests may take.
const GRACE: Duration = Duration::from_secs(60);
/// After a fault a client waits, so that a server that is down is not asked a million times.
const AFTER_FAULT: Duration = Duration::from_millis(5);

/// How long to measure, and how long to run before that.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Window {
    pub(crate) warm_up: Duration,
    pub(crate) length: Duration,
}

/// What was seen inside the window.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// Finished requests or round trips, per second.
    pub(crate) per_second: f64,
    /// Streamed items, per second.
    pub(crate) items_per_second: f64,
    pub(crate) p50: Duration,
    pub(crate) p99: Duration,
    /// Processor time of the server for each request.
    pub(crate) server_time: Duration,
    /// The part of one core that this process used. Near 1 the row shows this program, not the server.
    pub(crate) generator: f64,
    /// Faults of the whole run, warm-up included.
    pub(crate) errors: u64,
    pub(crate) first_fault: Option<String>,
}

/// What the clients count together.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    measuring: Cell<bool>,
    over: Cell<bool>,
    items: Cell<u64>,
    latencies: RefCell<Vec<Duration>>,
    errors: Cell<u64>,
    first_fault: RefCell<Option<String>>,
}

impl Tally {
    /// Items of a stream that has not ended yet.
    pub(crate) fn items(&self, count: usize) {
        if self.measuring.get() {
            self.items.set(self.items.get() + count as u64);
        }
    }

    fn done(&self, latency: Duration) {
        if self.measuring.get() {
            self.latencies.borrow_mut().push(latency);
        }
    }

    fn fault(&self, fault: &impl ToString) {
        self.errors.set(self.errors.get() + 1);
        self.first_fault
            .borrow_mut()
            .get_or_insert_with(|| fault.to_string());
    }
}

/// Puts the load of all `clients` on `server` and watches for the length of the window.
///
/// The clients are busy before and after it: what is counted is a part of a steady state, so that slow
/// answers are not cut off and fast ones are not helped by an idle start.
pub(crate) fn measure(server: &Server, clients: Vec<Client>, window: Window) -> Result<Seen> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let tally = Rc::new(Tally::default());
    LocalSet::new().block_on(&runtime, async {
        let running: Vec<_> = clients
            .into_iter()
            .map(|client| tokio::task::spawn_local(keep_asking(client, Rc::clone(&tally))))
            .collect();
        sleep(window.warm_up).await;
        let (server_before, own_before, start) = (
            server.cpu_time()?,
            processor::of_this_thread()?,
            Instant::now(),
        );
        tally.measuring.set(true);
        sleep(window.length).await;
        tally.measuring.set(false);
        let elapsed = start.elapsed();
        let (server_after, own_after) = (server.cpu_time()?, processor::of_this_thread()?);
        tally.over.set(true);
        for client in running {
            if timeout(GRACE, client).await.is_err() {
                tally.fault(&format!("no answer in {GRACE:?}"));
            }
        }
        let own = own_after.saturating_sub(own_before);
        Ok(summary(
            &tally,
            elapsed,
            server_after.saturating_sub(server_before),
            own,
        ))
    })
}

async fn keep_asking(mut client: Client, tally: Rc<Tally>) {
    while !tally.over.get() {
        let start = Instant::now();
        match client.once(&tally).await {
            Ok(()) => tally.done(start.elapsed()),
            Err(fault) => {
                tally.fault(&fault);
                sleep(AFTER_FAULT).await;
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn summary(tally: &Tally, elapsed: Duration, server: Duration, own: Duration) -> Seen {
    let mut latencies = tally.latencies.take();
    latencies.sort_unstable();
    let at = |part: usize| {
        latencies
            .get(latencies.len() * part / 100)
            .copied()
            .unwrap_or_default()
    };
    Seen {
        per_second: latencies.len() as f64 / elapsed.as_secs_f64(),
        items_per_second: tally.items.get() as f64 / elapsed.as_secs_f64(),
        p50: at(50),
        p99: at(99),
        server_time: server / u32::try_from(latencies.len().max(1)).unwrap_or(u32::MAX),
        generator: own.as_secs_f64() / elapsed.as_secs_f64(),
        errors: tally.errors.get(),
        first_fault: tally.first_fault.take(),
    }
}
