//! The page in a real browser: each behaviour is one short script that reads like a user.

mod snippets;

use std::{collections::BTreeSet, fs, time::Duration};

use vetrina_tests::{Server, run, tools};

const LIMIT: Duration = Duration::from_secs(180);

/// Runs a script against an app, and fails with what it says.
fn browse(script: &str, url: &str) -> String {
    let path = tools::sources().join(format!("browser/{script}.mjs"));
    run(script, tools::browser().arg(path).arg(url), LIMIT)
}

macro_rules! suite {
    ($($script:ident on $app:literal),* $(,)?) => {
        $(#[test] fn $script() {
            let server = Server::app($app);
            browse(stringify!($script), server.url());
        })*
        const LISTED: &[&str] = &[$(stringify!($script)),*];
    };
}

suite!(
    api_page_is_accessible on "api_only",
    chooses_tools on "mcp",
    copies on "hello",
    errors_are_accessible on "error",
    every_input on "inputs",
    fills_the_form on "hello",
    fits_a_phone on "hello",
    follows_the_light on "hello",
    is_accessible on "inputs",
    keeps_to_itself on "hello",
    links_deep_into_the_api on "api_only",
    needs_no_script on "hello",
    opens_the_api_over_the_page on "hello",
    points_at_the_field on "inputs",
    shows_texts_as_texts on "escaping",
    shows_that_it_works on "cancel",
    streams_into_the_page on "counter",
    survives_a_lost_server on "hello",
    tells_errors on "error",
    ten_tabs on "hello",
    tries_an_endpoint on "hello",
    works_by_keyboard on "hello",
);

/// A script that nobody runs would be no test.
#[test]
fn every_script_is_listed() {
    let folder = tools::sources().join("browser");
    let files = fs::read_dir(folder).expect("the scripts are here");
    let scripts: BTreeSet<String> = files
        .map(|file| file.expect("a file").file_name())
        .filter_map(|name| Some(name.to_str()?.strip_suffix(".mjs")?.to_owned()))
        .filter(|name| !["browser", "pasted", "snippets"].contains(&name.as_str()))
        .collect();
    let listed: BTreeSet<String> = LISTED.iter().map(ToString::to_string).collect();
    assert_eq!(scripts, listed);
}
