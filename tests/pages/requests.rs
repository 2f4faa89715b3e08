//! What a function learns of the request, by each way in and from a real page.

use std::time::Duration;

use serde_json::{Value, json};
use vetrina_tests::{Server, request, run, tools};

use super::session;

/// Headers that a caller sends.
const HEADERS: [(&str, &str); 2] = [("x-caller", "tests"), ("cookie", "theme=dark; token=abc")];

fn post(url: String, body: &Value) -> Value {
    let mut asked = request("POST", url);
    for (name, value) in HEADERS {
        asked = asked.header(name, value);
    }
    asked.json(body).send().expect(200).json()
}

#[test]
fn a_function_knows_the_request_by_every_way_in() {
    let server = Server::app("request");
    let mine = session();
    let query = "?from=a+poster%21&x=1";
    let known = |path: &str, session: Value| {
        json!({
            "header": "tests", "from": "a poster!", "cookie": "abc", "client": "127.0.0.1", "session": session, "asked": path,
        })
    };
    let path = "/gradio_api/run/ask";
    let body = json!({"data": ["x-caller"], "session_hash": mine});
    let answer = post(server.at(&format!("{path}{query}")), &body);
    assert_eq!(answer["data"][0], known(path, json!(mine)));
    let body = json!({"data": ["x-caller"]});
    let answer = post(server.at(&format!("{path}{query}")), &body);
    assert_eq!(answer["data"][0], known(path, Value::Null));

    let path = "/gradio_api/call/ask";
    let id = post(server.at(&format!("{path}{query}")), &body)["event_id"].clone();
    let url = server.at(&format!("{path}/{}", id.as_str().expect("an id")));
    let mut events = request("GET", url).events();
    let event = events.raw().expect("an event");
    let data = event
        .lines()
        .find_map(|line| line.strip_prefix("data: "))
        .expect("data");
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data[0], known(path, Value::Null));

    let path = "/gradio_api/queue/join";
    let body = json!({"data": ["x-caller"], "fn_index": 0, "session_hash": mine});
    post(server.at(&format!("{path}{query}")), &body);
    let url = server.at(&format!("/gradio_api/queue/data?session_hash={mine}"));
    let end = request("GET", url).events().wait_for("process_completed");
    assert_eq!(end["output"]["data"][0], known(path, json!(mine)));
}

#[test]
fn a_page_sends_what_it_was_opened_with() {
    let server = Server::app("request");
    let script = tools::sources().join("pages/requests.mjs");
    run(
        "requests",
        tools::browser().arg(script).arg(server.url()),
        Duration::from_secs(120),
    );
}
