//! The `OpenAPI` document, as the programs of others read it: a validator, a generator of clients and
//! a tester that tries whatever the document allows and forbids.

use std::{process::Command, time::Duration};

use vetrina_tests::{Server, get, run, tools};

const LIMIT: Duration = Duration::from_secs(300);

const DOCUMENT: &str = "/gradio_api/openapi.json";

/// Runs a script of this folder on addresses of documents.
fn script(name: &str, urls: &[String]) {
    let path = tools::sources().join("openapi").join(name);
    let _ = run(name, tools::openapi("python").arg(path).args(urls), LIMIT);
}

/// Has `schemathesis` try an app.
fn tried(app: &str) {
    let server = Server::app(app);
    let mut command: Command = tools::openapi("schemathesis");
    command
        // It leaves notes where it is called.
        .current_dir(env!("CARGO_TARGET_TMPDIR"))
        .args(["run", &server.at(DOCUMENT), "--url", server.url()])
        .args(["--checks", "all", "--max-examples", "10", "--seed", "1"])
        .args(["--continue-on-failure", "--generation-database", "none"])
        // That other fields of a form are passed over, no schema can say.
        .args(["--exclude-path", "/gradio_api/upload"]);
    let _ = run(&format!("schemathesis on {app}"), &mut command, LIMIT);
}

#[test]
fn every_demo_of_the_gallery_has_a_valid_document() {
    let server = Server::start(&mut Server::example("gallery", &[]));
    let demos = tools::demos();
    let urls: Vec<String> = demos
        .iter()
        .map(|demo| server.at(&format!("/{demo}{DOCUMENT}")))
        .collect();
    script("valid.py", &urls);
}

#[test]
fn a_generated_client_makes_calls() {
    let server = Server::app("hello");
    script("generated.py", &[server.at(DOCUMENT)]);
}

#[test]
fn addresses_are_those_of_the_caller() {
    let server = Server::app("hello");
    let document = get(server.at(DOCUMENT)).expect(200).json();
    assert_eq!(document["servers"][0]["url"], server.url());
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().expect("an object");
    assert!(paths.contains_key("/gradio_api/call/v2/greet"), "{paths:?}");
}

#[test]
fn private_endpoints_are_not_in_it() {
    let server = Server::app("visibility");
    let info = get(server.at("/gradio_api/info")).expect(200).json();
    let names = info["named_endpoints"].as_object().expect("an object");
    let document = get(server.at(DOCUMENT)).expect(200).json();
    let paths = document["paths"].as_object().expect("an object").keys();
    let run = paths.filter_map(|path| path.strip_prefix("/gradio_api/run"));
    assert_eq!(run.collect::<Vec<_>>(), names.keys().collect::<Vec<_>>());
}

macro_rules! tried {
    ($($test:ident: $app:literal,)*) => {
        $(#[test] fn $test() {
            tried($app);
        })*
    };
}

tried! {
    what_is_said_of_hello_holds: "hello",
    what_is_said_of_choices_holds: "choices",
    what_is_said_of_defaults_holds: "defaults",
    what_is_said_of_inputs_holds: "inputs",
}
