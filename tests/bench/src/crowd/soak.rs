//! Everything at once, for as long as wanted.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use tokio::task::JoinSet;

use super::session::{Session, ask, index};
use super::{MEGABYTE, server};
use crate::Result;
use crate::http::{Connection, post};

/// How many do something at any time.
const WORKERS: u64 = 200;
/// From here on the memory should stay.
const WARM: u64 = 5;
/// By so much it may differ at the end.
const TOLERANCE: f64 = 0.05;

/// What the workers share.
#[derive(Debug)]
struct Shared {
    port: u16,
    drip: u64,
    done: AtomicU64,
    faults: AtomicU64,
    over: AtomicBool,
}

/// Whether nothing went wrong, and the memory stayed.
pub(crate) fn soak(minutes: u64) -> Result<bool> {
    let server = server()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let shared = Arc::new(Shared {
        port: server.port,
        drip: runtime.block_on(index(server.port, "drip"))?,
        done: AtomicU64::new(0),
        faults: AtomicU64::new(0),
        over: AtomicBool::new(false),
    });
    let mut workers = JoinSet::new();
    for worker in 0..WORKERS {
        workers.spawn_on(work(worker, Arc::clone(&shared)), runtime.handle());
    }
    let (started, mut warm, mut resident) = (Instant::now(), None, 0.0);
    for minute in 1..=minutes {
        let mut seen = Vec::new();
        while started.elapsed() < Duration::from_secs(60 * minute) {
            std::thread::sleep(Duration::from_secs(1));
            seen.push(server.resident()?);
        }
        resident = median(seen);
        println!(
            "minute {minute}: {:.1} MB, {} done, {} wrong",
            resident / MEGABYTE,
            shared.done.load(Ordering::Relaxed),
            shared.faults.load(Ordering::Relaxed),
        );
        if minute == WARM {
            warm = Some(resident);
        }
    }
    shared.over.store(true, Ordering::Relaxed);
    runtime.block_on(async { while workers.join_next().await.is_some() {} });
    let faults = shared.faults.load(Ordering::Relaxed);
    let Some(warm) = warm else {
        println!("Too short to say whether the memory stays");
        return Ok(faults == 0);
    };
    let grown = resident / warm - 1.0;
    println!("since minute {WARM}: {:+.1} %", grown * 100.0);
    Ok(faults == 0 && grown <= TOLERANCE)
}

/// As calls come and go, so does what they take: one look says little of a minute.
fn median(mut seen: Vec<f64>) -> f64 {
    seen.sort_by(f64::total_cmp);
    seen.get(seen.len() / 2).copied().unwrap_or_default()
}

async fn work(worker: u64, shared: Arc<Shared>) {
    for number in 0_u64.. {
        if shared.over.load(Ordering::Relaxed) {
            return;
        }
        // What is done differs, and is the same again in the next soak.
        let chance = mixed(worker << 32 | number);
        if let Err(fault) = one(&shared, chance, format!("w{worker}n{number}")).await
            && shared.faults.fetch_add(1, Ordering::Relaxed) < 20
        {
            println!("  {fault}");
        }
        shared.done.fetch_add(1, Ordering::Relaxed);
    }
}

/// A stream to its end, cancelled or cut in the middle, or a call without the queue.
async fn one(shared: &Shared, chance: u64, name: String) -> Result<()> {
    let items = usize::try_from(3 + chance % 20)?;
    let seen = usize::try_from(1 + chance / 64 % 2)?;
    let mut session = Session::new(shared.port, name.clone());
    match chance / 1024 % 8 {
        0..=2 => {
            session.join(shared.drip, items, 0.005).await?;
            let all = session.items(usize::MAX).await?;
            session.check(&all, items)
        }
        3 | 4 => {
            session.join(shared.drip, 1_000_000, 0.005).await?;
            session.cancel().await?;
            // What came before the cancel is in order, and there is an end.
            let some = session.items(usize::MAX).await?;
            session.check_first(&some, some.shown.len())?;
            let end = some.end.ok_or("a cancelled run has no end")?;
            if end["output"] == json!({}) {
                Ok(())
            } else {
                Err(format!("{name}: cancelled, and ended with {end}").into())
            }
        }
        5 | 6 => {
            session.join(shared.drip, 1_000_000, 0.005).await?;
            let some = session.items(seen).await?;
            session.check_first(&some, some.shown.len())
        }
        _ => {
            let body = json!({"data": [name], "session_hash": name});
            let request = post("/gradio_api/run/blocking", &body);
            let answer = ask(&mut Connection::new(shared.port), &request).await?;
            let wanted = json!([format!("{name}, you said")]);
            if answer["data"] == wanted {
                Ok(())
            } else {
                Err(format!("{name}: not {answer}").into())
            }
        }
    }
}

/// A number that looks like chance.
fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}
