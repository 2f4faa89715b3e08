//! The rows of the table, by group; each group measures its own.

mod build;
mod memory;
mod page;
mod ready;
mod size;
mod throughput;

use crate::Result;
use crate::options::Options;
use crate::report::Report;
use crate::server::Server;
use crate::subject::{App, Programs, Subject};

/// Rows that are measured together, as `--only` names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    Run,
    Queue,
    Stream,
    Ready,
    Memory,
    Page,
    Size,
    Build,
}

/// What every measurement needs to know.
#[derive(Debug)]
pub(crate) struct Bench {
    pub(crate) options: Options,
    pub(crate) programs: Programs,
}

/// Measures the rows of a group, or of several that need the same servers.
type Step = fn(&Bench, &mut Report) -> Result<()>;

impl Group {
    pub(crate) const ALL: [Self; 8] = [
        Self::Run,
        Self::Queue,
        Self::Stream,
        Self::Ready,
        Self::Memory,
        Self::Page,
        Self::Size,
        Self::Build,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::Queue => "queue",
            Self::Stream => "stream",
            Self::Ready => "ready",
            Self::Memory => "memory",
            Self::Page => "page",
            Self::Size => "size",
            Self::Build => "build",
        }
    }
}

impl Bench {
    /// Measures all that was asked for. A fault in one group does not keep the others from being measured.
    pub(crate) fn measure(&self, report: &mut Report) {
        let steps: [(&[Group], Step); 6] = [
            (
                &[Group::Run, Group::Queue, Group::Stream],
                throughput::measure,
            ),
            (&[Group::Ready], ready::measure),
            (&[Group::Memory], memory::measure),
            (&[Group::Page], page::measure),
            (&[Group::Size], size::measure),
            (&[Group::Build], build::measure),
        ];
        for (groups, step) in steps {
            if groups.iter().any(|&group| self.wants(group))
                && let Err(fault) = step(self, report)
            {
                report.faults.push(format!("{}: {fault}", groups[0].name()));
            }
        }
    }

    pub(crate) fn wants(&self, group: Group) -> bool {
        self.options.groups.contains(&group)
    }

    /// The subjects of this run that have what a row is about.
    fn subjects(&self, has: impl Fn(Subject) -> bool) -> Vec<Subject> {
        self.options
            .subjects
            .iter()
            .copied()
            .filter(|&subject| has(subject))
            .collect()
    }

    /// Starts a program; `None` if the subject has none, or if it does not start, which is reported.
    fn start(&self, subject: Subject, app: App, report: &mut Report) -> Option<Server> {
        let log = self.programs.logs.join(format!("{}.log", subject.name()));
        match Server::start(subject.command(app, &self.programs)?, &log) {
            Ok(server) => Some(server),
            Err(fault) => {
                report
                    .faults
                    .push(format!("{} did not start: {fault}", subject.name()));
                None
            }
        }
    }
}

/// Tells whoever waits what is being measured.
fn progress(what: &str) {
    eprintln!("  {what}");
}
