//! The programs of the API page run as they are pasted: copied in the browser, run with both lines
//! of the clients and with curl, and their answers compared.

use std::{fs, path::Path, thread, time::Duration};

use serde::Deserialize;
use serde_json::Value;
use vetrina_tests::{
    Server, get,
    programs::{MARK, asked, said, said_in_rust},
    run,
    tools::{self, Line},
};

/// For all pages.
const LIMIT_OF_ALL: Duration = Duration::from_secs(900);

/// A program as it was copied.
#[derive(Debug, Deserialize)]
struct Program {
    path: String,
    endpoint: String,
    language: String,
    text: String,
}

impl Program {
    fn place(&self) -> String {
        format!("{} /{} in {}", self.path, self.endpoint, self.language)
    }
}

/// Runs all programs of the API pages at `paths`. `by_chance` tells which apps say the
/// same again by chance only.
fn paste(server: &Server, paths: &[&str], by_chance: impl Fn(&str) -> bool) {
    let programs = copied(server, paths);
    let all = |language| programs.iter().filter(move |one| one.language == language);
    let mut wrong = Vec::new();
    let mut answers = Vec::new();
    for one in all("curl") {
        // What is another answer each time, such as the hour, cannot be compared.
        let settled = match (asked(&one.text), !by_chance(&one.path)) {
            (Ok(answer), true) if asked(&one.text).as_ref() == Ok(&answer) => {
                answer.into_iter().next().unwrap_or_default()
            }
            (Ok(_), _) => Value::Null,
            (Err(said), _) => {
                wrong.push(format!("{}: {said}", one.place()));
                Value::Null
            }
        };
        answers.push(settled);
    }
    let answers = &answers;
    let missing = thread::scope(|scope| {
        let runs = [Line::One, Line::Two].map(|line| {
            ["python", "javascript"].map(|language| {
                let programs: Vec<&Program> = all(language).collect();
                scope.spawn(move || -> Vec<String> {
                    let texts: Vec<&str> = programs.iter().map(|one| &*one.text).collect();
                    let said = said(line, language, &texts);
                    let wrong = |(one, (said, answer)): (&&Program, (&String, &Value))| {
                        let wrong = missing(said, answer)?;
                        Some(format!("{} ({line:?}): {wrong}", one.place()))
                    };
                    let pairs = said.iter().zip(answers);
                    programs.iter().zip(pairs).filter_map(wrong).collect()
                })
            })
        });
        let all = runs.into_iter().flatten();
        all.flat_map(|run| run.join().expect("the run lives"))
            .collect::<Vec<_>>()
    });
    wrong.extend(missing);
    wrong.extend(missing_in_rust(&programs, answers));
    assert!(
        wrong.is_empty(),
        "these programs do not run, or do not say what curl does:\n{}",
        wrong.join("\n")
    );
}

/// What is wrong with the programs in Rust. They are built together, which takes as long for one as for many.
fn missing_in_rust(programs: &[Program], answers: &[Value]) -> Vec<String> {
    let programs: Vec<_> = programs
        .iter()
        .filter(|one| one.language == "rust")
        .collect();
    let texts: Vec<&str> = programs.iter().map(|one| &*one.text).collect();
    let said = said_in_rust(&texts);
    let pairs = programs.iter().zip(said.iter().zip(answers));
    let wrong = pairs.filter_map(|(one, (said, answer))| {
        let wrong = missing(said, answer)?;
        Some(format!("{}: {wrong}", one.place()))
    });
    wrong.collect()
}

/// The programs of the API pages at `paths`, which are those of all endpoints.
fn copied(server: &Server, paths: &[&str]) -> Vec<Program> {
    let offered = |path: &&str| {
        let listing = get(server.at(&format!("{path}/gradio_api/info")));
        let listing = listing.expect(200).json();
        let names = listing["named_endpoints"].as_object();
        names.expect("an object").len()
    };
    let counts: Vec<usize> = paths.iter().map(offered).collect();
    // An app that has nothing for others to call has no programs to show.
    let pages: Vec<&str> = paths
        .iter()
        .zip(&counts)
        .filter(|(_, count)| **count > 0)
        .map(|(path, _)| *path)
        .collect();
    let script = tools::sources().join("browser/snippets.mjs");
    let browse = |pages: &[&str]| -> Vec<Program> {
        let mut browser = tools::browser();
        let browser = browser.arg(&script).arg(server.url()).args(pages);
        let copied = run("snippets", browser, LIMIT_OF_ALL);
        serde_json::from_str(copied.trim()).expect("a list of programs")
    };
    // Each browser has a clipboard of its own.
    let half = pages.len().div_ceil(2).max(1);
    let programs: Vec<Program> = thread::scope(|scope| {
        let browsers: Vec<_> = pages
            .chunks(half)
            .map(|pages| scope.spawn(|| browse(pages)))
            .collect();
        let copied = browsers.into_iter();
        copied
            .flat_map(|browser| browser.join().expect("the browser lives"))
            .collect()
    });
    for (path, count) in paths.iter().zip(counts) {
        let found = programs.iter().filter(|one| one.path == **path).count();
        assert_eq!(found, count * 4, "the programs of {path}");
    }
    programs
}

/// What of the answer is not in what a program printed: each text and number must be, however it
/// prints lists.
fn missing(said: &str, answer: &Value) -> Option<String> {
    if said.contains(MARK) {
        return Some(said.to_owned());
    }
    if said.trim().is_empty() {
        return Some("nothing was printed".to_owned());
    }
    let mut parts = Vec::new();
    collect(answer, 0, &mut parts);
    let part = parts.into_iter().find(|part| !said.contains(part))?;
    Some(format!("{part:?} is not in {said:?}"))
}

/// The texts and numbers of an answer, in pieces that are the same in all languages.
fn collect(answer: &Value, depth: u8, parts: &mut Vec<String>) {
    match answer {
        // Node prints no deeper than this.
        Value::Array(_) | Value::Object(_) if depth > 2 => {}
        Value::Array(items) => {
            for item in items {
                collect(item, depth + 1, parts);
            }
        }
        // A client brings a file to a place of its own.
        Value::Object(fields) if fields.contains_key("orig_name") => {
            let name = fields["orig_name"].as_str().unwrap_or_default();
            let stem = name.split('.').next().unwrap_or_default();
            collect(&stem.into(), depth + 1, parts);
        }
        // What is done to a part of the page is no answer to a program.
        Value::Object(fields) if fields.contains_key("__type__") => {}
        Value::Object(fields) => {
            for field in fields.values() {
                collect(field, depth + 1, parts);
            }
        }
        Value::String(text) => {
            // What needs escaping is escaped in another way in each language.
            let pieces = text.split(|c: char| !c.is_alphanumeric() && c != ' ');
            parts.extend(pieces.map(str::to_owned));
        }
        Value::Number(number) => {
            let digits = number.to_string();
            let digits = digits[..digits.len().min(6)].trim_end_matches(".0");
            parts.push(digits.to_owned());
        }
        Value::Bool(_) | Value::Null => {}
    }
}

/// Whether a demo answers by chance, or to each caller something else, so that two answers of it agree by chance only.
fn by_chance(demos: &Path, path: &str) -> bool {
    let source = demos.join(format!("{}.rs", path.trim_matches('/')));
    let source = fs::read_to_string(&source).expect("a demo has a source");
    ["rand::", ": Request"]
        .iter()
        .any(|part| source.contains(part))
}

#[test]
fn every_demo_of_the_gallery() {
    let server = Server::start(&mut Server::example("gallery", &[]));
    let demos = tools::demos();
    let paths: Vec<String> = demos.iter().map(|demo| format!("/{demo}")).collect();
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    let sources = tools::sources().join("../examples/gallery/src/demos");
    paste(&server, &paths, |path| by_chance(&sources, path));
}

macro_rules! pasted {
    ($($app:ident),* $(,)?) => {
        $(#[test] fn $app() {
            paste(&Server::app(stringify!($app)), &[""], |_| false);
        })*
    };
}

pasted!(api_only, choices, defaults, escaping, inputs);
