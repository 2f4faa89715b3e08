//! The components, one family after the other: what they send and take, with the official Python
//! clients and in a real browser.
//!
//! A family is three files of one name: `.rs` with its pages and its own tests, `.py` for both
//! lines of the Python client, `.mjs` for the browser.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

mod chat;
mod chats;
mod choice;
mod dataset;
mod explorer;
mod fields;
mod file;
mod kept_talk;
mod media;
mod models;
mod pictures;
mod shown;
mod streams;
mod tables;

use std::{
    collections::BTreeSet, fs, path::PathBuf, process::Command, sync::LazyLock, time::Duration,
};

use tokio::runtime::Runtime;
use vetrina::{App, Running};
use vetrina_tests::{
    run,
    tools::{self, Line},
};

const LIMIT: Duration = Duration::from_secs(180);

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("threads can be had"));

/// Serves what stands in the module `app` of a family.
fn serve(family: &str) -> Running {
    let module = format!("{}::{family}::app", module_path!());
    let app = App::module(module).host("127.0.0.1").port(0);
    RUNTIME.block_on(app.start()).expect("the app is whole")
}

fn script(file: &str) -> PathBuf {
    tools::sources().join("components").join(file)
}

/// Runs a script of a family with the address of its app.
fn check(mut command: Command, file: &str, family: &str) {
    let running = serve(family);
    run(file, command.arg(script(file)).arg(running.url()), LIMIT);
}

fn python(line: Line, family: &str) {
    let mut command = tools::python(line);
    command.arg("-B");
    check(command, &format!("{family}.py"), family);
}

fn browser(family: &str) {
    check(tools::browser(), &format!("{family}.mjs"), family);
}

macro_rules! families {
    ($($family:ident),* $(,)?) => {
        mod python_1 {
            $(#[test] fn $family() { super::python(super::Line::One, stringify!($family)); })*
        }
        mod python_2 {
            $(#[test] fn $family() { super::python(super::Line::Two, stringify!($family)); })*
        }
        mod in_the_browser {
            $(#[test] fn $family() { super::browser(stringify!($family)); })*
        }
        const FAMILIES: &[&str] = &[$(stringify!($family)),*];
    };
}

families! {
    chat,
    chats,
    choice,
    dataset,
    explorer,
    file,
    fields,
    pictures,
    media,
    models,
    shown,
    streams,
    tables,
}

/// A script that nobody runs would be no test.
#[test]
fn every_script_is_run() {
    let folder = fs::read_dir(script("")).expect("the scripts are here");
    let found: BTreeSet<String> = folder
        .map(|file| {
            file.expect("a file")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .filter(|name| name.rsplit('.').next() != Some("rs"))
        .collect();
    let run = FAMILIES
        .iter()
        .flat_map(|family| [format!("{family}.py"), format!("{family}.mjs")]);
    assert_eq!(found, run.collect());
}
