//! Pages in a browser: what they weigh, and when they can be used.

use std::collections::BTreeMap;
use std::env;
use std::path::PathBuf;
use std::process::Command;

use serde::Deserialize;
use serde_json::json;

use super::{Bench, progress};
use crate::Result;
use crate::places;
use crate::prepare::run;
use crate::report::{Goal, Report, Row, Unit};
use crate::subject::{App, Subject};

const VISITS: usize = 5;
const PLAYWRIGHT: &str = "playwright-core@1.56.1";
const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];
const THIRD_OF_GRADIO: &[Goal] = &[
    Goal::AtMost(1.0 / 3.0, Subject::Gradio5),
    Goal::AtMost(1.0 / 3.0, Subject::Gradio6),
];

/// One visit, as `page.mjs` tells it.
#[derive(Debug, Deserialize)]
struct Visit {
    requests: f64,
    bytes: f64,
    form: f64,
    usable: f64,
}

pub(crate) fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let hello = Limits {
        bytes: &[Goal::Below(30e3)],
        requests: &[Goal::Below(10.0)],
        form: &[],
    };
    visit(bench, report, App::Hello, "Hello page", &hello)?;
    let every = Limits {
        bytes: THIRD_OF_GRADIO,
        requests: &[],
        form: &[Goal::Below(1.0)],
    };
    visit(
        bench,
        report,
        App::Every,
        "Page with every component",
        &every,
    )?;
    talk(bench, report)
}

/// How long a frame takes while an answer comes, in a page on which much was said before.
fn talk(bench: &Bench, report: &mut Report) -> Result<()> {
    const TITLE: &str = "Chat of 500 messages, 200 tokens a second";
    progress(TITLE);
    let vetrina = Subject::Vetrina;
    if !bench.subjects(|it| it == vetrina).contains(&vetrina) {
        return Ok(());
    }
    let Some(server) = bench.start(vetrina, App::Talk, report) else {
        return Ok(());
    };
    let url = format!("http://127.0.0.1:{}/", server.port);
    let task = json!({ "npm": playwright()?, "browser": browser()?, "url": url });
    let told = run(Command::new("node")
        .arg(places::here().join("talk.mjs"))
        .arg(task.to_string()))?;
    let mut row = Row::new(TITLE, "19 of 20 frames within", Unit::Seconds);
    row = row.goals(&[Goal::Below(0.02)]);
    row.set(vetrina, serde_json::from_str(&told)?);
    report.rows.push(row);
    Ok(())
}

struct Limits {
    bytes: &'static [Goal],
    requests: &'static [Goal],
    form: &'static [Goal],
}

fn visit(
    bench: &Bench,
    report: &mut Report,
    app: App,
    title: &'static str,
    limits: &Limits,
) -> Result<()> {
    progress(title);
    let mut servers = BTreeMap::new();
    for subject in bench.subjects(Subject::has_page) {
        if let Some(server) = bench.start(subject, app, report) {
            servers.insert(subject.name(), (subject, server));
        }
    }
    let pages: BTreeMap<_, _> = servers
        .iter()
        .map(|(name, (_, server))| (name, format!("http://127.0.0.1:{}/", server.port)))
        .collect();
    let npm = playwright()?;
    let task = json!({ "npm": npm, "browser": browser()?, "visits": VISITS, "pages": pages });
    let told = run(Command::new("node")
        .arg(places::here().join("page.mjs"))
        .arg(task.to_string()))?;
    let told: BTreeMap<String, Vec<Visit>> = serde_json::from_str(&told)?;
    let mut add = |name, unit, goals, figure: fn(&Visit) -> f64| {
        let mut row = Row::new(title, name, unit).goals(goals);
        for (name, visits) in &told {
            if let Some((subject, _)) = servers.get(name.as_str()) {
                row.set(*subject, visits.iter().map(figure).collect());
            }
        }
        report.rows.push(row);
    };
    add("bytes on the wire", Unit::Bytes, limits.bytes, |visit| {
        visit.bytes
    });
    add("requests", Unit::Count, limits.requests, |visit| {
        visit.requests
    });
    add(
        "a field takes text after",
        Unit::Seconds,
        limits.form,
        |visit| visit.form,
    );
    add(
        "typed, submitted and answered after",
        Unit::Seconds,
        THIRD_OF_GRADIO,
        |visit| visit.usable,
    );
    Ok(())
}

/// The folder in which Playwright is installed.
fn playwright() -> Result<PathBuf> {
    let folder = places::target()?.join("bench-npm");
    if !folder.join("node_modules/playwright-core").is_dir() {
        std::fs::create_dir_all(&folder)?;
        run(Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .arg(&folder)
            .arg(PLAYWRIGHT))?;
    }
    Ok(folder)
}

fn browser() -> Result<PathBuf> {
    if let Some(named) = env::var_os("BENCH_CHROMIUM") {
        return Ok(named.into());
    }
    let path = env::var_os("PATH").unwrap_or_default();
    let found = env::split_paths(&path)
        .flat_map(|folder| BROWSERS.map(|name| folder.join(name)))
        .find(|file| file.is_file());
    found.ok_or_else(|| "no Chromium found; install it or name it in BENCH_CHROMIUM".into())
}
