//! Who is measured, and how each of them is started.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Serialize;

/// One column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Subject {
    /// A hand-written axum handler that does the least the protocol allows.
    Limit,
    Vetrina,
    Gradio5,
    Gradio6,
    /// Another Rust framework. It has a page, but no API and no queue.
    Rustview,
    /// A bare axum program, for the build rows only.
    Axum,
}

/// Which of a subject's programs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum App {
    /// The greeting of the README, with everything at its default.
    Hello,
    /// The greeting, with every component that is there on one page.
    Every,
    /// Functions without a concurrency limit.
    Load,
    /// A long conversation with a function that answers quickly.
    Talk,
}

/// A function of [`App::Load`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Function {
    /// Runs where the request is handled.
    InPlace,
    /// Runs on a pool of threads.
    Blocking,
    /// Is a future.
    Asynchronous,
    /// Answers many items, one after the other.
    Count,
}

/// Where the programs of all subjects are, once they are built.
#[derive(Debug)]
pub(crate) struct Programs {
    /// The folder of this workspace's release binaries.
    pub(crate) release: PathBuf,
    /// The Python interpreters of the two Gradio lines.
    pub(crate) gradio5: PathBuf,
    pub(crate) gradio6: PathBuf,
    pub(crate) rustview: PathBuf,
    /// The folder of the Python programs.
    pub(crate) scripts: PathBuf,
    /// Where servers leave what they print.
    pub(crate) logs: PathBuf,
}

impl Subject {
    pub(crate) const ALL: [Self; 6] = [
        Self::Limit,
        Self::Vetrina,
        Self::Gradio5,
        Self::Gradio6,
        Self::Rustview,
        Self::Axum,
    ];

    /// The name on the command line and in the JSON.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Limit => "limit",
            Self::Vetrina => "vetrina",
            Self::Gradio5 => "gradio5",
            Self::Gradio6 => "gradio6",
            Self::Rustview => "rustview",
            Self::Axum => "axum",
        }
    }

    /// Whether it speaks Gradio's protocol, so that the load can be put on it.
    pub(crate) fn has_api(self) -> bool {
        !matches!(self, Self::Rustview | Self::Axum)
    }

    /// Whether its hello program serves the form of the README.
    pub(crate) fn has_page(self) -> bool {
        !matches!(self, Self::Limit | Self::Axum)
    }

    /// How its program is started; `None` if it has no such program.
    pub(crate) fn command(self, app: App, programs: &Programs) -> Option<Command> {
        let rust = |name| Some(Command::new(programs.release.join(name)));
        let python = |python: &Path| {
            let script = match app {
                App::Hello => "hello.py",
                App::Every => "every.py",
                App::Load => "load.py",
                App::Talk => return None,
            };
            let mut command = Command::new(python);
            command.arg(programs.scripts.join(script));
            // Neither line may spend its time on calls home that cannot be answered.
            command
                .env("GRADIO_ANALYTICS_ENABLED", "False")
                .env("HF_HUB_OFFLINE", "1");
            Some(command)
        };
        match (self, app) {
            (Self::Limit | Self::Rustview, App::Talk)
            | (Self::Rustview, App::Every | App::Load)
            | (Self::Axum, _) => None,
            (Self::Limit, _) => rust("bench-limit"),
            (Self::Vetrina, App::Hello) => rust("hello"),
            (Self::Vetrina, App::Every) => rust("bench-every"),
            (Self::Vetrina, App::Load) => rust("bench-vetrina"),
            (Self::Vetrina, App::Talk) => rust("bench-talk"),
            (Self::Gradio5, _) => python(&programs.gradio5),
            (Self::Gradio6, _) => python(&programs.gradio6),
            (Self::Rustview, App::Hello) => Some(Command::new(&programs.rustview)),
        }
    }
}

impl Function {
    /// Its name in the API.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::InPlace => "in_place",
            Self::Blocking => "blocking",
            Self::Asynchronous => "asynchronous",
            Self::Count => "count",
        }
    }

    /// Its name in the table.
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::InPlace => "in place",
            Self::Blocking => "blocking",
            Self::Asynchronous => "async",
            Self::Count => "stream",
        }
    }
}
