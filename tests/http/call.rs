//! The two steps that curl uses: `POST /call/{name}`, then the stream of its event.

use serde_json::{Value, json};
use vetrina_tests::{Answer, Server, get, post, request};

use super::is_event_id;

fn called(server: &Server, path: &str, body: &Value) -> String {
    let answer = post(server.at(&format!("/gradio_api/{path}")), body)
        .expect(200)
        .json();
    let id = answer["event_id"].as_str().expect("an event id").to_owned();
    assert!(is_event_id(&id), "{id}");
    id
}

fn result(server: &Server, path: &str, id: &str) -> Answer {
    let answer = get(server.at(&format!("/gradio_api/{path}/{id}"))).expect(200);
    assert_eq!(
        answer.header("content-type"),
        Some("text/event-stream; charset=utf-8")
    );
    answer
}

#[test]
fn the_result_comes_byte_for_byte() {
    let server = Server::app("hello");
    for path in ["call/greet", "call/greet/"] {
        let id = called(&server, path, &json!({"data": ["World"]}));
        assert_eq!(
            result(&server, "call/greet", &id).body,
            "event: complete\ndata: [\"Hello World!\"]\n\n"
        );
    }
}

#[test]
fn text_beyond_ascii_is_escaped_and_lists_are_spaced() {
    let server = Server::app("hello");
    let id = called(&server, "call/greet", &json!({"data": ["Zoë 🦀 \"q\"\n"]}));
    assert_eq!(
        result(&server, "call/greet", &id).body,
        "event: complete\ndata: [\"Hello Zo\\u00eb \\ud83e\\udd80 \\\"q\\\"\\n!\"]\n\n"
    );

    let server = Server::app("api_only");
    let id = called(
        &server,
        "call/rich",
        &json!({"data": [true, 0.25, "slow", ["a:b, c"], {"k": 1}]}),
    );
    assert_eq!(
        result(&server, "call/rich", &id).body,
        "event: complete\ndata: [{\"flag\": true, \"ratio\": 0.25, \"mode\": \"slow\", \
         \"tags\": [\"a:b, c\"], \"extra\": {\"k\": 1}}]\n\n"
    );
}

#[test]
fn a_result_waits_to_be_read_and_can_be_read_again() {
    let server = Server::app("hello");
    let ids: Vec<_> = (0..3)
        .map(|n| called(&server, "call/greet", &json!({"data": [n.to_string()]})))
        .collect();
    for _ in 0..2 {
        for (n, id) in ids.iter().enumerate().rev() {
            assert_eq!(
                result(&server, "call/greet", id).body,
                format!("event: complete\ndata: [\"Hello {n}!\"]\n\n")
            );
        }
    }
}

#[test]
fn an_unknown_event_is_an_error_event() {
    let server = Server::app("hello");
    let answer = result(&server, "call/greet", &"0".repeat(32));
    assert_eq!(answer.body, "event: error\ndata: \"404: Not Found\"\n\n");
}

#[test]
fn a_session_may_be_given() {
    let server = Server::app("hello");
    let id = called(
        &server,
        "call/greet",
        &json!({"data": ["World"], "session_hash": "mine"}),
    );
    assert_eq!(
        result(&server, "call/greet", &id).body,
        "event: complete\ndata: [\"Hello World!\"]\n\n"
    );
}

#[test]
fn the_stream_may_be_opened_before_the_end() {
    let server = Server::app("cancel");
    let id = called(&server, "call/work", &json!({"data": [0.3]}));
    assert_eq!(
        result(&server, "call/work", &id).body,
        "event: complete\ndata: [\"finished\"]\n\n"
    );
}

#[test]
fn names_may_be_used_in_version_two() {
    let server = Server::app("defaults");
    let answer = |body: Value| {
        let id = called(&server, "call/v2/shout", &body);
        let by_its_own_path = result(&server, "call/v2/shout", &id).body;
        let id = called(&server, "call/v2/shout", &body);
        assert_eq!(result(&server, "call/shout", &id).body, by_its_own_path);
        by_its_own_path
    };
    assert_eq!(
        answer(json!({"mark": "?", "text": "Hey", "times": 3})),
        "event: complete\ndata: [\"Hey???\"]\n\n"
    );
    assert_eq!(
        answer(json!({"text": "Hey"})),
        "event: complete\ndata: [\"Hey!!\"]\n\n"
    );
}

#[test]
fn an_error_is_an_event() {
    let server = Server::app("error");
    let id = called(&server, "call/user_facing", &json!({"data": ["x"]}));
    let body = result(&server, "call/user_facing", &id).body;
    let data = body
        .strip_prefix("event: error\ndata: ")
        .and_then(|rest| rest.strip_suffix("\n\n"));
    let error: Value =
        serde_json::from_str(data.unwrap_or_else(|| panic!("{body:?}"))).expect("JSON");
    assert_eq!(error["error"], "bad input", "{body}");
}

#[test]
fn every_item_of_a_stream_is_an_event() {
    let server = Server::app("counter");
    let id = called(&server, "call/text", &json!({"data": [3]}));
    assert_eq!(
        result(&server, "call/text", &id).body,
        "event: generating\ndata: [\"0 \"]\n\nevent: generating\ndata: [\"0 1 \"]\n\n\
         event: generating\ndata: [\"0 1 2 \"]\n\nevent: complete\ndata: [\"0 1 2 \"]\n\n"
    );
}

#[test]
fn a_hidden_endpoint_answers_and_a_disabled_one_is_not_found() {
    let server = Server::app("visibility");
    let id = called(&server, "call/hidden", &json!({"data": ["x"]}));
    assert_eq!(
        result(&server, "call/hidden", &id).body,
        "event: complete\ndata: [\"hidden x\"]\n\n"
    );
    for path in ["call/disabled", "call/v2/disabled"] {
        let refused = post(
            server.at(&format!("/gradio_api/{path}")),
            &json!({"data": ["x"]}),
        )
        .expect(404)
        .json();
        assert!(
            refused["detail"]
                .as_str()
                .is_some_and(|detail| detail.contains("disabled")),
            "{refused}"
        );
    }
}

#[test]
fn a_stream_is_never_compressed_or_held_back() {
    let server = Server::app("hello");
    let id = called(&server, "call/greet", &json!({"data": ["x"]}));
    let url = server.at(&format!("/gradio_api/call/greet/{id}"));
    let answer = request("GET", url)
        .header("accept-encoding", "br, gzip")
        .send()
        .expect(200);
    assert_eq!(answer.header("content-encoding"), None);
    // Without these a proxy in front may keep the events to itself.
    assert_eq!(answer.header("x-accel-buffering"), Some("no"));
    assert!(
        answer
            .header("cache-control")
            .is_some_and(|value| value.contains("no-")),
        "{:?}",
        answer.headers
    );
}
