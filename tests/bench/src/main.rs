//! Measures Vetrina beside Gradio, rustview and the least that axum can do: one command, one table.
//!
//! Nothing here fails because something is slow. The table says what was seen and what the design asks for.

mod client;
mod crowd;
mod http;
mod load;
mod options;
mod places;
mod prepare;
mod processor;
mod report;
mod rows;
mod server;
mod subject;
mod table;

use std::{env, fs, process::ExitCode, thread};

use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

use crate::options::Options;
use crate::report::{Machine, Report};
use crate::rows::Bench;

type Result<T, E = Box<dyn std::error::Error + Send + Sync>> = std::result::Result<T, E>;

fn main() -> ExitCode {
    match measure() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("bench: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Whether everything could be measured.
fn measure() -> Result<bool> {
    allow_many_connections()?;
    let arguments: Vec<_> = env::args().skip(1).collect();
    match arguments.as_slice() {
        [what, count] if what == "crowd" => return crowd::crowd(count.parse()?),
        [what, minutes] if what == "soak" => return crowd::soak(minutes.parse()?),
        _ => {}
    }
    let Some(options) = Options::read(arguments.into_iter())? else {
        return Ok(true);
    };
    eprintln!("Getting ready");
    let programs = prepare::programs(&options)?;
    let machine = Machine {
        processor: processor_name()?,
        cores: thread::available_parallelism()?.get(),
        seconds_per_measurement: options.length.as_secs_f64(),
        passes: options.passes,
    };
    let mut report = Report {
        machine,
        rows: Vec::new(),
        faults: Vec::new(),
    };
    eprintln!("Measuring");
    let bench = Bench { options, programs };
    bench.measure(&mut report);
    table::print(&report);
    fs::write(&bench.options.json, serde_json::to_string_pretty(&report)?)?;
    eprintln!("\nThe figures are in {}", bench.options.json.display());
    Ok(report.faults.is_empty())
}

/// Thousands of open pages need more than the usual limit; the servers inherit ours.
fn allow_many_connections() -> Result<()> {
    let limit = getrlimit(Resource::Nofile);
    let wanted = limit
        .maximum
        .map_or(16_384, |most| most.min(16_384))
        .max(limit.current.unwrap_or(u64::MAX));
    Ok(setrlimit(
        Resource::Nofile,
        Rlimit {
            current: Some(wanted),
            ..limit
        },
    )?)
}

fn processor_name() -> Result<String> {
    let cpus = fs::read_to_string("/proc/cpuinfo")?;
    let name = cpus
        .lines()
        .find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    Ok(name.map_or("unknown", |(_, name)| name).to_owned())
}
