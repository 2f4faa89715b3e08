//! Values that are kept for a session, and for nobody else.

use std::thread;

use serde_json::{Value, json};

use super::{Page, examples};
use crate::{get, session};

mod app {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

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
        go.click(last, (), &shown);
        go.click(from_ten, (), &count);
        go.click(walk, &text, &shown);
        go.click(walked, (), &count);
        go.click(call, (), &count).concurrency_limit(None);

        let (list, ten, nothing) = (ui.state(Vec::new()), ui.state(10u64), ui.state(None::<u64>));
        go.click(append, (&text, &list), (&list, &shown));
        go.click(|ten: u64| (ten + 1, ten), &ten, (&ten, &count))
            .api_name("kept_ten");
        go.click(
            |seen: Option<u64>| (Some(1), seen),
            &nothing,
            (&nothing, &shown),
        )
        .api_name("kept_nothing");
    }

    fn echo(text: String) -> Value {
        json!({"current": text, "previous": []})
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

    fn walk(way: String, walk: State<Walk>) -> Value {
        walk.update(|walk| {
            walk.steps += 1;
            walk.ways.push(way);
            json!({"steps": walk.steps, "ways": walk.ways})
        })
    }

    fn walked(walk: State<Walk>) -> u64 {
        walk.read(|walk| walk.steps)
    }

    fn append(text: String, mut list: Vec<String>) -> (Vec<String>, Vec<String>) {
        list.push(text);
        (list.clone(), list)
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
    page.call("store_message", &json!([text]), session)[0]["Previous messages"].clone()
}

#[test]
fn seed_000_01_without_state_nothing_is_kept() {
    let (page, session) = (page(), session());
    let first = page.call("echo", &json!(["a"]), &session);
    assert_eq!(page.call("echo", &json!(["a"]), &session), first);
}

#[test]
fn seed_000_08_another_user_has_another_state() {
    let (page, mine) = (examples::message(), session());
    previous(&page, "a", &mine);
    assert_eq!(previous(&page, "b", &mine), json!(["a"]));
    assert_eq!(previous(&page, "z", &session()), json!([]));
    assert_eq!(previous(&page, "c", &mine), json!(["b", "a"]));
}

#[test]
fn seed_000_11_the_function_takes_it_and_the_client_does_not_send_it() {
    let page = examples::message();
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    let parameters = &info["named_endpoints"]["/store_message"]["parameters"];
    assert_eq!(parameters.as_array().map(Vec::len), Some(1));
    // One value is enough; what is sent in its place means nothing.
    for sent in [json!(["a"]), json!(["a", ["forged"]])] {
        let given = page.call("store_message", &sent, &session());
        assert_eq!(
            given[0],
            json!({"Current messages": "a", "Previous messages": []})
        );
        assert_eq!(given[1], Value::Null, "{given}");
    }
}

/// A state that is left out of one side does not compile: `tests/ui/seed_000_13_*`. One that is an
/// extractor cannot be left out of either.
#[test]
fn seed_000_13_it_stands_among_the_inputs_and_the_outputs() {
    let event = examples::message().event("store_message");
    let ends = |side: &str| event[side].as_array().expect("a list").clone();
    assert_eq!((ends("inputs").len(), ends("outputs").len()), (2, 2));
    assert_eq!(ends("inputs")[1], ends("outputs")[1]);
}

#[test]
fn seed_000_15_it_starts_from_nothing_when_nothing_is_said() {
    let page = page();
    for session in [session(), session()] {
        assert_eq!(page.call("last", &json!([]), &session)[0], Value::Null);
        assert_eq!(page.call("last", &json!([]), &session)[0], 1);
        assert_eq!(
            page.call("kept_nothing", &json!([]), &session)[1],
            Value::Null
        );
        assert_eq!(page.call("kept_nothing", &json!([]), &session)[1], 1);
    }
}

#[test]
fn seed_000_16_it_starts_from_the_value_that_is_given() {
    let page = page();
    for session in [session(), session()] {
        for name in ["from_ten", "kept_ten"] {
            let seen = [(), ()].map(|()| page.call(name, &json!([]), &session));
            let numbers = seen.map(|data| {
                data.as_array()
                    .and_then(|it| it.iter().find_map(Value::as_u64))
            });
            assert_eq!(numbers, [Some(10), Some(11)], "{name}");
        }
    }
}

#[test]
fn seed_000_17_the_first_value_is_copied_for_each_session() {
    let (page, mine) = (page(), session());
    let append =
        |text: &str, session: &str| page.call("append", &json!([text, null]), session)[1].clone();
    append("a", &mine);
    assert_eq!(append("b", &mine), json!(["a", "b"]));
    assert_eq!(append("z", &session()), json!(["z"]));
    assert_eq!(append("c", &mine), json!(["a", "b", "c"]));
}

#[test]
fn seed_000_20_it_may_be_of_several_things() {
    let (page, session) = (page(), session());
    let _ = page.call("walk", &json!(["north"]), &session);
    let walked = page.call("walk", &json!(["east"]), &session);
    assert_eq!(walked[0], json!({"steps": 2, "ways": ["north", "east"]}));
    // A function that names the same type finds the same value.
    assert_eq!(page.call("walked", &json!([]), &session)[0], 2);
}

#[test]
fn seed_000_21_a_page_has_as_many_as_it_likes() {
    let (page, session) = (page(), session());
    for _ in 0..2 {
        let _ = page.call("walk", &json!(["north"]), &session);
        let _ = page.call("from_ten", &json!([]), &session);
        let _ = page.call("append", &json!(["a", null]), &session);
        let _ = page.call("kept_ten", &json!([]), &session);
    }
    assert_eq!(page.call("walked", &json!([]), &session)[0], 2);
    assert_eq!(page.call("from_ten", &json!([]), &session)[0], 12);
    assert_eq!(
        page.call("append", &json!(["b", null]), &session)[1],
        json!(["a", "a", "b"])
    );
    assert_eq!(page.call("kept_ten", &json!([]), &session)[1], 12);
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
                    let _ = page.run("call", &json!([]), Some(&session));
                }
            });
        }
    });
    assert_eq!(page.run("call", &json!([]), Some(&session))[0], 101);
}
