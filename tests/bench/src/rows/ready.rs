//! How long it takes from the start of the program to its first page.

use std::time::{Duration, Instant};

use super::{Bench, progress};
use crate::Result;
use crate::report::{Goal, Report, Row, Unit};
use crate::subject::{App, Subject};

/// Each program is started so often, as long as that does not take too much time.
const STARTS: usize = 15;
const ENOUGH: Duration = Duration::from_secs(12);

#[expect(clippy::unnecessary_wraps, reason = "all groups are measured alike")]
pub(crate) fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    progress("ready after start");
    let mut row =
        Row::new("Start", "first 200 after start", Unit::Seconds).goals(&[Goal::Below(0.01)]);
    for subject in bench.subjects(|subject| subject != Subject::Axum) {
        let began = Instant::now();
        let mut times = Vec::new();
        while times.len() < STARTS && (times.len() < 3 || began.elapsed() < ENOUGH) {
            let Some(server) = bench.start(subject, App::Hello, report) else {
                break;
            };
            times.push(server.ready_after.as_secs_f64());
        }
        if !times.is_empty() {
            row.set(subject, times);
        }
    }
    report.rows.push(row);
    Ok(())
}
