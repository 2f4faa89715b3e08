//! A run that nobody waits for stops: whichever way it is stopped, and whatever it is doing.

use std::{
    io::Write as _,
    net::TcpStream,
    thread::{self, sleep},
    time::Duration,
};

use serde_json::{Value, json};
use vetrina_tests::{post, process::until, request};

use super::{Page, join, session};

mod app {
    use std::{
        collections::HashMap,
        process::Command,
        sync::{LazyLock, Mutex},
        thread,
        time::Duration,
    };

    use futures_util::Stream;
    use vetrina::{prelude::*, process, push};

    pub(super) static COUNTS: LazyLock<Mutex<HashMap<String, u64>>> = LazyLock::new(Mutex::default);

    /// Counts for one run, forever.
    fn count(id: &str) -> u64 {
        let mut counts = COUNTS.lock().unwrap();
        let count = counts.entry(id.into()).or_default();
        *count += 1;
        *count
    }

    const PAUSE: Duration = Duration::from_millis(2);

    #[endpoint]
    pub(super) async fn future(id: String) -> u64 {
        loop {
            if count(&id) == u64::MAX {
                return 0;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    #[endpoint(concurrency_limit = None)]
    pub(super) fn stream(id: String) -> impl Stream<Item = Result<u64, Error>> {
        push::stream(async move |out| {
            loop {
                out.send(count(&id)).await?;
                tokio::time::sleep(PAUSE).await;
            }
        })
    }

    #[endpoint(concurrency_limit = None)]
    pub(super) fn items(id: String) -> impl Iterator<Item = u64> {
        std::iter::repeat_with(move || {
            thread::sleep(PAUSE);
            count(&id)
        })
    }

    #[endpoint(concurrency_limit = None)]
    pub(super) fn pushed(id: String) -> impl Iterator<Item = Result<u64, Error>> {
        push::iter(move |out| {
            loop {
                thread::sleep(PAUSE);
                out.send(count(&id))?;
            }
        })
    }

    #[endpoint(concurrency_limit = None)]
    pub(super) fn asks(id: String, cancel: Cancel) -> u64 {
        while !cancel.is_cancelled() {
            thread::sleep(PAUSE);
            count(&id);
        }
        0
    }

    #[endpoint(concurrency_limit = None)]
    pub(super) fn goes_through(id: String, progress: Progress) -> u64 {
        for _ in progress.iter(0_u64..) {
            thread::sleep(PAUSE);
            count(&id);
        }
        // Nobody takes half of the items for all.
        COUNTS.lock().unwrap().insert(id, 0);
        0
    }

    /// Counts in a program that another program starts.
    #[endpoint(concurrency_limit = None)]
    pub(super) fn program(id: String, cancel: Cancel) -> std::io::Result<String> {
        let script = format!("(while :; do echo >> {id}; sleep 0.01; done) & wait");
        let mut shell = Command::new("sh");
        shell
            .args(["-c", &script])
            .current_dir(std::env::temp_dir());
        let output = process::output_blocking(shell, &cancel)?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

mod limited {
    use vetrina::prelude::*;

    use super::app;

    #[page]
    fn page(ui: &mut Ui) {
        let id = ui.add(Textbox::new().label("Id"));
        let out = ui.add(Number::new().label("Out").precision(0));
        let text = ui.add(Textbox::new().label("Text"));
        id.submit(app::future, &id, &out).time_limit(0.3);
        id.submit(app::stream, &id, &out).time_limit(0.3);
        id.submit(app::items, &id, &out).time_limit(0.3);
        id.submit(app::pushed, &id, &out).time_limit(0.3);
        id.submit(app::asks, &id, &out).time_limit(0.3);
        id.submit(app::goes_through, &id, &out).time_limit(0.3);
        id.submit(app::program, &id, &text).time_limit(0.3);
    }
}

const KINDS: [&str; 7] = [
    "future",
    "stream",
    "items",
    "pushed",
    "asks",
    "goes_through",
    "program",
];

/// How far the run of `id` has counted.
fn count(id: &str) -> u64 {
    let written = std::fs::metadata(std::env::temp_dir().join(id));
    written.map_or_else(
        |_| {
            app::COUNTS
                .lock()
                .unwrap()
                .get(id)
                .copied()
                .unwrap_or_default()
        },
        |file| file.len(),
    )
}

/// Has each kind of function run and stopped by `stop`, which is given its name and an id.
fn each_stops(kinds: &[&'static str], way: &str, stop: impl Fn(&str, &str) + Sync) {
    thread::scope(|threads| {
        for kind in kinds {
            let stop = &stop;
            threads.spawn(move || {
                let id = format!("vetrina-{}-{way}-{kind}", std::process::id());
                stop(kind, &id);
                let what = format!("{kind} that is stopped by {way}");
                until(&what, Duration::from_secs(20), || {
                    let before = count(&id);
                    sleep(Duration::from_millis(100));
                    (count(&id) == before).then_some(())
                });
                assert!(count(&id) > 3, "{what} stops in the middle");
                // Only programs leave a file.
                let _ = std::fs::remove_file(std::env::temp_dir().join(id));
            });
        }
    });
}

fn runs(id: &str) {
    until("a run that counts", Duration::from_secs(20), || {
        (count(id) > 3).then_some(())
    });
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

#[test]
fn by_a_cancel() {
    let page = page();
    each_stops(&KINDS, "cancel", |kind, id| {
        let session = session();
        let event = join(&page, kind, &json!([id]), &session);
        runs(id);
        let body =
            json!({"session_hash": session, "fn_index": page.event(kind)["id"], "event_id": event});
        let _ = post(page.at("/gradio_api/cancel"), &body).expect(200);
        let url = page.at(&format!("/gradio_api/queue/data?session_hash={session}"));
        let end = request("GET", url).events().wait_for("process_completed");
        assert_eq!(
            (&end["output"], &end["success"]),
            (&json!({}), &json!(true)),
            "{end}"
        );
    });
}

#[test]
fn by_a_page_that_is_closed() {
    let page = page();
    each_stops(&KINDS, "close", |kind, id| {
        let session = session();
        join(&page, kind, &json!([id]), &session);
        let url = page.at(&format!("/gradio_api/queue/data?session_hash={session}"));
        let mut reader = request("GET", url).events();
        assert!(reader.message().is_some());
        runs(id);
        drop(reader);
    });
}

#[test]
fn by_a_reader_of_a_call_who_leaves() {
    let page = page();
    each_stops(&KINDS, "call", |kind, id| {
        let url = page.at(&format!("/gradio_api/call/{kind}"));
        let event = post(&url, &json!({"data": [id]})).expect(200).json();
        let event = event["event_id"].as_str().expect("an id").to_owned();
        let reader = request("GET", format!("{url}/{event}")).events();
        runs(id);
        drop(reader);
    });
}

#[test]
fn by_a_direct_caller_who_leaves() {
    let page = page();
    each_stops(
        &["future", "asks", "goes_through", "program"],
        "run",
        |kind, id| {
            let host = page.at("").replace("http://", "");
            let body = json!({"data": [id]}).to_string();
            let mut line = TcpStream::connect(&host).expect("a connection");
            let length = body.len();
            write!(
            line,
            "POST /gradio_api/run/{kind} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        )
        .expect("it is sent");
            runs(id);
            drop(line);
        },
    );
}

#[test]
fn by_its_time() {
    let page = Page::of(concat!(module_path!(), "::limited"));
    each_stops(&KINDS, "time", |kind, id| {
        let messages = page.messages(kind, &json!([id]), &session());
        let end: &Value = messages.last().expect("an end");
        assert_eq!(end["success"], false, "{end}");
        assert_eq!(end["output"]["title"], "Time limit", "{end}");
    });
}
