//! Apps as parts of others.

use std::time::Duration;

use serde_json::{Value, json};
use vetrina_tests::{
    Server, post,
    process::finish,
    run,
    tools::{self, Line},
};

use crate::far::{Far, folder};

/// What the page alone may run is not there for an app that loads it either (002-12).
fn disabled_stay_disabled(far: Far) {
    let server = Far::through(far);
    let config = vetrina_tests::get(server.at("/config")).json();
    let events = config["dependencies"].as_array().expect("events");
    let mut closed = events
        .iter()
        .filter(|it| it["api_visibility"] == "private" && it["backend_fn"] == true);
    let closed = closed.next().expect("its button is here");
    let call = json!({"data": ["Ada", 1], "fn_index": closed["id"]});
    let answer = post(server.at("/gradio_api/run/any"), &call);
    assert_eq!(answer.status, 500, "{answer}");
    let error = answer.json();
    let error = error["error"].as_str().unwrap_or_default();
    assert!(
        error.contains("is disabled at http://127.0.0.1:"),
        "{error}"
    );
}

#[test]
fn seed_002_12_disabled_functions_of_gradio_5_stay_disabled() {
    disabled_stay_disabled(Far::Gradio5);
}

#[test]
fn seed_002_12_disabled_functions_of_gradio_6_stay_disabled() {
    disabled_stay_disabled(Far::Gradio6);
}

#[test]
fn seed_002_12_disabled_functions_of_vetrina_stay_disabled() {
    disabled_stay_disabled(Far::Vetrina);
}

/// What stands on its page stands here, as it does there.
#[test]
fn components_and_their_props_come_along() {
    let server = Far::through(Far::Gradio5);
    let page = vetrina_tests::get(server.at("/")).body;
    for text in ["From elsewhere", "Greet", "Number"] {
        assert!(page.contains(text), "{text} is missing");
    }
    let config: Value = vetrina_tests::get(server.at("/config")).json();
    let all = config["components"].as_array().expect("components");
    let number = all.iter().find(|it| it["props"]["label"] == "Number");
    let number = number.expect("it is here");
    assert_eq!(number["props"]["value"], 2);
    assert_eq!(number["props"]["precision"], 0);
}

/// An app that is not there is a clear error at the start.
#[test]
fn an_app_that_is_not_there_is_an_error_at_the_start() {
    let mut command = Server::apps(&["loads"]);
    command.env("FAR", "http://127.0.0.1:9");
    let output = finish(
        "an app that loads nothing",
        &mut command,
        Duration::from_secs(30),
    );
    assert!(!output.status.success());
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(
        said.contains("`load_app`: nothing answers at http://127.0.0.1:9"),
        "{said}"
    );
}

/// And the other way: a Python program loads an app of ours by `gr.load`.
fn python_loads(line: Line) {
    let mut command = tools::gradio(line);
    command
        .arg("-B")
        .arg(tools::sources().join("client/load.py"))
        .arg(Far::Vetrina.url())
        .current_dir(folder(&format!("load-{line:?}")));
    run(
        "gr.load of an app of ours",
        &mut command,
        Duration::from_secs(120),
    );
}

#[test]
fn seed_002_12_gradio_5_loads_an_app_of_ours() {
    python_loads(Line::One);
}

#[test]
fn seed_002_12_gradio_6_loads_an_app_of_ours() {
    python_loads(Line::Two);
}

/// The example shows the page of an app beside it, and the answers that come from there.
#[test]
fn the_example_is_a_window_on_another_app() {
    let server = Server::start(&mut Server::example("load_app", &[]));
    let page = vetrina_tests::get(server.url().to_owned() + "/")
        .expect(200)
        .body;
    for text in ["From elsewhere", "Times"] {
        assert!(page.contains(text), "{text} is missing");
    }
    let program = "import sys\nfrom gradio_client import Client\n\
                   print(Client(sys.argv[1], verbose=False).predict('Ada', 2, api_name='/greet'))";
    let mut client = tools::python(Line::Two);
    client.args(["-c", program, server.url()]);
    let said = run(
        "a client of the example",
        &mut client,
        Duration::from_secs(60),
    );
    assert_eq!(said.trim(), "Hello, Ada! Hello, Ada!");
}
