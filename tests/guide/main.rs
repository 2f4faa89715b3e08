//! What the guide on custom component backends says, check by check: each test has the number of its check in its name.
//!
//! The components are this package's own: nothing here has a door that a user's crate has not.

#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    clippy::unused_self,
    reason = "functions and methods have the shapes the guide gives them"
)]

mod bases;
mod conversions;
mod described;
mod events;
mod files;
mod flags;
mod library;
mod models;
mod page_sides;
mod scaffold;

use std::{process::Command, sync::LazyLock, time::Duration};

use serde_json::{Value, json};
use tokio::runtime::Runtime;
use vetrina::{App, Running};
use vetrina_tests::{
    get, post, request, run,
    tools::{self, Line},
};

const LIMIT: Duration = Duration::from_secs(120);

static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| Runtime::new().expect("threads can be had"));

/// An app that is served.
struct Served(Running);

impl Served {
    /// What stands in the module `app` of a file here.
    fn new(file: &str) -> Self {
        let module = format!("{}::{file}::app", module_path!());
        let app = App::module(module).host("127.0.0.1").port(0);
        Self(RUNTIME.block_on(app.start()).expect("the app is whole"))
    }

    fn at(&self, path: &str) -> String {
        format!("{}{path}", self.0.url().trim_end_matches('/'))
    }

    fn config(&self) -> Value {
        get(self.at("/config")).expect(200).json()
    }

    /// What `/info` says of an endpoint.
    fn info(&self, name: &str) -> Value {
        let info = get(self.at("/gradio_api/info")).expect(200).json();
        info["named_endpoints"][format!("/{name}")].clone()
    }

    /// The answer to a call that is taken.
    fn call(&self, name: &str, data: &Value) -> Value {
        let answer = post(
            self.at(&format!("/gradio_api/run/{name}")),
            &json!({"data": data}),
        );
        answer.expect(200).json()["data"].clone()
    }

    /// The messages of a run that goes through the queue.
    fn messages(&self, name: &str, data: &Value, session: &str) -> Vec<Value> {
        let config = self.config();
        let dependencies = config["dependencies"].as_array().expect("a list");
        let found = dependencies.iter().find(|it| it["api_name"] == name);
        let id = &found.expect("it is in the config")["id"];
        let body = json!({"data": data, "fn_index": id, "session_hash": session});
        let _ = post(self.at("/gradio_api/queue/join"), &body).expect(200);
        let stream = format!("/gradio_api/queue/data?session_hash={session}");
        request("GET", self.at(&stream)).events().messages()
    }

    /// Runs a script of this folder with both lines of the Python client.
    fn python(&self, name: &str) {
        for line in [Line::One, Line::Two] {
            let mut command = tools::python(line);
            command.arg("-B");
            run_script(command, &format!("{name}.py"), &self.at(""));
        }
    }

    /// Runs a script of this folder in the browser.
    fn browser(&self, name: &str) {
        script(name, &self.at(""));
    }
}

/// Runs a script of this folder in the browser, on the app at `url`.
fn script(name: &str, url: &str) {
    run_script(tools::browser(), &format!("{name}.mjs"), url);
}

fn run_script(mut command: Command, file: &str, url: &str) {
    let path = tools::sources().join("guide").join(file);
    run(file, command.arg(path).arg(url), LIMIT);
}

/// The components of a config that have this type.
fn of_type<'a>(config: &'a Value, kind: &str) -> Vec<&'a Value> {
    let all = config["components"].as_array().expect("a list").iter();
    all.filter(|component| component["type"] == kind).collect()
}

/// The ids under the block `id` in the layout, nothing if it is not there.
fn children(layout: &Value, id: &Value) -> Vec<Value> {
    let under = layout["children"].as_array().cloned().unwrap_or_default();
    if layout["id"] == *id {
        return under.iter().map(|child| child["id"].clone()).collect();
    }
    under.iter().flat_map(|child| children(child, id)).collect()
}
