//! Programs of the API page, run as they are pasted.

mod rust;

use std::{
    fs,
    path::PathBuf,
    process::{self, Command},
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use serde_json::Value;

use crate::{
    process::finish,
    run,
    tools::{self, Line},
};

/// For one program.
const LIMIT: Duration = Duration::from_secs(90);
/// For all of them in one language.
const LIMIT_OF_ALL: Duration = Duration::from_secs(900);

pub use rust::said_in_rust;

/// Stands between what two programs print.
pub const MARK: &str = "---- the next program ----";

/// What each of the programs prints, those that fail with [`MARK`] in it.
///
/// # Panics
/// When some of them were not run.
#[must_use]
pub fn said(line: Line, language: &str, programs: &[&str]) -> Vec<String> {
    let (mut command, ending) = match language {
        "python" => (tools::python(line), "py"),
        _ => (Command::new("node"), "mjs"),
    };
    let pasted = Pasted::new(line, ending, programs);
    let script = tools::sources().join(format!("browser/pasted.{ending}"));
    let command = command.arg(script).arg(&pasted.0).arg(MARK);
    let said = run(
        &format!("the programs in {language}"),
        command,
        LIMIT_OF_ALL,
    );
    let next = format!("{MARK}\n");
    let said: Vec<String> = said.split(&next).skip(1).map(str::to_owned).collect();
    assert_eq!(said.len(), programs.len(), "all programs have run");
    said
}

/// What a program for a shell is answered with, call by call.
///
/// # Errors
/// What it printed, when a call did not end well.
pub fn asked(program: &str) -> Result<Vec<Value>, String> {
    let calls = program.matches("EVENT_ID=").count();
    let mut shell = Command::new("bash");
    let output = finish("a shell program", shell.args(["-c", program]), LIMIT);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let answers: Vec<Value> = completed(&said).collect();
    if answers.len() == calls {
        return Ok(answers);
    }
    Err(format!("{said}{}", String::from_utf8_lossy(&output.stderr)))
}

/// The results in streams that ended well.
fn completed(streams: &str) -> impl Iterator<Item = Value> {
    let ends = streams.split("event: complete\ndata: ").skip(1);
    ends.filter_map(|rest| serde_json::from_str(rest.lines().next()?).ok())
}

/// A folder of programs, where Node finds the client, as it does in the folder of whoever installed it.
struct Pasted(PathBuf);

impl Pasted {
    fn new(line: Line, ending: &str, programs: &[&str]) -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("pasted-{}-{count}", process::id());
        let folder = Self(tools::node_folder(line).join(name));
        fs::create_dir_all(&folder.0).expect("the folder of the client can be written to");
        for (number, text) in programs.iter().enumerate() {
            let file = folder.0.join(format!("{number}.{ending}"));
            fs::write(file, text).expect("a program can be written");
        }
        folder
    }
}

impl Drop for Pasted {
    fn drop(&mut self) {
        // A folder that is left behind is only untidy.
        let _ = fs::remove_dir_all(&self.0);
    }
}
