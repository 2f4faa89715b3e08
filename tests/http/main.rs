//! The server as HTTP clients see it: every route, the bytes of every stream, every kind of wrong request.

mod call;
mod cancel;
mod draw;
mod errors;
mod file_cases;
mod files;
mod origins;
mod page;
mod queue;
mod queueing;
mod root;
mod routes;
mod run;

use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::{Value, json};
use vetrina_tests::{Events, Server, get, post, request};

/// A session nobody else has.
fn session() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("session{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The number of an endpoint, which clients send as `fn_index`.
fn index(server: &Server, api_name: &str) -> Value {
    let config = get(server.at("/config")).expect(200).json();
    let dependencies = config["dependencies"].as_array().expect("a list");
    let found = dependencies
        .iter()
        .find(|dependency| dependency["api_name"] == api_name);
    found.unwrap_or_else(|| panic!("{api_name} is not in the config"))["id"].clone()
}

/// Joins the queue and returns the event's id.
fn join(server: &Server, api_name: &str, data: &Value, session: &str) -> String {
    let body = json!({"data": data, "fn_index": index(server, api_name), "session_hash": session});
    let answer = post(server.at("/gradio_api/queue/join"), &body)
        .expect(200)
        .json();
    let id = answer["event_id"].as_str().expect("an event id");
    assert_eq!(answer, json!({ "event_id": id }));
    assert!(is_event_id(id), "{id:?} is not 32 lower case hex digits");
    id.to_owned()
}

/// A session's stream.
fn stream(server: &Server, session: &str) -> Events {
    request(
        "GET",
        server.at(&format!("/gradio_api/queue/data?session_hash={session}")),
    )
    .events()
}

fn is_event_id(id: &str) -> bool {
    id.len() == 32 && id.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'))
}

/// The text with measured times as `#`, which nobody can foresee.
fn timeless(raw: &str) -> String {
    let mut text = raw.to_owned();
    for key in [
        "eta",
        "rank_eta",
        "duration",
        "average_duration",
        "cache_duration",
        "avg_time",
    ] {
        let key = format!("\"{key}\":");
        let mut done = String::new();
        let mut rest = text.as_str();
        while let Some((before, after)) = rest.split_once(&key) {
            let end = after.find([',', '}']).unwrap_or(after.len());
            let number = &after[..end];
            assert!(
                number == "null" || number.parse::<f64>().is_ok_and(|n| n >= 0.0),
                "{key}{number}"
            );
            done.extend([before, &key, "#"]);
            rest = &after[end..];
        }
        text = done + rest;
    }
    text
}
