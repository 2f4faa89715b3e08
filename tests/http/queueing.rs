//! Who runs when: limits, places in the queue, a full queue.

use std::{thread, time::Duration};

use serde_json::{Value, json};
use vetrina_tests::{Server, get, post, process::until};

use super::{index, join, session, stream};

/// How many of six calls ran at once. Each waits a while for `wanted` of them.
fn most_at_once(wanted: u64, names: &[&str]) -> u64 {
    let server = &Server::app("concurrency");
    let session = session();
    for n in 0..6 {
        join(server, names[n % names.len()], &json!([wanted]), &session);
    }
    let messages = stream(server, &session).messages();
    let done = messages
        .iter()
        .filter(|message| message["msg"] == "process_completed");
    let counts: Vec<u64> = done
        .map(|message| {
            message["output"]["data"][0]
                .as_u64()
                .unwrap_or_else(|| panic!("{message}"))
        })
        .collect();
    assert_eq!(counts.len(), 6, "{messages:?}");
    counts.into_iter().max().unwrap_or_default()
}

#[test]
fn a_function_that_blocks_runs_once_at_a_time_unless_told_otherwise() {
    assert_eq!(most_at_once(1, &["one_at_a_time"]), 1);
}

#[test]
fn a_limit_of_two_lets_two_run() {
    assert_eq!(most_at_once(2, &["two_at_a_time"]), 2);
}

#[test]
fn no_limit_lets_all_run() {
    assert_eq!(most_at_once(6, &["no_limit"]), 6);
}

#[test]
fn async_functions_have_no_limit_by_default() {
    assert_eq!(most_at_once(6, &["asynchronous"]), 6);
}

#[test]
fn endpoints_with_one_id_share_the_lowest_limit() {
    assert_eq!(most_at_once(1, &["shared_a", "shared_b"]), 1);
}

#[test]
fn waiting_events_know_their_place() {
    let server = Server::app("concurrency");
    let session = session();
    // The first waits in vain for a second one, while the others join.
    let ids = [2, 1, 1].map(|wanted| join(&server, "one_at_a_time", &json!([wanted]), &session));
    let messages = stream(&server, &session).messages();
    let ranks = |id: &str| -> Vec<u64> {
        let of_it = messages
            .iter()
            .filter(|m| m["msg"] == "estimation" && m["event_id"] == id);
        of_it.map(|m| m["rank"].as_u64().expect("a rank")).collect()
    };
    assert_eq!(ranks(&ids[0]), [0], "{messages:?}");
    // The rank falls as those ahead start; the last one starts from the end of the line.
    let last = ranks(&ids[2]);
    assert!(
        last.len() >= 2 && last.is_sorted_by(|a, b| a >= b) && last.ends_with(&[0]),
        "{messages:?}"
    );
    let order: Vec<_> = messages
        .iter()
        .filter(|m| m["msg"] == "process_completed")
        .map(|m| &m["event_id"])
        .collect();
    assert_eq!(order, [&json!(ids[0]), &json!(ids[1]), &json!(ids[2])]);
}

#[test]
fn many_calls_of_one_session_do_not_hold_up_the_first_of_another() {
    let server = Server::app("concurrency");
    let (busy, other) = (session(), session());
    // The first waits in vain for a second one, while the others join.
    for wanted in [[2].as_slice(), &[1; 50]].concat() {
        join(&server, "one_at_a_time", &json!([wanted]), &busy);
    }
    join(&server, "one_at_a_time", &json!([1]), &other);
    let messages = stream(&server, &other).messages();
    let first = messages.iter().find(|m| m["msg"] == "estimation");
    assert_eq!(first.expect("an estimation")["rank"], 1, "{messages:?}");
    let busy = stream(&server, &busy).messages();
    let done = busy.iter().filter(|m| m["msg"] == "process_completed");
    assert_eq!(done.count(), 51);
}

#[test]
fn a_full_queue_refuses_and_says_so() {
    let server = Server::app("queue_full");
    let session = session();
    let size = || {
        get(server.at("/gradio_api/queue/status"))
            .expect(200)
            .json()
    };
    let empty = json!({"msg": "estimation", "event_id": null, "rank": null, "queue_size": 0, "rank_eta": null});

    let running = join(&server, "slow", &json!(["a"]), &session);
    until("the first event runs", Duration::from_secs(20), || {
        (size() == empty).then_some(())
    });
    let waiting = join(&server, "slow", &json!(["b"]), &session);
    assert_eq!(size()["queue_size"], 1);

    let full = (
        "Queue is full. Max size is 1 and size is 1.".to_owned(),
        "queue_full".to_owned(),
    );
    let body = json!({"data": ["c"], "fn_index": index(&server, "slow"), "session_hash": session});
    assert_eq!(
        post(server.at("/gradio_api/queue/join"), &body)
            .expect(503)
            .refused(),
        full
    );
    assert_eq!(
        post(server.at("/gradio_api/call/slow"), &json!({"data": ["d"]}))
            .expect(503)
            .refused(),
        full
    );

    let messages = stream(&server, &session).messages();
    let done = messages
        .iter()
        .filter(|message| message["msg"] == "process_completed");
    let done: Vec<_> = done
        .map(|message| {
            (
                message["event_id"].clone(),
                message["output"]["data"].clone(),
            )
        })
        .collect();
    assert_eq!(
        done,
        [
            (json!(running), json!(["a"])),
            (json!(waiting), json!(["b"]))
        ]
    );
    assert_eq!(size(), empty);
}

#[test]
fn two_hundred_sessions_at_once_all_get_their_answer() {
    let server = Server::app("hello");
    let lost: Vec<String> = thread::scope(|scope| {
        let workers: Vec<_> = (0..16)
            .map(|worker| {
                let server = &server;
                scope.spawn(move || -> Vec<String> {
                    (0..13)
                        .filter_map(|n| {
                            let name = format!("{worker}-{n}");
                            let session = session();
                            join(server, "greet", &json!([name]), &session);
                            let messages = stream(server, &session).messages();
                            let done = messages
                                .iter()
                                .find(|message| message["msg"] == "process_completed");
                            let answer =
                                done.map_or(&Value::Null, |done| &done["output"]["data"][0]);
                            (answer != &json!(format!("Hello {name}!")))
                                .then(|| format!("{name}: {messages:?}"))
                        })
                        .collect()
                })
            })
            .collect();
        workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("the worker lives"))
            .collect()
    });
    assert_eq!(lost, [""; 0]);
}
