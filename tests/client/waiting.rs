//! Calls that wait, in programs without an async runtime.

use std::{thread::sleep, time::Duration};

use vetrina::client::{Event, Result, blocking::Client};
use vetrina_tests::Server;

#[test]
fn programs_without_a_runtime_wait() {
    let server = Server::app("far");
    let client = Client::connect(server.url()).expect("it is there");
    assert!(client.view_api().endpoint("/greet").is_some());
    let text: String = client.predict("/greet", ("Ada", 2)).expect("a text");
    assert_eq!(text, "Hello, Ada! Hello, Ada!");
    let job = client.submit::<String>("/count", 3).expect("it runs");
    let outputs: Result<Vec<_>> = job.outputs().collect();
    let outputs = outputs.expect("all goes well");
    assert_eq!(outputs.last().map(String::as_str), Some("0 1 2 "));
    let failed = client.predict::<String>("/fail", "mind");
    assert_eq!(
        failed.expect_err("it fails").to_string(),
        "Oops: never mind"
    );
    // A session of its own remembers nothing of another.
    let remember = |client: &Client, word| client.predict::<String>("/remember", word);
    assert_eq!(remember(&client, "a").expect("its words"), "a");
    assert_eq!(
        remember(&client.new_session(), "b").expect("its words"),
        "b"
    );
    assert_eq!(remember(&client, "c").expect("its words"), "a c");
}

#[test]
fn a_job_that_is_dropped_is_cancelled() {
    let server = Server::app("far");
    let client = Client::connect(server.url()).expect("it is there");
    let mut slow = client.submit::<String>("/slow", "a").expect("it runs");
    let shown =
        slow.find(|event| !matches!(event, Ok(Event::Queued { .. } | Event::Started { .. })));
    let shown = shown.expect("an event").expect("all goes well");
    assert_eq!(shown, Event::Output("a 0".into()));
    drop(slow);
    let stopped = || client.predict::<i64>("/stopped", ()).expect("a number");
    // Well before it would end by itself.
    assert!((0..100).any(|_| {
        sleep(Duration::from_millis(50));
        stopped() == 1
    }));
}
