//! Processor time, as the kernel counts it.

use std::fs;
use std::time::Duration;

use crate::Result;

/// The kernel counts the time of processes in hundredths of a second.
const TICK: Duration = Duration::from_millis(10);

/// What all threads of a process have used.
pub(crate) fn of_process(id: u32) -> Result<Duration> {
    ticks(&format!("/proc/{id}/stat"), 11)
}

/// What the children of this process that have ended have used, and theirs.
pub(crate) fn of_ended_children() -> Result<Duration> {
    ticks("/proc/self/stat", 13)
}

/// What this thread has used.
pub(crate) fn of_this_thread() -> Result<Duration> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat")?;
    let nanoseconds = stat.split(' ').next().unwrap_or_default();
    Ok(Duration::from_nanos(nanoseconds.parse()?))
}

/// The sum of a field behind the program's name and the one after it: user and system time.
fn ticks(path: &str, field: usize) -> Result<Duration> {
    let stat = fs::read_to_string(path)?;
    // The name is in brackets and may hold anything.
    let (_, fields) = stat.rsplit_once(") ").ok_or("no name in /proc/.../stat")?;
    let times = fields.split(' ').skip(field).take(2);
    Ok(TICK * times.filter_map(|time| time.parse::<u32>().ok()).sum())
}
