//! `POST /run/{name}` and `/api/{name}`: the direct way, without a queue.

use serde_json::json;
use vetrina_tests::{Server, post, request};

use super::{index, timeless};

#[test]
fn answers_at_once() {
    let server = Server::app("hello");
    for path in ["run/greet", "run/greet/", "api/greet", "api/greet/"] {
        let answer = post(
            server.at(&format!("/gradio_api/{path}")),
            &json!({"data": ["World"]}),
        )
        .expect(200);
        assert_eq!(
            timeless(&answer.body),
            "{\"data\":[\"Hello World!\"],\"is_generating\":false,\"duration\":#,\"average_duration\":#,\
             \"render_config\":null,\"changed_state_ids\":[],\"used_cache\":null}",
            "{answer}"
        );
        assert_eq!(answer.header("content-type"), Some("application/json"));
    }
}

#[test]
fn the_number_in_the_body_wins_over_the_name() {
    let server = Server::app("hello");
    let body = json!({"data": ["World"], "fn_index": index(&server, "greet"), "session_hash": "s", "event_data": null, "trigger_id": null});
    let answer = post(server.at("/gradio_api/run/predict"), &body)
        .expect(200)
        .json();
    assert_eq!(answer["data"], json!(["Hello World!"]));
}

#[test]
fn unknown_keys_are_ignored() {
    let server = Server::app("hello");
    let body = json!({"data": ["World"], "simple_format": false, "batched": false, "whatever": {"a": [1]}});
    assert_eq!(
        post(server.at("/gradio_api/run/greet"), &body)
            .expect(200)
            .json()["data"],
        json!(["Hello World!"])
    );
}

#[test]
fn the_content_type_does_not_matter_much() {
    let server = Server::app("hello");
    for content_type in ["application/json; charset=utf-8", "application/json"] {
        let body = "{\"data\": [\"Zo\\u00eb\"]}";
        let answer = request("POST", server.at("/gradio_api/run/greet"))
            .body(content_type, body)
            .send();
        assert_eq!(answer.expect(200).json()["data"], json!(["Hello Zoë!"]));
    }
}

#[test]
fn types_survive_both_ways() {
    let server = Server::app("inputs");
    let sent = json!(["wörds \"and\" \\ \n\t\u{1F980}", "", 2.5, 7, 6, false, ["a", "c"], "y", "d2", ["m2", "m3"],
        {"deep": [1, null, "é", {"n": 0.1}]}]);
    let answer = post(
        server.at("/gradio_api/run/everything"),
        &json!({ "data": sent }),
    )
    .expect(200)
    .json();
    assert_eq!(answer["data"][0], sent);
}

#[test]
fn a_hidden_endpoint_answers_and_a_disabled_one_is_not_found() {
    let server = Server::app("visibility");
    let call = |name: &str| {
        post(
            server.at(&format!("/gradio_api/run/{name}")),
            &json!({"data": ["x"]}),
        )
    };
    assert_eq!(call("shown").expect(200).json()["data"], json!(["x"]));
    assert_eq!(
        call("hidden").expect(200).json()["data"],
        json!(["hidden x"])
    );
    let refused = call("disabled").expect(404).json();
    assert!(
        refused["detail"]
            .as_str()
            .is_some_and(|detail| detail.contains("disabled")),
        "{refused}"
    );
}

#[test]
fn disabled_endpoints_work_from_the_page() {
    let server = Server::app("visibility");
    let config = vetrina_tests::get(server.at("/config")).json();
    let dependencies = config["dependencies"].as_array().expect("a list");
    // The page finds them by their numbers; by name they are not there.
    let found: Vec<_> = dependencies
        .iter()
        .filter(|dependency| dependency["api_name"] == false && dependency["backend_fn"] == true)
        .map(|dependency| {
            post(
                server.at("/gradio_api/run/any"),
                &json!({"data": ["x"], "fn_index": dependency["id"]}),
            )
        })
        .filter(|answer| answer.status == 200)
        .map(|answer| answer.json()["data"].clone())
        .collect();
    assert_eq!(found, [json!(["disabled x"]), json!(["private x"])]);
}

#[test]
fn an_error_is_the_body() {
    let server = Server::app("error");
    let call = |name: &str| {
        post(
            server.at(&format!("/gradio_api/run/{name}")),
            &json!({"data": ["x"]}),
        )
    };
    assert_eq!(
        call("user_facing").expect(500).json(),
        json!({
            "error": "bad input", "duration": 10.0, "visible": true, "title": "Error",
            "failure": {"code": "failed", "message": "bad input", "field": null, "retry": false},
        })
    );
    let full = call("full").expect(500).json();
    assert_eq!(full["error"], "bad <b>html</b>");
    assert_eq!(
        (&full["duration"], &full["visible"]),
        (&json!(3.0), &json!(false))
    );
    assert_eq!(full["title"], "Oops");
    assert_eq!(call("fine").expect(200).json()["data"], json!(["x"]));
}
