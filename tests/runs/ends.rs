//! What becomes of a run that nobody reads, and who may ask.

use std::{thread, time::Duration};

use serde_json::{Value, json};
use vetrina_tests::{Server, get, post, process::until, request};

use super::{LIMIT, call, comes_to, join, run, ticks};

/// The grace that the app gives is two seconds.
const GRACE: Duration = Duration::from_secs(2);

fn read(server: &Server, session: &str, more: &str) -> vetrina_tests::Events {
    let path = format!("/gradio_api/queue/data?session_hash={session}{more}");
    request("GET", server.at(&path)).events()
}

fn stands_still(server: &Server) {
    until("the work stands still", LIMIT, || {
        let before = ticks(server);
        thread::sleep(Duration::from_millis(300));
        (ticks(server) == before).then_some(())
    });
}

#[test]
fn a_run_goes_on_for_a_while_without_its_reader_and_then_ends() {
    let server = Server::app("runs");
    let id = join(&server, "work", &json!([1200]), "gone");
    let mut events = read(&server, "gone", "&after=0");
    until("it runs", LIMIT, || {
        events.raw()?.contains("process_starts").then_some(())
    });
    drop(events);
    thread::sleep(GRACE / 2);
    assert_eq!(run(&server, &id, "gone")["state"], "running");
    // Whoever is back in time finds it at work.
    let events = read(&server, "gone", "&after=0");
    thread::sleep(GRACE * 3 / 2);
    assert_eq!(run(&server, &id, "gone")["state"], "running");
    drop(events);
    comes_to(&server, &id, "gone", "cancelled");
    stands_still(&server);
    // And whoever comes too late is told so.
    let text = get(server.at("/gradio_api/queue/data?session_hash=gone&after=0")).body;
    assert!(text.contains("process_completed"), "{text}");
    assert!(text.contains("\"output\":{}"), "{text}");
}

#[test]
fn a_client_that_does_not_count_ends_its_run_at_once() {
    let server = Server::app("runs");
    let id = join(&server, "work", &json!([1200]), "plain");
    let mut events = read(&server, "plain", "");
    events.wait_for("process_starts");
    drop(events);
    let since = std::time::Instant::now();
    comes_to(&server, &id, "plain", "cancelled");
    assert!(since.elapsed() < GRACE, "{:?}", since.elapsed());
}

#[test]
fn a_detached_run_goes_on() {
    let server = Server::app("runs");
    let id = join(&server, "background", &json!([80]), "away");
    let mut events = read(&server, "away", "");
    events.wait_for("process_starts");
    drop(events);
    let run = comes_to(&server, &id, "away", "done");
    assert_eq!(run["output"]["data"], json!(["finished"]));
    assert!(ticks(&server) >= 80);
}

#[test]
fn a_call_that_is_read_no_more_ends_after_a_while() {
    let server = Server::app("runs");
    let id = call(&server, "work", &json!([1200]));
    drop(request("GET", server.at(&format!("/gradio_api/call/work/{id}"))).events());
    let known = || {
        get(server.at(&format!("/gradio_api/events/{id}")))
            .expect(200)
            .json()
    };
    assert_ne!(known()["state"], "cancelled");
    until("it is cancelled", LIMIT, || {
        (known()["state"] == "cancelled").then_some(())
    });
    let again = get(server.at(&format!("/gradio_api/call/work/{id}"))).body;
    assert_eq!(again, "event: complete\ndata: null\n\n");
}

#[test]
fn the_owner_is_told_of_a_run_and_nobody_else() {
    let server = Server::app("runs");
    let id = join(&server, "count", &json!([5, 0]), "owner");
    let done = comes_to(&server, &id, "owner", "done");
    assert_eq!(done["event_id"], json!(id));
    assert_eq!(done["output"]["data"], json!(["step 4"]));
    assert_eq!(done["error"], Value::Null);
    // It is the same when its stream was read.
    let text = get(server.at("/gradio_api/queue/data?session_hash=owner")).body;
    assert!(!text.contains("id: "), "{text}");
    let read = run(&server, &id, "owner");
    assert_eq!(read["output"]["data"], done["output"]["data"]);
    let all = get(server.at("/gradio_api/events?session_hash=owner")).expect(200);
    assert_eq!(all.json()["runs"], json!([read]));

    let refused: Vec<String> = [
        format!("/gradio_api/events/{id}?session_hash=stranger"),
        format!("/gradio_api/events/{id}"),
        "/gradio_api/events/00000000000000000000000000000000?session_hash=owner".into(),
        "/gradio_api/events/nonsense?session_hash=owner".into(),
    ]
    .iter()
    .map(|path| get(server.at(path)).expect(404).body)
    .collect();
    assert!(
        refused.windows(2).all(|pair| pair[0] == pair[1]),
        "{refused:?}"
    );
    for session in ["stranger", ""] {
        let url = server.at(&format!("/gradio_api/events?session_hash={session}"));
        assert_eq!(get(url).expect(200).json(), json!({"runs": []}));
    }
}

#[test]
fn a_tab_may_stop_what_it_began() {
    let server = Server::app("runs");
    let config = get(server.at("/config")).expect(200).json();
    let all = config["dependencies"].as_array().expect("a list");
    let index = &all.iter().find(|it| it["api_name"] == "work").expect("it")["id"];
    let body = json!({"data": [1200], "fn_index": index, "session_hash": "load", "tab": "tab"});
    let joined = post(server.at("/gradio_api/queue/join"), &body).expect(200);
    let id = super::id(&joined.json());
    let cancel = |session: &str| {
        let body = json!({"fn_index": index, "session_hash": session, "event_id": id});
        post(server.at("/gradio_api/cancel"), &body).expect(200)
    };
    let _ = cancel("stranger");
    assert_ne!(run(&server, &id, "load")["state"], "cancelled");
    let _ = cancel("tab");
    comes_to(&server, &id, "tab", "cancelled");
}
