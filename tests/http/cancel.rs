//! `POST /cancel` and `/reset`.

use std::{thread, time::Duration};

use serde_json::{Value, json};
use vetrina_tests::{Server, post, process::until};

use super::{index, join, session, stream};

fn cancel(server: &Server, name: &str, session: &str, event: &str) {
    let body = json!({"session_hash": session, "fn_index": index(server, name), "event_id": event});
    assert_eq!(
        post(server.at("/gradio_api/cancel"), &body)
            .expect(200)
            .body,
        "{\"success\":true}"
    );
}

fn ticks(server: &Server, of: &str) -> Value {
    post(
        server.at(&format!("/gradio_api/run/{of}")),
        &json!({"data": []}),
    )
    .expect(200)
    .json()["data"][0]
        .clone()
}

/// Ticks come every 50 ms while the work goes on.
fn stands_still(server: &Server, of: &str) {
    let pause = || thread::sleep(Duration::from_millis(300));
    until("the work stands still", Duration::from_secs(10), || {
        let before = ticks(server, of);
        pause();
        (ticks(server, of) == before).then_some(())
    });
}

#[test]
fn a_running_async_function_stops() {
    let server = Server::app("cancel");
    let session = session();
    let event = join(&server, "work", &json!([60]), &session);
    let mut events = stream(&server, &session);
    events.wait_for("process_starts");
    until("the work has begun", Duration::from_secs(10), || {
        (ticks(&server, "ticks") != 0).then_some(())
    });
    cancel(&server, "work", &session, &event);
    let done = events.wait_for("process_completed");
    assert_eq!(done["event_id"], json!(event));
    assert_eq!(
        (&done["output"], &done["success"], &done["title"]),
        (&json!({}), &json!(true), &Value::Null)
    );
    assert_eq!(
        events.messages(),
        [json!({"msg": "close_stream", "event_id": null})]
    );
    stands_still(&server, "ticks");
}

#[test]
fn a_loop_that_asks_sees_that_it_is_cancelled() {
    let server = Server::app("cancel");
    let session = session();
    let event = join(&server, "loop_with_cancel", &json!([60]), &session);
    let mut events = stream(&server, &session);
    events.wait_for("process_starts");
    until("the loop has begun", Duration::from_secs(10), || {
        (ticks(&server, "loop_ticks") != 0).then_some(())
    });
    cancel(&server, "loop_with_cancel", &session, &event);
    assert_eq!(events.wait_for("process_completed")["output"], json!({}));
    stands_still(&server, "loop_ticks");
}

#[test]
fn a_waiting_event_never_runs() {
    let server = Server::app("concurrency");
    let session = session();
    let first = join(&server, "one_at_a_time", &json!([2]), &session);
    let second = join(&server, "one_at_a_time", &json!([1]), &session);
    cancel(&server, "one_at_a_time", &session, &second);
    let messages = stream(&server, &session).messages();
    let started: Vec<_> = messages
        .iter()
        .filter(|m| m["msg"] == "process_starts")
        .map(|m| &m["event_id"])
        .collect();
    assert_eq!(started, [&json!(first)], "{messages:?}");
    let end = messages
        .iter()
        .find(|m| m["msg"] == "process_completed" && m["event_id"] == json!(second));
    assert_eq!(
        end.map(|end| &end["output"]),
        Some(&json!({})),
        "{messages:?}"
    );
    assert_eq!(
        messages.last(),
        Some(&json!({"msg": "close_stream", "event_id": null}))
    );
}

#[test]
fn nobody_cancels_for_another_session() {
    let server = Server::app("cancel");
    let session = session();
    let event = join(&server, "work", &json!([0.5]), &session);
    cancel(&server, "work", "a-stranger", &event);
    let messages = stream(&server, &session).messages();
    let done = messages
        .iter()
        .find(|message| message["msg"] == "process_completed")
        .expect("an end");
    assert_eq!(done["output"]["data"], json!(["finished"]));
}

#[test]
fn an_unknown_event_is_cancelled_as_well() {
    let server = Server::app("cancel");
    cancel(
        &server,
        "work",
        "nobody",
        "00000000000000000000000000000000",
    );
    for path in ["reset", "reset/"] {
        let answer = post(
            server.at(&format!("/gradio_api/{path}")),
            &json!({"event_id": "abc"}),
        )
        .expect(200);
        assert_eq!(answer.body, "{\"success\":true}");
    }
}

#[test]
fn what_is_missing_is_told() {
    let server = Server::app("cancel");
    let detail = post(server.at("/gradio_api/cancel"), &json!({"event_id": "abc"}))
        .expect(422)
        .json()["detail"]
        .clone();
    let missing: Vec<_> = detail
        .as_array()
        .expect("a list")
        .iter()
        .map(|item| item["loc"].clone())
        .collect();
    assert_eq!(
        missing,
        [json!(["body", "session_hash"]), json!(["body", "fn_index"])]
    );
}
