//! The programs of the API page run as they are pasted: read in the browser, run with both lines
//! of the clients and with curl, and their answers compared.

use std::{
    fs, iter,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::Duration,
};

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

/// Pages of one browser: enough to be worth its start, few enough that all browsers have work.
const TOGETHER: usize = 20;
/// Programs for a shell that wait side by side.
const SHELLS: usize = 4;

/// An app whose API pages are read.
struct Shown {
    name: &'static str,
    server: Server,
    paths: Vec<String>,
}

/// A program as the page shows it.
#[derive(Debug, Deserialize)]
struct Program {
    #[serde(skip)]
    app: &'static str,
    path: String,
    endpoint: String,
    language: String,
    text: String,
}

impl Program {
    fn place(&self) -> String {
        let Self {
            app,
            path,
            endpoint,
            language,
            ..
        } = self;
        format!("{app}{path} /{endpoint} in {language}")
    }

    /// Whether it answers by chance, or to each caller something else, so that two answers of it agree by chance only.
    fn by_chance(&self) -> bool {
        let demos = tools::sources().join("../examples/gallery/src/demos");
        let source = demos.join(format!("{}.rs", self.path.trim_matches('/')));
        let chance = |source: String| ["rand::", ": Request"].iter().any(|it| source.contains(it));
        self.app == "gallery" && chance(fs::read_to_string(source).expect("a demo has a source"))
    }
}

/// Runs all programs of the API pages of `apps`.
fn paste(apps: &[Shown]) {
    let programs = copied(apps);
    let all = |language| -> Vec<&Program> {
        let all = programs.iter().filter(|one| one.language == language);
        all.collect()
    };
    let shells = all("curl");
    let asked = side_by_side(SHELLS, &shells, |one| settled(one));
    let mut wrong: Vec<String> = asked.iter().filter_map(|it| it.clone().err()).collect();
    let answers: Vec<Value> = asked.into_iter().map(Result::unwrap_or_default).collect();
    let clients = [Line::One, Line::Two]
        .into_iter()
        .flat_map(|line| ["python", "javascript"].map(|language| (Some(line), language)));
    let languages: Vec<_> = clients.chain([(None, "rust")]).collect();
    let unlike = side_by_side(languages.len(), &languages, |(line, language)| {
        let programs = all(language);
        let texts: Vec<&str> = programs.iter().map(|one| &*one.text).collect();
        let said = match line {
            Some(line) => said(*line, language, &texts),
            None => said_in_rust(&texts),
        };
        let pairs = programs.iter().zip(said.iter().zip(&answers));
        let wrong = pairs.filter_map(|(one, (said, answer))| {
            let missing = missing(said, answer)?;
            Some(format!("{} ({line:?}): {missing}", one.place()))
        });
        wrong.collect::<Vec<_>>()
    });
    wrong.extend(unlike.into_iter().flatten());
    assert!(
        wrong.is_empty(),
        "these programs do not run, or do not say what curl does:\n{}",
        wrong.join("\n")
    );
}

/// What a program for a shell is answered with each time; nothing of what is another answer each
/// time, such as the hour: it cannot be compared.
fn settled(one: &Program) -> Result<Value, String> {
    let wrong = |said: String| format!("{}: {said}", one.place());
    let answer = asked(&one.text).map_err(wrong)?;
    let same = !one.by_chance() && asked(&one.text).as_ref() == Ok(&answer);
    let first = same.then(|| answer.into_iter().next()).flatten();
    Ok(first.unwrap_or_default())
}

/// Does `work` for all of `items`, `count` of them at a time.
fn side_by_side<T: Sync, R: Send>(
    count: usize,
    items: &[T],
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    let next = AtomicUsize::new(0);
    let (next, work) = (&next, &work);
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let workers: Vec<_> = (0..count)
            .map(|_| {
                let take = move || {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    Some((place, work(items.get(place)?)))
                };
                scope.spawn(move || iter::from_fn(take).collect::<Vec<_>>())
            })
            .collect();
        let done = workers.into_iter();
        done.flat_map(|worker| worker.join().expect("the worker lives"))
            .collect()
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The programs of all API pages, which are those of all endpoints.
fn copied(apps: &[Shown]) -> Vec<Program> {
    // An app that has nothing for others to call has no programs to show.
    let offered = |app: &Shown, path: &str| {
        let listing = get(app.server.at(&format!("{path}/gradio_api/info")));
        let listing = listing.expect(200).json();
        let names = listing["named_endpoints"].as_object();
        names.expect("an object").len()
    };
    let mut pages = Vec::new();
    let mut expected = 0;
    for app in apps {
        let counted = app.paths.iter().map(|path| (&**path, offered(app, path)));
        let shown: Vec<_> = counted.filter(|(_, count)| *count > 0).collect();
        expected += shown.iter().map(|(_, count)| count * 4).sum::<usize>();
        let paths: Vec<&str> = shown.into_iter().map(|(path, _)| path).collect();
        pages.extend(paths.chunks(TOGETHER).map(|paths| (app, paths.to_vec())));
    }
    let script = tools::sources().join("browser/snippets.mjs");
    // Each browser has a clipboard of its own.
    let programs = side_by_side(2, &pages, |(app, paths)| {
        let mut browser = tools::browser();
        let browser = browser.arg(&script).arg(app.server.url()).args(paths);
        let copied = run("snippets", browser, LIMIT_OF_ALL);
        let mut programs: Vec<Program> =
            serde_json::from_str(copied.trim()).expect("a list of programs");
        for program in &mut programs {
            program.app = app.name;
        }
        programs
    });
    let programs: Vec<Program> = programs.into_iter().flatten().collect();
    assert_eq!(programs.len(), expected, "the programs of all endpoints");
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

// In one test: the programs in Rust are built together, which takes as long for one as for many.
#[test]
fn programs_of_all_api_pages_run_as_they_are_pasted() {
    let demos = tools::demos();
    let gallery = Shown {
        name: "gallery",
        server: Server::start(&mut Server::example("gallery", &[])),
        paths: demos.iter().map(|demo| format!("/{demo}")).collect(),
    };
    let apps = ["api_only", "choices", "defaults", "escaping", "inputs"].map(|name| Shown {
        name,
        server: Server::app(name),
        paths: vec![String::new()],
    });
    let all: Vec<Shown> = iter::once(gallery).chain(apps).collect();
    paste(&all);
}
