//! The apps that the suites talk to, one module each: `apps hello` serves one.
//!
//! Many of them do what the apps under `tests/goldens` do, in Rust.

mod api_names;
mod api_only;
mod cancel;
mod choices;
mod components;
mod concurrency;
mod counter;
mod defaults;
mod error;
mod escaping;
mod far;
mod files;
mod hello;
mod inputs;
mod judged;
mod loads;
mod mcp;
mod modes;
mod nameless;
mod pair;
mod queue_false;
mod queue_full;
mod request;
mod runs;
mod talk;
mod twice;
mod visibility;

use std::{env, time::Duration};

use vetrina::App;

fn main() -> vetrina::Result<()> {
    let name = env::args().nth(1).unwrap_or_default();
    match name.as_str() {
        "pair" => pair::launch(),
        "background" => pair::background(),
        "files" => files::app().launch(),
        "hello" => hello::app().launch(),
        "escaping" => escaping::app().launch(),
        "queue_full" => app("queue_full").max_size(1).launch(),
        "runs" => app("runs").run_grace(Duration::from_secs(2)).launch(),
        "error_show" => app("error").title("error_show").show_error(true).launch(),
        name => app(name).launch(),
    }
}

/// What stands in one module, under the module's name.
fn app(name: &str) -> App {
    App::module(format!("{}::{name}", module_path!())).title(name)
}
