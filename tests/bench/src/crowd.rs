//! Many sessions at once, and for long: is anything lost or mixed up, and is the memory given back?
//!
//! `bench crowd 5000` has so many sessions run a stream of 20 items at the same time, three times over.
//! `bench soak 30` mixes calls, streams, cancels and lost connections for so many minutes.

mod session;
mod soak;

use std::time::Duration;

use tokio::task::JoinSet;

use crate::Result;
use crate::places;
use crate::prepare::cargo_build;
use crate::server::Server;
use session::Session;

pub(crate) use soak::soak;

/// How many items each stream has.
const ITEMS: usize = 20;
/// Seconds between two of them, so that all streams are under way together.
const PAUSE: f64 = 0.5;
/// How often all of them come.
const ROUNDS: usize = 3;
/// Threads for blocking work are kept for ten seconds; what is given back late is waited for.
const SETTLE: Duration = Duration::from_secs(15);
const MEGABYTE: f64 = 1024.0 * 1024.0;

/// Whether all of them got what they should.
pub(crate) fn crowd(sessions: usize) -> Result<bool> {
    let server = server()?;
    let runtime = tokio::runtime::Runtime::new()?;
    let index = runtime.block_on(session::index(server.port, "drip"))?;
    // What is made once is there before the first is counted.
    runtime.block_on(round(&server, index, 50, 0))?;
    std::thread::sleep(SETTLE);
    let idle = server.resident()?;
    println!(
        "{sessions} sessions at once, {ITEMS} items each; idle: {:.1} MB",
        idle / MEGABYTE
    );
    let mut all_well = true;
    for number in 1..=ROUNDS {
        let (faults, peak) = runtime.block_on(round(&server, index, sessions, number))?;
        std::thread::sleep(SETTLE);
        let after = server.resident()?;
        println!(
            "round {number}: {} of {sessions} right; at the peak {:.1} MB ({:.1} kB a session), afterwards {:.1} MB",
            sessions - faults.len(),
            peak / MEGABYTE,
            (peak - idle) / 1024.0 / f64::from(u32::try_from(sessions)?),
            after / MEGABYTE,
        );
        for fault in faults.iter().take(5) {
            println!("  {fault}");
        }
        all_well &= faults.is_empty();
    }
    Ok(all_well)
}

fn server() -> Result<Server> {
    eprintln!("Getting ready");
    let target = places::target()?;
    let program = if let Some(program) = std::env::var_os("BENCH_VETRINA") {
        program.into()
    } else {
        cargo_build(&[
            "-p",
            "bench",
            "--bin",
            "bench-vetrina",
            "--features",
            "jemalloc",
        ])?;
        target.join("release/bench-vetrina")
    };
    let logs = target.join("bench-logs");
    std::fs::create_dir_all(&logs)?;
    Server::start(std::process::Command::new(program), &logs.join("crowd.txt"))
}

/// Has so many sessions come and go: what went wrong, and the memory when all were there.
async fn round(
    server: &Server,
    index: u64,
    sessions: usize,
    number: usize,
) -> Result<(Vec<String>, f64)> {
    let mut streams = JoinSet::new();
    for which in 0..sessions {
        let mut session = Session::new(server.port, format!("r{number}s{which}"));
        streams.spawn(async move {
            // They come one after the other, as no listener takes five thousand connections at one time.
            tokio::time::sleep(Duration::from_micros(600) * u32::try_from(which).unwrap_or(0))
                .await;
            session.join(index, ITEMS, PAUSE).await?;
            let items = session.items(usize::MAX).await?;
            session.check(&items, ITEMS)
        });
    }
    let (mut faults, mut peak) = (Vec::new(), server.resident()?);
    let mut look = tokio::time::interval(Duration::from_millis(250));
    loop {
        tokio::select! {
            ended = streams.join_next() => match ended {
                None => return Ok((faults, peak)),
                Some(Ok(Ok(()))) => {}
                Some(Ok(Err(fault))) => faults.push(fault.to_string()),
                Some(Err(lost)) => faults.push(lost.to_string()),
            },
            _ = look.tick() => peak = peak.max(server.resident()?),
        }
    }
}
