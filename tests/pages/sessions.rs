//! Values that are kept for a session, and for nobody else.

use std::thread;

use serde_json::{Value, json};

use super::{Page, get, session};

mod app {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

    #[derive(Default)]
    struct History(Vec<String>);

    /// Starts from nothing.
    #[derive(Default)]
    struct Last(Option<u64>);

    struct Ten(u64);

    impl Default for Ten {
        fn default() -> Self {
            Self(10)
        }
    }

    #[derive(Default)]
    struct Walk {
        steps: u64,
        ways: Vec<String>,
    }

    #[derive(Default)]
    struct Calls(u64);

    #[page]
    fn sessions(ui: &mut Ui) {
        let text = ui.add(Textbox::new().label("Text"));
        let shown = ui.add(Json::new().label("Shown"));
        let count = ui.add(Number::new().label("Count"));
        let go = ui.add(Button::new("Go"));
        go.click(echo, &text, &shown);
        go.click(message, &text, &shown);
        go.click(last, (), &shown);
        go.click(from_ten, (), &count);
        go.click(walk, &text, &shown);
        go.click(walked, (), &count);
        go.click(call, (), &count).concurrency_limit(None);
    }

    fn echo(text: String) -> Value {
        json!({"current": text, "previous": []})
    }

    fn message(text: String, history: State<History>) -> Value {
        history.update(|History(history)| {
            let previous: Vec<_> = history.iter().rev().collect();
            let shown = json!({"current": text, "previous": previous});
            history.push(text);
            shown
        })
    }

    fn last(last: State<Last>) -> Option<u64> {
        last.update(|Last(last)| last.replace(1))
    }

    fn from_ten(count: State<Ten>) -> u64 {
        count.update(|Ten(count)| {
            *count += 1;
            *count - 1
        })
    }

    fn walk(way: String, walk: State<Walk>, history: State<History>) -> Value {
        walk.update(|walk| {
            walk.steps += 1;
            walk.ways.push(way);
        });
        let said = history.read(|history| history.0.len());
        walk.read(|walk| json!({"steps": walk.steps, "ways": walk.ways, "said": said}))
    }

    fn walked(walk: State<Walk>) -> u64 {
        walk.read(|walk| walk.steps)
    }

    /// Takes its time between looking and writing, inside one update.
    fn call(calls: State<Calls>) -> u64 {
        calls.update(|Calls(calls)| {
            let seen = *calls;
            std::thread::sleep(std::time::Duration::from_millis(1));
            *calls = seen + 1;
            *calls
        })
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// Says `text` and gives what was said before.
fn previous(page: &Page, text: &str, session: &str) -> Value {
    page.call("message", &json!([text]), session)[0]["previous"].clone()
}

#[test]
fn without_state_nothing_is_kept_000_01() {
    let (page, session) = (page(), session());
    let first = page.call("echo", &json!(["a"]), &session);
    assert_eq!(page.call("echo", &json!(["a"]), &session), first);
}

#[test]
fn a_session_remembers_its_messages_newest_first_000_07_000_14() {
    let (page, session) = (page(), session());
    assert_eq!(previous(&page, "a", &session), json!([]));
    assert_eq!(previous(&page, "b", &session), json!(["a"]));
    let third = page.call("message", &json!(["c"]), &session);
    assert_eq!(third[0], json!({"current": "c", "previous": ["b", "a"]}));
}

#[test]
fn another_user_another_tab_and_a_refresh_start_anew_000_08_000_09_000_10_000_17() {
    let (page, mine) = (page(), session());
    previous(&page, "a", &mine);
    previous(&page, "b", &mine);
    // Each of the three is a session of its own.
    for _ in 0..3 {
        assert_eq!(previous(&page, "z", &session()), json!([]));
    }
    assert_eq!(previous(&page, "c", &mine), json!(["b", "a"]));
}

#[test]
fn clients_neither_send_nor_see_it_000_11_000_12() {
    let page = page();
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    let message = &info["named_endpoints"]["/message"];
    assert_eq!(message["parameters"].as_array().map(Vec::len), Some(1));
    assert_eq!(message["returns"].as_array().map(Vec::len), Some(1));
    // On the page it stands behind both, and nothing travels there.
    let event = page.event("message");
    assert_eq!(event["inputs"].as_array().map(Vec::len), Some(2));
    assert_eq!(event["inputs"][1], event["outputs"][1]);
    let text = json!("a");
    for sent in [json!([text]), json!([text, null])] {
        let given = page.call("message", &sent, &session());
        assert_eq!(given[1], Value::Null, "{given}");
        assert_eq!(given[0]["current"], text, "{given}");
    }
}

#[test]
fn nothing_is_a_start_as_well_000_15() {
    let page = page();
    for session in [session(), session()] {
        assert_eq!(page.call("last", &json!([]), &session)[0], Value::Null);
        assert_eq!(page.call("last", &json!([]), &session)[0], 1);
    }
}

#[test]
fn every_session_starts_from_the_given_value_000_16() {
    let page = page();
    for session in [session(), session()] {
        assert_eq!(page.call("from_ten", &json!([]), &session)[0], 10);
        assert_eq!(page.call("from_ten", &json!([]), &session)[0], 11);
    }
}

#[test]
fn a_value_may_have_fields_and_stand_beside_others_000_20_000_21() {
    let (page, session) = (page(), session());
    previous(&page, "hello", &session);
    page.call("walk", &json!(["north"]), &session);
    let walked = page.call("walk", &json!(["east"]), &session);
    assert_eq!(
        walked[0],
        json!({"steps": 2, "ways": ["north", "east"], "said": 1})
    );
    // A function that names the same type finds the same value.
    assert_eq!(page.call("walked", &json!([]), &session)[0], 2);
    assert_eq!(page.call("from_ten", &json!([]), &session)[0], 10);
}

#[test]
fn a_client_without_a_session_starts_anew_each_time() {
    let page = page();
    for _ in 0..2 {
        assert_eq!(page.run("from_ten", &json!([]), None)[0], 10);
    }
    let session = session();
    assert_eq!(page.run("from_ten", &json!([]), Some(&session))[0], 10);
    assert_eq!(page.run("from_ten", &json!([]), Some(&session))[0], 11);
    // The page of the same session sees the same value.
    assert_eq!(page.call("from_ten", &json!([]), &session)[0], 12);
}

#[test]
fn no_update_is_lost_in_a_hundred_calls_at_once() {
    let (page, session) = (page(), session());
    thread::scope(|scope| {
        for _ in 0..20 {
            scope.spawn(|| {
                for _ in 0..5 {
                    page.run("call", &json!([]), Some(&session));
                }
            });
        }
    });
    assert_eq!(page.run("call", &json!([]), Some(&session))[0], 101);
}
