//! Functions that answer many calls at once.

use std::{sync::mpsc, thread, time::Duration};

use serde_json::{Value, json};

use super::{Page, get, only, post, request, session};

mod app {
    use std::{
        sync::{Condvar, Mutex},
        time::Duration,
    };

    use vetrina::prelude::*;

    /// A batch that waits until somebody lets it go on.
    pub(super) struct Gate {
        open: Mutex<bool>,
        opened: Condvar,
    }

    impl Gate {
        const fn new() -> Self {
            Self {
                open: Mutex::new(false),
                opened: Condvar::new(),
            }
        }

        pub(super) fn open(&self) {
            *self.open.lock().unwrap() = true;
            self.opened.notify_all();
        }

        fn wait(&self) {
            let open = self.open.lock().unwrap();
            let patience = Duration::from_secs(20);
            drop(
                self.opened
                    .wait_timeout_while(open, patience, |open| !*open)
                    .unwrap(),
            );
        }
    }

    pub(super) static GATE: Gate = Gate::new();
    pub(super) static SIZES: Mutex<Vec<usize>> = Mutex::new(Vec::new());
    pub(super) static ASYNC_GATE: Gate = Gate::new();

    #[derive(Default)]
    struct Calls(u32);

    #[page]
    fn batches(ui: &mut Ui) {
        let word = ui.add(Textbox::new().label("Word"));
        let length = ui.add(Number::new().label("Length").precision(0));
        let trimmed = ui.add(Textbox::new().label("Trimmed"));
        let go = ui.add(Button::new("Trim"));
        go.click(batch(trim), (&word, &length), &trimmed)
            .max_batch_size(16);
        go.click(batch(sizes), &word, &trimmed).max_batch_size(3);
        go.click(batch(both), &word, (&trimmed, &length));
        go.click(batch(who), &word, &trimmed);
        go.click(batch(all_fail), &word, &trimmed);
        go.click(batch(too_few), &word, &trimmed);
        go.click(batch(panics), &word, &trimmed);
        go.click(batch(later), &word, &trimmed);
    }

    fn trim(words: Vec<String>, lengths: Vec<usize>) -> Vec<String> {
        words
            .iter()
            .zip(lengths)
            .map(|(word, length)| word.chars().take(length).collect())
            .collect()
    }

    /// Waits at the first call, so that the others have to.
    fn sizes(words: Vec<String>) -> Vec<Result<String, Error>> {
        SIZES.lock().unwrap().push(words.len());
        GATE.wait();
        let one = |word: String| match word.as_str() {
            "bad" => Err(Error::new("bad is no word")),
            _ => Ok(word.to_uppercase()),
        };
        words.into_iter().map(one).collect()
    }

    fn both(words: Vec<String>) -> Vec<(String, usize)> {
        words
            .into_iter()
            .map(|word| {
                let length = word.len();
                (word, length)
            })
            .collect()
    }

    fn who(words: Vec<String>, requests: Vec<Request>, states: Vec<State<Calls>>) -> Vec<String> {
        let calls = words.iter().zip(requests).zip(states);
        let told = calls.map(|((word, request), state)| {
            let count = state.update(|calls| {
                calls.0 += 1;
                calls.0
            });
            format!(
                "{word} {count} {}",
                request.session_hash().unwrap_or("nobody")
            )
        });
        told.collect()
    }

    fn all_fail(_: Vec<String>) -> Result<Vec<String>, Error> {
        Err(Error::new("not today"))
    }

    fn too_few(_: Vec<String>) -> Vec<String> {
        Vec::new()
    }

    fn panics(words: Vec<String>) -> Vec<String> {
        assert!(words.is_empty(), "no words, please");
        words
    }

    async fn later(words: Vec<String>) -> Vec<String> {
        let count = words.len();
        if words.contains(&"first".into()) {
            tokio::task::spawn_blocking(|| ASYNC_GATE.wait())
                .await
                .unwrap();
        }
        words
            .into_iter()
            .map(|word| format!("{word} of {count}"))
            .collect()
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// Joins the queue with a word and gives the id of the event.
fn join(page: &Page, name: &str, word: &str, session: &str) -> Value {
    let body = json!({"data": [word], "fn_index": page.event(name)["id"], "session_hash": session});
    post(page.at("/gradio_api/queue/join"), &body)
        .expect(200)
        .json()["event_id"]
        .clone()
}

/// The last message of a session's only run.
fn end(page: &Page, session: &str) -> Value {
    let url = page.at(&format!("/gradio_api/queue/data?session_hash={session}"));
    request("GET", url).events().wait_for("process_completed")
}

#[test]
fn a_lone_call_sees_one_value() {
    let page = page();
    assert_eq!(page.run("trim", &json!(["hello", 3]), None), json!(["hel"]));
    assert_eq!(
        page.call("trim", &json!(["hello", 2]), &session()),
        json!(["he"])
    );
    assert_eq!(page.run("both", &json!(["abc"]), None), json!(["abc", 3]));
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    let parameters = info["named_endpoints"]["/trim"]["parameters"]
        .as_array()
        .expect("a list")
        .clone();
    let kinds: Vec<_> = parameters
        .iter()
        .map(|it| it["type"]["type"].clone())
        .collect();
    assert_eq!(kinds, ["string", "integer"]);
}

#[test]
fn whether_more_follows_is_not_said_of_a_batch() {
    let page = page();
    let messages = page.messages("trim", &json!(["hello", 3]), &session());
    assert_eq!(only(&messages, "process_starts").len(), 1);
    let output = &only(&messages, "process_completed")[0]["output"];
    assert_eq!(output["is_generating"], Value::Null);
}

#[test]
fn calls_of_many_users_are_joined_and_an_error_is_one_users_own() {
    let page = page();
    let words = ["a", "b", "bad", "d", "e", "f", "g"];
    let sessions: Vec<_> = words.iter().map(|_| session()).collect();
    for (word, session) in words.iter().zip(&sessions) {
        join(&page, "sizes", word, session);
    }
    app::GATE.open();
    let ends: Vec<_> = sessions.iter().map(|session| end(&page, session)).collect();
    for (word, end) in words.iter().zip(&ends) {
        if *word == "bad" {
            assert_eq!(end["success"], false, "{end}");
            assert_eq!(end["output"]["error"], "bad is no word");
        } else {
            assert_eq!(end["output"]["data"], json!([word.to_uppercase()]), "{end}");
        }
    }
    // The first ran alone; what came meanwhile went by threes.
    assert_eq!(*app::SIZES.lock().unwrap(), [1, 3, 3]);
}

#[test]
fn each_call_has_its_own_session() {
    let page = page();
    let (mine, other) = (session(), session());
    assert_eq!(
        page.call("who", &json!(["x"]), &mine)[0],
        format!("x 1 {mine}")
    );
    assert_eq!(
        page.call("who", &json!(["x"]), &mine)[0],
        format!("x 2 {mine}")
    );
    assert_eq!(
        page.call("who", &json!(["y"]), &other)[0],
        format!("y 1 {other}")
    );
}

#[test]
fn what_fails_for_all_fails_for_each() {
    let page = page();
    for (name, text) in [
        ("all_fail", "not today"),
        ("too_few", "Something went wrong"),
        ("panics", "Something went wrong"),
    ] {
        let messages = page.messages(name, &json!(["x"]), &session());
        let end = messages.last().expect("an end");
        assert_eq!(end["success"], false, "{end}");
        let error = end["output"]["error"].as_str().expect("words");
        assert!(error.starts_with(text), "{error}");
    }
}

#[test]
fn an_async_batch_goes_on_for_those_who_wait() {
    let page = page();
    let (first, gone, stays) = (session(), session(), session());
    join(&page, "later", "first", &first);
    let cancelled = join(&page, "later", "gone", &gone);
    join(&page, "later", "stays", &stays);
    let body =
        json!({"session_hash": gone, "fn_index": page.event("later")["id"], "event_id": cancelled});
    let _ = post(page.at("/gradio_api/cancel"), &body).expect(200);
    app::ASYNC_GATE.open();
    assert_eq!(end(&page, &first)["output"]["data"], json!(["first of 1"]));
    // Whoever went before it began is not among them.
    assert_eq!(end(&page, &stays)["output"]["data"], json!(["stays of 1"]));
}

#[test]
fn direct_calls_take_their_turns() {
    let page = page();
    let (tell, told) = mpsc::channel();
    thread::scope(|scope| {
        for number in 0..8 {
            let (page, tell) = (&page, tell.clone());
            scope.spawn(move || {
                let given = page.run("trim", &json!(["abcdefgh", number]), None);
                tell.send((number, given)).expect("somebody listens");
            });
        }
        for _ in 0..8 {
            let (number, given) = told
                .recv_timeout(Duration::from_secs(20))
                .expect("an answer");
            assert_eq!(given[0].as_str().map(str::len), Some(number));
        }
    });
}
