//! Memory in RAM: of a fresh server, after load, and for each page that is merely open.

use std::thread;
use std::time::Duration;

use super::{Bench, progress};
use crate::Result;
use crate::client::{Call, Client, Way};
use crate::http::{Connection, get};
use crate::load::{self, Window};
use crate::report::{Cell, Goal, Report, Row, Unit};
use crate::server::Server;
use crate::subject::{App, Subject};

/// A server may still be at work after its first answer, and after its last.
const SETTLE: Duration = Duration::from_secs(1);
/// How many pages are open at once.
const HEARTBEATS: u16 = 1000;
const CLIENTS: usize = 16;

pub(crate) fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let row = |name, goals| Row::new("Memory", name, Unit::Bytes).goals(goals);
    let mut idle = row("resident, idle", &[Goal::Below(8e6)]);
    let mut loaded = row("resident, after load", &[Goal::Below(20e6)]);
    let mut heartbeat = row("for each idle heartbeat", &[Goal::Below(12e3)]);
    for subject in bench.subjects(|subject| subject != Subject::Axum) {
        progress(&format!("memory of {}", subject.name()));
        let Some(server) = bench.start(subject, App::Hello, report) else {
            continue;
        };
        thread::sleep(SETTLE);
        idle.set(subject, vec![server.resident()?]);
        if !subject.has_api() {
            continue;
        }
        loaded
            .cells
            .insert(subject, after_load(&server, bench.options.length)?);
        drop(server);
        // A fresh one, because memory that the load has left free would hide what a page needs.
        let Some(server) = bench.start(subject, App::Hello, report) else {
            continue;
        };
        thread::sleep(SETTLE);
        heartbeat.set(subject, vec![for_each_heartbeat(&server)?]);
    }
    report.rows.extend([idle, loaded, heartbeat]);
    Ok(())
}

fn after_load(server: &Server, length: Duration) -> Result<Cell> {
    let mut cell = Cell::default();
    for way in [Way::Run, Way::Queue] {
        let clients = Client::several(CLIENTS, server.port, way, &Call::greeting())?;
        let seen = load::measure(
            server,
            clients,
            Window {
                warm_up: Duration::ZERO,
                length,
            },
        )?;
        cell.errors += seen.errors;
        cell.first_error = cell.first_error.or(seen.first_fault);
    }
    thread::sleep(SETTLE);
    Ok(Cell {
        value: server.resident()?,
        ..cell
    })
}

fn for_each_heartbeat(server: &Server) -> Result<f64> {
    let before = server.resident()?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let after = runtime.block_on(async {
        let mut open = Vec::new();
        for page in 0..HEARTBEATS {
            let mut connection = Connection::new(server.port);
            let status = connection
                .open(&get(&format!("/gradio_api/heartbeat/open{page}")))
                .await?;
            if status != 200 {
                return Err(format!("{status} for heartbeat {page}").into());
            }
            open.push(connection);
        }
        tokio::time::sleep(SETTLE).await;
        server.resident()
    })?;
    Ok((after - before) / f64::from(HEARTBEATS))
}
