//! Runs outlive their connections: nothing is lost, nothing comes twice, and nobody else hears of
//! it.

mod cuts;
mod ends;
mod pages;

use std::time::Duration;

use serde_json::{Value, json};
use vetrina_tests::{Server, get, post, process::until};

const LIMIT: Duration = Duration::from_secs(30);

fn join(server: &Server, api_name: &str, data: &Value, session: &str) -> String {
    let config = get(server.at("/config")).expect(200).json();
    let all = config["dependencies"].as_array().expect("a list");
    let found = all.iter().find(|it| it["api_name"] == api_name);
    let index = &found.expect("the endpoint")["id"];
    let body = json!({"data": data, "fn_index": index, "session_hash": session});
    let answer = post(server.at("/gradio_api/queue/join"), &body);
    id(&answer.expect(200).json())
}

fn call(server: &Server, api_name: &str, data: &Value) -> String {
    let url = server.at(&format!("/gradio_api/call/{api_name}"));
    id(&post(url, &json!({ "data": data })).expect(200).json())
}

fn id(answer: &Value) -> String {
    answer["event_id"].as_str().expect("an id").to_owned()
}

/// What is known of a run.
fn run(server: &Server, id: &str, session: &str) -> Value {
    let url = server.at(&format!("/gradio_api/events/{id}?session_hash={session}"));
    get(url).expect(200).json()
}

fn comes_to(server: &Server, id: &str, session: &str, state: &str) -> Value {
    until(&format!("the run is {state}"), LIMIT, || {
        let run = run(server, id, session);
        (run["state"] == state).then_some(run)
    })
}

fn ticks(server: &Server) -> u64 {
    let url = server.at("/gradio_api/run/ticks");
    let answer = post(url, &json!({"data": []})).expect(200).json();
    answer["data"][0].as_u64().expect("a number")
}
