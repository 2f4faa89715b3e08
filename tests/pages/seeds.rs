//! What the guides on state and on the API say, check by check: each test has the number of its check in its name.

mod api;
mod examples;
mod global;
mod interfaces;
mod sessions;

use std::time::Duration;

use vetrina_tests::{run, tools};

use super::Page;

/// For one script.
const LIMIT: Duration = Duration::from_secs(120);

/// Runs a script of this folder in the browser, on an app.
fn browse(script: &str, page: &Page) {
    let path = tools::sources().join(format!("pages/seeds/{script}.mjs"));
    let mut browser = tools::browser();
    run(script, browser.arg(path).arg(page.running.url()), LIMIT);
}
