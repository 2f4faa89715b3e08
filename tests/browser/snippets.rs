//! The programs of the API page run as they are pasted: copied in the browser, run with both lines
//! of the clients and with curl, and their answers compared.

use std::{
    fs, panic,
    path::PathBuf,
    process::{self, Command},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Duration,
};

use serde_json::Value;
use vetrina_tests::{
    Server, get, run,
    tools::{self, Line},
};

const LIMIT: Duration = Duration::from_secs(90);

/// Demos that answer by chance.
const CHANCE: [&str; 1] = ["no_input"];

/// Runs all programs of the API page at `url`.
fn paste(what: &str, url: &str) {
    let listing = get(format!("{url}/gradio_api/info")).expect(200).json();
    let names = listing["named_endpoints"].as_object().expect("an object");
    if names.is_empty() {
        // An app that has nothing for others to call has no programs to show.
        return;
    }
    let config = get(format!("{url}/config")).expect(200).json();
    // An app with sessions has a heartbeat, which the JavaScript client holds open for good: whoever
    // runs a program then stops it by hand.
    let stop = if config["connect_heartbeat"] == true {
        "process.exit();\n"
    } else {
        ""
    };
    let copied = super::browse("snippets", url);
    let programs: Vec<Value> = serde_json::from_str(copied.trim()).expect("a list of programs");
    assert_eq!(programs.len(), names.len() * 3, "{what}: {copied}");
    for programs in programs.chunk_by(|a, b| a["endpoint"] == b["endpoint"]) {
        let name = programs[0]["endpoint"].as_str().expect("a name");
        let text = |language: &str| -> &str {
            let found = programs
                .iter()
                .find(|program| program["language"] == language);
            let text = found.and_then(|program| program["text"].as_str());
            text.unwrap_or_else(|| panic!("/{name} has no program for {language}"))
        };
        let place = |language: &str| format!("{what} /{name} in {language}");

        let curl = || {
            let mut shell = Command::new("bash");
            let said = run(&place("curl"), shell.args(["-c", text("curl")]), LIMIT);
            completed(&said).unwrap_or_else(|| panic!("{}: {said}", place("curl")))
        };
        let answer = curl();
        // Where chance plays a part, the programs need not agree.
        let settled = !CHANCE.contains(&what) && curl() == answer;
        let answer = if settled { answer } else { Value::Null };
        for line in [Line::One, Line::Two] {
            let python = run(
                &place("Python"),
                tools::python(line).args(["-c", text("python")]),
                LIMIT,
            );
            shows(&python, &answer, 0, &place("Python"));

            let file = Pasted::new(
                line,
                &format!("{what}-{name}"),
                &format!("{}\n{stop}", text("javascript")),
            );
            let javascript = run(
                &place("JavaScript"),
                Command::new("node").arg(&file.0),
                LIMIT,
            );
            shows(&javascript, &answer, 0, &place("JavaScript"));
        }
    }
}

/// The results in a stream that ended well.
fn completed(stream: &str) -> Option<Value> {
    let (_, rest) = stream.split_once("event: complete\ndata: ")?;
    serde_json::from_str(rest.lines().next()?).ok()
}

/// Each text and number of the answer must be in what a program printed, however it prints lists.
fn shows(said: &str, answer: &Value, depth: u8, place: &str) {
    assert!(!said.trim().is_empty(), "{place} printed nothing");
    match answer {
        // Node prints no deeper than this.
        Value::Array(_) | Value::Object(_) if depth > 2 => {}
        Value::Array(items) => {
            for item in items {
                shows(said, item, depth + 1, place);
            }
        }
        // A client brings a file to a place of its own.
        Value::Object(fields) if fields.contains_key("orig_name") => {
            shows(said, &stem(&fields["orig_name"]), depth + 1, place);
        }
        // What is done to a part of the page is no answer to a program.
        Value::Object(fields) if fields.contains_key("__type__") => {}
        Value::Object(fields) => {
            for field in fields.values() {
                shows(said, field, depth + 1, place);
            }
        }
        Value::String(text) => {
            // What needs escaping is escaped in another way in each language.
            for part in text.split(|c: char| !c.is_alphanumeric() && c != ' ') {
                assert!(said.contains(part), "{place}: {part:?} is not in {said:?}");
            }
        }
        Value::Number(number) => {
            let digits = number.to_string();
            let digits = digits[..digits.len().min(6)].trim_end_matches(".0");
            assert!(
                said.contains(digits),
                "{place}: {digits} is not in {said:?}"
            );
        }
        Value::Bool(_) | Value::Null => {}
    }
}

/// A name without its ending.
fn stem(name: &Value) -> Value {
    let name = name.as_str().unwrap_or_default();
    name.split('.').next().unwrap_or_default().into()
}

/// A file where Node finds the client, as it does in the folder of whoever installed it.
struct Pasted(PathBuf);

impl Pasted {
    fn new(line: Line, name: &str, text: &str) -> Self {
        let name = format!("{name}-{}.mjs", process::id());
        let file = Self(tools::node_folder(line).join(name));
        fs::write(&file.0, text).unwrap_or_else(|error| panic!("{}: {error}", file.0.display()));
        file
    }
}

impl Drop for Pasted {
    fn drop(&mut self) {
        // A file that is left behind is only untidy.
        let _ = fs::remove_file(&self.0);
    }
}

#[test]
fn every_demo_of_the_gallery() {
    let server = Server::start(&mut Server::example("gallery", &[]));
    let demos = tools::demos();
    let next = AtomicUsize::new(0);
    let worker = || -> Vec<&String> {
        let mut failed = Vec::new();
        while let Some(demo) = demos.get(next.fetch_add(1, Ordering::Relaxed)) {
            let url = server.at(&format!("/{demo}"));
            // The others are told as well; the panic has said what is wrong.
            if panic::catch_unwind(|| paste(demo, &url)).is_err() {
                failed.push(demo);
            }
        }
        failed
    };
    let failed: Vec<&String> = thread::scope(|scope| {
        let workers = [(); 3].map(|()| scope.spawn(worker));
        let failed = workers.map(|worker| worker.join().expect("the worker lives"));
        failed.into_iter().flatten().collect()
    });
    assert!(
        failed.is_empty(),
        "these demos have programs that do not run: {failed:?}"
    );
}

macro_rules! pasted {
    ($($app:ident),* $(,)?) => {
        $(#[test] fn $app() {
            paste(stringify!($app), Server::app(stringify!($app)).url());
        })*
    };
}

pasted!(api_only, choices, defaults, escaping, inputs);
