//! How many calls, and how many streamed items, a server manages; how long one takes; what it costs.

use std::time::Duration;

use super::{Bench, Group, progress};
use crate::Result;
use crate::client::{Call, Client, Way};
use crate::load::{self, Seen, Window};
use crate::report::{Cell, Goal, Report, Row, Unit};
use crate::server::Server;
use crate::subject::{App, Function, Subject};

const WARM_UP: Duration = Duration::from_millis(500);

const RUN: &[Goal] = &[
    Goal::AtLeast(0.8, Subject::Limit),
    Goal::AtLeast(100.0, Subject::Gradio5),
    Goal::AtLeast(100.0, Subject::Gradio6),
];
const QUEUE_ALONE: &[Goal] = &[Goal::AtLeast(0.8, Subject::Limit)];
const STREAM: &[Goal] = &[
    Goal::AtLeast(200.0, Subject::Gradio5),
    Goal::AtLeast(200.0, Subject::Gradio6),
];

/// One line of the table: a function, the way it is called, and how many do so at once.
#[derive(Debug)]
struct Scenario {
    group: Group,
    function: Function,
    clients: usize,
    goals: &'static [Goal],
}

const fn scenario(
    group: Group,
    function: Function,
    clients: usize,
    goals: &'static [Goal],
) -> Scenario {
    Scenario {
        group,
        function,
        clients,
        goals,
    }
}

/// The goals are meant for functions that run in place; the others are measured beside them.
const SCENARIOS: [Scenario; 12] = [
    scenario(Group::Run, Function::InPlace, 16, RUN),
    scenario(Group::Run, Function::Asynchronous, 16, &[]),
    scenario(Group::Run, Function::Blocking, 16, &[]),
    scenario(Group::Queue, Function::InPlace, 1, QUEUE_ALONE),
    scenario(Group::Queue, Function::InPlace, 16, RUN),
    scenario(Group::Queue, Function::InPlace, 64, RUN),
    scenario(Group::Queue, Function::Asynchronous, 16, &[]),
    scenario(Group::Queue, Function::Blocking, 1, &[]),
    scenario(Group::Queue, Function::Blocking, 16, &[]),
    scenario(Group::Queue, Function::Blocking, 64, &[]),
    scenario(Group::Stream, Function::Count, 1, STREAM),
    scenario(Group::Stream, Function::Count, 8, STREAM),
];

pub(crate) fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let mut servers = Vec::new();
    for subject in bench.subjects(Subject::has_api) {
        if let Some(server) = bench.start(subject, App::Load, report) {
            server.pause()?;
            servers.push((subject, server));
        }
    }
    let wanted: Vec<_> = SCENARIOS
        .iter()
        .filter(|scenario| bench.wants(scenario.group))
        .collect();
    let measured: Result<Vec<_>> = wanted
        .iter()
        .map(|scenario| scenario.measure(&servers, bench))
        .collect();
    let measured = measured?;
    let lines = || wanted.iter().zip(&measured);
    for (scenario, seen) in lines() {
        report.rows.push(scenario.rate(seen));
    }
    for (scenario, seen) in lines().filter(|(scenario, _)| scenario.group != Group::Stream) {
        for (name, part) in [
            ("p50", (|seen| seen.p50) as fn(&Seen) -> Duration),
            ("p99", |seen| seen.p99),
        ] {
            report
                .rows
                .push(scenario.time("Time of one call", name, seen, part));
        }
    }
    for (scenario, seen) in lines().filter(|(scenario, _)| scenario.clients == 16) {
        report.rows.push(scenario.time(
            "Processor time of the server for one call",
            "",
            seen,
            |seen| seen.server_time,
        ));
    }
    Ok(())
}

/// What was seen of each subject, pass by pass.
type Passes = Vec<(Subject, Vec<Seen>)>;

impl Scenario {
    fn measure(&self, servers: &[(Subject, Server)], bench: &Bench) -> Result<Passes> {
        progress(&self.name());
        let window = Window {
            warm_up: WARM_UP,
            length: bench.options.length,
        };
        let mut passes: Passes = servers
            .iter()
            .map(|(subject, _)| (*subject, Vec::new()))
            .collect();
        // In turn, so that a slow minute of the machine meets all of them alike.
        for _ in 0..bench.options.passes {
            for ((_, server), (_, seen)) in servers.iter().zip(&mut passes) {
                server.resume()?;
                seen.push(self.once(server, window));
                server.pause()?;
            }
        }
        Ok(passes)
    }

    /// A server that cannot be asked at all is a fault of that server, and shown as one.
    fn once(&self, server: &Server, window: Window) -> Seen {
        let way = if self.group == Group::Run {
            Way::Run
        } else {
            Way::Queue
        };
        Client::several(self.clients, server.port, way, &Call::of(self.function))
            .and_then(|clients| load::measure(server, clients, window))
            .unwrap_or_else(|fault| Seen {
                errors: 1,
                first_fault: Some(fault.to_string()),
                ..Seen::default()
            })
    }

    fn name(&self) -> String {
        let what = match self.group {
            Group::Run => "POST /run",
            Group::Stream => "items",
            _ => "queue round trip",
        };
        let clients = if self.clients == 1 {
            "1 client".into()
        } else {
            format!("{} clients", self.clients)
        };
        format!("{what}, {}, {clients}", self.function.words())
    }

    fn rate(&self, passes: &Passes) -> Row {
        let items = self.group == Group::Stream;
        let per_second = |seen: &Seen| {
            if items {
                seen.items_per_second
            } else {
                seen.per_second
            }
        };
        let mut row = Row::new("Per second", self.name(), Unit::PerSecond).goals(self.goals);
        for (subject, seen) in passes {
            let cell = Cell {
                errors: seen.iter().map(|seen| seen.errors).sum(),
                first_error: seen.iter().find_map(|seen| seen.first_fault.clone()),
                generator: seen.iter().map(|seen| seen.generator).reduce(f64::max),
                ..Cell::median_of(seen.iter().map(per_second).collect())
            };
            row.cells.insert(*subject, cell);
        }
        row
    }

    fn time(
        &self,
        section: &'static str,
        name: &str,
        passes: &Passes,
        part: fn(&Seen) -> Duration,
    ) -> Row {
        let mut row = Row::new(
            section,
            format!("{} {name}", self.name()).trim_end(),
            Unit::Seconds,
        );
        for (subject, seen) in passes {
            row.set(
                *subject,
                seen.iter().map(|seen| part(seen).as_secs_f64()).collect(),
            );
        }
        row
    }
}
