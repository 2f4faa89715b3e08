//! Ctrl-C: what runs may end, its answer is delivered, then the program is over.

use std::{thread, time::Duration};

use serde_json::json;
use vetrina_tests::{Server, get, post, request};

const LIMIT: Duration = Duration::from_secs(20);

#[test]
fn a_server_that_does_nothing_ends_at_once() {
    let mut server = Server::app("hello");
    let _ = get(server.at("/config")).expect(200);
    server.interrupt();
    let status = server.ended(Duration::from_secs(5));
    assert!(status.success(), "{status}: {}", server.said());
}

#[test]
fn a_queued_run_ends_with_its_answer() {
    for endpoint in ["work", "loop_with_cancel"] {
        let mut server = Server::app("cancel");
        let config = get(server.at("/config")).expect(200).json();
        let dependencies = config["dependencies"].as_array().expect("a list");
        let found = dependencies
            .iter()
            .find(|dependency| dependency["api_name"] == endpoint)
            .expect("the endpoint");
        let body = json!({"data": [1.5], "fn_index": found["id"], "session_hash": "s"});
        let _ = post(server.at("/gradio_api/queue/join"), &body).expect(200);
        let url = server.at("/gradio_api/queue/data?session_hash=s");
        let mut events = request("GET", url).events();
        events.wait_for("process_starts");

        server.interrupt();
        let done = events.wait_for("process_completed");
        assert_eq!(
            done["output"]["data"],
            json!(["finished"]),
            "{endpoint}: {done}"
        );
        assert_eq!(
            events.messages(),
            [json!({"msg": "close_stream", "event_id": null})],
            "{endpoint}"
        );
        let status = server.ended(LIMIT);
        assert!(status.success(), "{endpoint}: {status}: {}", server.said());
    }
}

#[test]
fn a_direct_run_ends_with_its_answer() {
    let mut server = Server::app("cancel");
    let run = server.at("/gradio_api/run/work");
    let caller = thread::spawn(move || post(run, &json!({"data": [1.5]})));
    vetrina_tests::process::until("the run has begun", LIMIT, || {
        let ticks = post(server.at("/gradio_api/run/ticks"), &json!({"data": []}));
        (ticks.json()["data"] != json!([0])).then_some(())
    });
    server.interrupt();
    let answer = caller.join().expect("the caller lives").expect(200);
    assert_eq!(answer.json()["data"], json!(["finished"]));
    assert!(server.ended(LIMIT).success(), "{}", server.said());
}

#[test]
fn no_new_work_is_taken_while_it_ends() {
    let mut server = Server::app("cancel");
    let run = server.at("/gradio_api/run/work");
    let caller = thread::spawn(move || post(run, &json!({"data": [2]})));
    vetrina_tests::process::until("the run has begun", LIMIT, || {
        let ticks = post(server.at("/gradio_api/run/ticks"), &json!({"data": []}));
        (ticks.json()["data"] != json!([0])).then_some(())
    });
    server.interrupt();
    vetrina_tests::process::until("the end is announced", LIMIT, || {
        server.said().contains("Stopping").then_some(())
    });
    let body = json!({"data": [1], "fn_index": 0, "session_hash": "late"});
    let answer = post(server.at("/gradio_api/queue/join"), &body).expect(503);
    assert_eq!(
        answer.refused(),
        ("Queue is stopped.".into(), "stopping".into())
    );
    let _ = caller.join().expect("the caller lives").expect(200);
    assert!(server.ended(LIMIT).success(), "{}", server.said());
}

#[test]
fn a_second_time_ends_it_now() {
    let mut server = Server::app("cancel");
    let run = server.at("/gradio_api/call/work");
    let _ = post(run, &json!({"data": [60]})).expect(200);
    server.interrupt();
    vetrina_tests::process::until("the end is announced", LIMIT, || {
        server.said().contains("Stopping").then_some(())
    });
    server.interrupt();
    let _ = server.ended(Duration::from_secs(5));
}

#[test]
fn open_streams_do_not_hold_it_up() {
    let mut server = Server::app("hello");
    let mut heartbeat = request("GET", server.at("/gradio_api/heartbeat/someone")).events();
    assert!(heartbeat.raw().is_some());
    server.interrupt();
    assert!(
        server.ended(Duration::from_secs(8)).success(),
        "{}",
        server.said()
    );
}
