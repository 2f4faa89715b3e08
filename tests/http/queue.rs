//! `POST /queue/join` and the session's stream `GET /queue/data`.

use std::{
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use vetrina_tests::{Server, get, post, request};

use super::{index, join, session, stream, timeless};

#[test]
fn the_stream_comes_byte_for_byte() {
    let server = Server::app("hello");
    let session = session();
    let id = join(&server, "greet", &json!(["Zoë 🦀 \"q\"\n"]), &session);
    let mut events = stream(&server, &session);
    let mut seen = String::new();
    while let Some(event) = events.raw() {
        seen.push_str(&event);
    }
    assert_eq!(
        timeless(&seen),
        format!(
            "data: {{\"msg\":\"estimation\",\"event_id\":\"{id}\",\"rank\":0,\"queue_size\":1,\"rank_eta\":#}}\n\n\
             data: {{\"msg\":\"process_starts\",\"event_id\":\"{id}\",\"eta\":#}}\n\n\
             data: {{\"msg\":\"process_completed\",\"event_id\":\"{id}\",\"output\":{{\"data\":[\"Hello Zoë 🦀 \\\"q\\\"\\n!\"],\
             \"is_generating\":false,\"duration\":#,\"average_duration\":#,\"render_config\":null,\"changed_state_ids\":[],\
             \"used_cache\":null}},\"success\":true,\"title\":null,\"used_cache\":null,\"cache_duration\":#,\"avg_time\":#}}\n\n\
             data: {{\"msg\":\"close_stream\",\"event_id\":null}}\n\n"
        )
    );
}

#[test]
fn the_stream_is_never_compressed_or_held_back() {
    let server = Server::app("hello");
    let session = session();
    join(&server, "greet", &json!(["x"]), &session);
    let url = server.at(&format!("/gradio_api/queue/data?session_hash={session}"));
    let events = request("GET", url)
        .header("accept-encoding", "br, gzip")
        .events();
    assert!(!events.headers.contains_key("content-encoding"));
    assert_eq!(events.headers["x-accel-buffering"], "no");
    assert!(
        events.headers["cache-control"]
            .to_str()
            .is_ok_and(|value| value.contains("no-"))
    );
}

#[test]
fn messages_wait_until_they_are_read() {
    let server = Server::app("hello");
    let session = session();
    let first = join(&server, "greet", &json!(["1"]), &session);
    let second = join(&server, "greet", &json!(["2"]), &session);
    // Both are long done when the stream is opened.
    for _ in 0..20 {
        let run = server.at("/gradio_api/run/greet");
        let _ = post(run, &json!({"data": ["x"]})).expect(200);
    }
    let messages = stream(&server, &session).messages();
    let of = |id: &str| -> Vec<&str> {
        messages
            .iter()
            .filter(|m| m["event_id"] == id)
            .map(|m| m["msg"].as_str().expect("a name"))
            .collect()
    };
    for id in [&first, &second] {
        let names = of(id);
        assert_eq!(names.first(), Some(&"estimation"), "{messages:?}");
        assert_eq!(
            names[names.len() - 2..],
            ["process_starts", "process_completed"],
            "{messages:?}"
        );
    }
    let closes = messages
        .iter()
        .filter(|message| message["msg"] == "close_stream")
        .count();
    assert_eq!(
        (closes, &messages[messages.len() - 1]["msg"]),
        (1, &json!("close_stream"))
    );
}

#[test]
fn an_event_that_joins_an_open_stream_is_told_there() {
    let server = Server::app("cancel");
    let session = session();
    let slow = join(&server, "work", &json!([1.5]), &session);
    let mut events = stream(&server, &session);
    events.wait_for("process_starts");
    let quick = join(&server, "work", &json!([0.1]), &session);
    let done = events.wait_for("process_completed");
    assert_eq!(
        (&done["event_id"], &done["output"]["data"]),
        (&json!(quick), &json!(["finished"]))
    );
    let done = events.wait_for("process_completed");
    assert_eq!(
        (&done["event_id"], &done["output"]["data"]),
        (&json!(slow), &json!(["finished"]))
    );
    assert_eq!(
        events.messages(),
        [json!({"msg": "close_stream", "event_id": null})]
    );
}

/// The Python clients take what they join for lost when a stream closes that they have not left yet.
#[test]
fn a_python_client_joins_when_it_has_left_the_stream_that_closes() {
    let server = Server::app("hello");
    let fn_index = index(&server, "greet");
    for agent in ["gradio_client/1.13.3", "gradio_client/2.7.2"] {
        let session = session();
        let body = json!({"data": ["x"], "fn_index": fn_index, "session_hash": session});
        let join = || {
            let url = server.at("/gradio_api/queue/join");
            let request = request("POST", url).header("user-agent", agent);
            request.json(&body).send().expect(200).json()["event_id"].clone()
        };
        let open = || {
            let url = server.at(&format!("/gradio_api/queue/data?session_hash={session}"));
            request("GET", url).header("user-agent", agent).events()
        };
        for leaves in [true, false] {
            let first = join();
            let mut events = open();
            assert_eq!(events.wait_for("process_completed")["event_id"], first);
            events.wait_for("close_stream");
            thread::scope(|scope| {
                let second = scope.spawn(join);
                thread::sleep(Duration::from_millis(500));
                assert!(
                    !second.is_finished(),
                    "{agent}: joined a stream that closes"
                );
                let since = Instant::now();
                if leaves {
                    drop(events);
                }
                let second = second.join().expect("an id");
                // One that never leaves is not waited for without end.
                assert!(since.elapsed() < Duration::from_secs(5), "{agent}");
                let done = open().wait_for("process_completed");
                assert_eq!(done["event_id"], second, "{agent}");
            });
        }
    }
}

#[test]
fn sessions_do_not_see_each_other() {
    let server = Server::app("hello");
    let sessions = [session(), session()];
    let ids: Vec<_> = sessions
        .iter()
        .map(|s| join(&server, "greet", &json!([s]), s))
        .collect();
    for (session, id) in sessions.iter().zip(&ids) {
        let messages = stream(&server, session).messages();
        let strangers = messages
            .iter()
            .filter(|m| !m["event_id"].is_null() && m["event_id"] != json!(id));
        assert_eq!(strangers.count(), 0, "{messages:?}");
        let done = messages
            .iter()
            .find(|m| m["msg"] == "process_completed")
            .expect("an end");
        assert_eq!(done["output"]["data"], json!([format!("Hello {session}!")]));
    }
}

#[test]
fn a_session_that_never_joined_is_told_so() {
    let server = Server::app("hello");
    let answer = get(server.at("/gradio_api/queue/data?session_hash=nobody")).expect(200);
    assert_eq!(
        answer.body,
        "data: {\"msg\":\"unexpected_error\",\"event_id\":null,\"message\":\"404: Not Found\",\
         \"session_not_found\":true,\"success\":false}\n\n"
    );
    let detail = &get(server.at("/gradio_api/queue/data")).expect(422).json()["detail"][0];
    assert_eq!(detail["loc"], json!(["query", "session_hash"]));
}

#[test]
fn a_reader_that_goes_away_takes_the_session_with_it() {
    let server = Server::app("concurrency");
    let session = session();
    join(&server, "one_at_a_time", &json!([2]), &session);
    join(&server, "one_at_a_time", &json!([1]), &session);
    let mut events = stream(&server, &session);
    events.wait_for("process_starts");
    drop(events);
    vetrina_tests::process::until(
        "the waiting event is dropped",
        Duration::from_secs(20),
        || {
            let status = get(server.at("/gradio_api/queue/status"))
                .expect(200)
                .json();
            (status["queue_size"] == 0).then_some(())
        },
    );
}

#[test]
fn items_after_the_first_are_edits_and_the_end_is_whole() {
    let server = Server::app("counter");
    let session = session();
    join(&server, "text", &json!([3]), &session);
    let messages = stream(&server, &session).messages();
    let data = |name: &str| -> Vec<Value> {
        messages
            .iter()
            .filter(|m| m["msg"] == name)
            .map(|m| m["output"]["data"].clone())
            .collect()
    };
    assert_eq!(
        data("process_generating"),
        [
            json!(["0 "]),
            json!([[["append", [], "1 "]]]),
            json!([[["append", [], "2 "]]])
        ]
    );
    assert_eq!(data("process_completed"), [json!(["0 1 2 "])]);
}

#[test]
fn what_is_missing_in_a_join_is_told() {
    let server = Server::app("hello");
    let join = |body: &Value| post(server.at("/gradio_api/queue/join"), body);
    let index = index(&server, "greet");
    assert_eq!(
        join(&json!({"data": ["x"], "fn_index": index}))
            .expect(400)
            .refused(),
        ("Session hash not found.".into(), "bad_request".into())
    );
    assert_eq!(
        join(&json!({"data": ["x"], "session_hash": "s"}))
            .expect(400)
            .refused(),
        ("No function index provided.".into(), "bad_request".into())
    );
    let unknown = join(&json!({"data": ["x"], "fn_index": 999, "session_hash": "s"}))
        .expect(404)
        .json();
    assert!(
        unknown["detail"]
            .as_str()
            .is_some_and(|detail| detail.contains("999")),
        "{unknown}"
    );
}

#[test]
fn a_heartbeat_is_alive_at_once_and_every_fifteen_seconds() {
    let server = Server::app("hello");
    let mut events = request("GET", server.at("/gradio_api/heartbeat/someone")).events();
    assert_eq!(events.raw().as_deref(), Some("data: ALIVE\n\n"));
    let before = Instant::now();
    assert_eq!(events.raw().as_deref(), Some("data: ALIVE\n\n"));
    assert!(
        (14..17).contains(&before.elapsed().as_secs()),
        "{:?}",
        before.elapsed()
    );
}
