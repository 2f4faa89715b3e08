//! Values of a session that are inputs and outputs, rules that functions change, and farewells.

use std::{
    thread::{self, sleep},
    time::Duration,
};

use serde_json::{Value, json};
use vetrina_tests::{run, tools};

use super::{Page, get, post, request, session};

mod app {
    use std::{sync::Mutex, time::Duration};

    use vetrina::{page::Handle, prelude::*};

    pub(super) static GIVEN_UP: Mutex<Vec<u32>> = Mutex::new(Vec::new());
    pub(super) static LEFT: Mutex<Vec<String>> = Mutex::new(Vec::new());

    #[derive(Default)]
    struct Name(String);

    #[page]
    fn kept(ui: &mut Ui) {
        let count = ui.state(0u32);
        let shown = ui.add(Number::new().label("Shown"));
        ui.add(Button::new("More"))
            .click(|count: u32| count + 1, &count, &count)
            .api_name("more");
        ui.add(Button::new("Same"))
            .click(|count: u32| count, &count, &count)
            .api_name("same");
        count
            .change(|count: u32| count, &count, &shown)
            .api_name("show");
        ui.add(Button::new("Steps"))
            .click(
                |count: u32| [count + 10, count + 20].into_iter(),
                &count,
                &count,
            )
            .api_name("steps");

        let brief = Kept::new(0u32).time_to_live(Duration::from_millis(1500));
        let brief = ui.add(brief.on_delete(|value| GIVEN_UP.lock().unwrap().push(*value)));
        ui.add(Button::new("Brief"))
            .click(
                |value: u32, brief: u32| (brief + value, brief + value),
                (&shown, &brief),
                (&brief, &shown),
            )
            .api_name("brief");

        let number = ui.add(Number::new().label("Bounded").minimum(0).maximum(9));
        let choice = ui.add(Dropdown::new(["a", "b"]).label("Choice"));
        number
            .change(|number: f64| number, &number, &shown)
            .api_name("bounded");
        choice
            .change(|choice: String| choice, &choice, &ui_text(ui))
            .api_name("chosen");
        ui.add(Button::new("Raise"))
            .click(|| Update(Number::new().maximum(99)), (), &number)
            .api_name("raise");
        ui.add(Button::new("Other"))
            .click(|| Update(Dropdown::new(["c"])), (), &choice)
            .api_name("other");

        let name = ui.add(Textbox::new().label("Name"));
        name.change(
            |name: String, kept: State<Name>| kept.set(Name(name)),
            &name,
            (),
        )
        .api_name("call_me");
        ui.unload(|kept: State<Name>| kept.read(|name| LEFT.lock().unwrap().push(name.0.clone())));
    }

    fn ui_text(ui: &mut Ui) -> Handle<Textbox> {
        ui.add(Textbox::new().label("Text"))
    }
}

/// What a person at the page sees of it.
mod remembered {
    use vetrina::prelude::*;

    #[page]
    fn remembered(ui: &mut Ui) {
        let state = ui.state(0u32);
        let count = ui.add(Number::new().label("Count"));
        let changes = ui.add(Number::new().label("Changes").value(0));
        let runs = ui.add(Number::new().label("Runs").value(0));
        ui.add(Button::new("More"))
            .click(|state: u32| state + 1, &state, &state);
        ui.add(Button::new("Same")).click(
            |state: u32, runs: u32| (state, runs + 1),
            (&state, &runs),
            (&state, &runs),
        );
        state.change(
            |state: u32, changes: u32| (state, changes + 1),
            (&state, &changes),
            (&count, &changes),
        );

        let who = ui.add(
            BrowserState::new("nobody")
                .storage_key("who")
                .secret("sixteen letters!"),
        );
        let name = ui.add(Textbox::new().label("Name"));
        let kept = ui.add(Textbox::new().label("Kept"));
        ui.add(Button::new("Keep")).click(
            |name: String| (name.clone(), name),
            &name,
            (&who, &kept),
        );
        ui.add(Button::new("Recall"))
            .click(|who: String| who, &who, &kept);
    }
}

#[test]
fn tabs_refreshes_and_browsers_remember_what_is_theirs() {
    let page = Page::of(concat!(module_path!(), "::remembered"));
    let script = tools::sources().join("pages/remembered.mjs");
    run(
        "remembered",
        tools::browser().arg(script).arg(page.running.url()),
        Duration::from_secs(120),
    );
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

fn last(page: &Page, name: &str, data: &Value, session: &str) -> Value {
    let messages = page.messages(name, data, session);
    messages.last().expect("a last message")["output"].clone()
}

#[test]
fn a_kept_value_goes_in_and_out_and_nobody_sees_it() {
    let page = page();
    let (mine, other) = (session(), session());
    for _ in 0..2 {
        let output = last(&page, "more", &json!([null]), &mine);
        assert_eq!(output["data"], json!([null]));
    }
    // What a client sends in its place means nothing.
    last(&page, "more", &json!([41]), &mine);
    assert_eq!(
        last(&page, "show", &json!([null]), &mine)["data"],
        json!([3])
    );
    assert_eq!(
        last(&page, "show", &json!([null]), &other)["data"],
        json!([0])
    );
    assert_eq!(page.run("more", &json!([null]), None), json!([null]));
    assert_eq!(page.run("show", &json!([null]), None), json!([0]));
}

#[test]
fn a_change_is_told_once_by_what_it_is() {
    let page = page();
    let mine = session();
    let id = page.event("show")["inputs"][0].clone();
    assert_eq!(
        last(&page, "more", &json!([null]), &mine)["changed_state_ids"],
        json!([id])
    );
    assert_eq!(
        last(&page, "same", &json!([null]), &mine)["changed_state_ids"],
        json!([])
    );
    let messages = page.messages("steps", &json!([null]), &mine);
    let told: Vec<_> = messages
        .iter()
        .filter(|message| message["output"]["changed_state_ids"] == json!([id]))
        .map(|message| message["msg"].clone())
        .collect();
    assert_eq!(told, ["process_generating", "process_generating"]);
}

#[test]
fn a_kept_value_is_no_argument_for_clients() {
    let info = get(page().at("/gradio_api/info")).expect(200).json();
    let more = &info["named_endpoints"]["/more"];
    assert_eq!(more["parameters"], json!([]));
    assert_eq!(more["returns"], json!([]));
}

#[test]
fn a_value_is_given_up_after_its_time() {
    let page = page();
    let mine = session();
    let add = |value: u32| last(&page, "brief", &json!([value, null]), &mine)["data"].clone();
    assert_eq!(add(7), json!([null, 7]));
    assert_eq!(add(1), json!([null, 8]));
    sleep(Duration::from_secs(4));
    assert!(app::GIVEN_UP.lock().unwrap().contains(&8));
    assert_eq!(add(1), json!([null, 1]));
}

#[test]
fn rules_that_a_function_changes_hold_for_its_session() {
    let page = page();
    let (mine, other) = (session(), session());
    let status = |name: &str, value: Value, session: &str| {
        let body =
            json!({"data": [value], "fn_index": page.event(name)["id"], "session_hash": session});
        post(page.at("/gradio_api/queue/join"), &body).status
    };
    assert_eq!(status("bounded", json!(50), &mine), 422);
    last(&page, "raise", &json!([]), &mine);
    assert_eq!(status("bounded", json!(50), &mine), 200);
    assert_eq!(
        status("bounded", json!(-1), &mine),
        422,
        "what was not changed still holds"
    );
    assert_eq!(status("bounded", json!(50), &other), 422);
    last(&page, "other", &json!([]), &mine);
    assert_eq!(status("chosen", json!("c"), &mine), 200);
    assert_eq!(status("chosen", json!("a"), &mine), 422);
    assert_eq!(status("chosen", json!("a"), &other), 200);
}

#[test]
fn whoever_leaves_is_said_farewell_to() {
    let page = page();
    assert_eq!(page.config()["connect_heartbeat"], true);
    let mine = session();
    let url = page.at(&format!("/gradio_api/heartbeat/{mine}"));
    let line = request("GET", url).events();
    last(&page, "call_me", &json!(["Ada", null]), &mine);
    assert!(app::LEFT.lock().unwrap().is_empty());
    drop(line);
    for _ in 0..100 {
        if app::LEFT.lock().unwrap().contains(&"Ada".to_owned()) {
            return;
        }
        sleep(Duration::from_millis(50));
    }
    panic!("nobody was told that the page is gone");
}

/// Functions that read a value, take their time, and write it.
mod slow {
    use std::time::Duration;

    use vetrina::prelude::*;

    #[page]
    fn slow(ui: &mut Ui) {
        let (one, two) = (ui.state(0u32), ui.state(0u32));
        let shown = ui.add(Textbox::new().label("Shown"));
        let go = ui.add(Button::new("Go"));
        go.click(add, &one, &one)
            .api_name("add")
            .concurrency_limit(None);
        go.click(add, &one, &one)
            .api_name("other")
            .concurrency_limit(None);
        go.click(add_later, &one, &one).api_name("later");
        go.click(batch(add_all), &one, &one).api_name("all");
        go.click(add_both, (&two, &one), (&two, &one))
            .api_name("two_one")
            .concurrency_limit(None);
        go.click(add_both, (&one, &two), (&one, &two))
            .api_name("one_two")
            .concurrency_limit(None);
        go.click(
            |one: u32, two: u32| format!("{one} {two}"),
            (&one, &two),
            &shown,
        )
        .api_name("show");
    }

    fn add(count: u32) -> u32 {
        std::thread::sleep(Duration::from_millis(3));
        count + 1
    }

    async fn add_later(count: u32) -> u32 {
        tokio::time::sleep(Duration::from_millis(3)).await;
        count + 1
    }

    fn add_all(counts: Vec<u32>) -> Vec<u32> {
        counts.into_iter().map(add).collect()
    }

    fn add_both(a: u32, b: u32) -> (u32, u32) {
        (add(a), add(b))
    }
}

#[test]
fn calls_of_one_session_lose_no_update() {
    let page = Page::of(concat!(module_path!(), "::slow"));
    let (mine, other) = (session(), session());
    let names = ["add", "other", "later", "all", "two_one", "one_two"];
    let indexes = names.map(|name| page.event(name)["id"].clone());
    thread::scope(|scope| {
        for (name, index) in names.iter().zip(&indexes) {
            let data = vec![Value::Null; if name.contains('_') { 2 } else { 1 }];
            let (page, mine, other) = (&page, &mine, &other);
            scope.spawn(move || {
                for number in 0..10 {
                    let session = if number == 9 { other } else { mine };
                    // Through the queue and past it.
                    if number % 2 == 0 {
                        let _ = page.run(name, &json!(data), Some(session));
                    } else {
                        let body =
                            json!({"data": data, "fn_index": index, "session_hash": session});
                        let _ = post(page.at("/gradio_api/queue/join"), &body).expect(200);
                    }
                }
            });
        }
    });
    let wanted = [(&mine, "54 18"), (&other, "6 2")];
    for (session, wanted) in wanted {
        let mut seen = Value::Null;
        for _ in 0..200 {
            seen = page.run("show", &json!([null, null]), Some(session))[0].clone();
            if seen == wanted {
                break;
            }
            sleep(Duration::from_millis(50));
        }
        assert_eq!(seen, wanted);
    }
}

#[test]
fn whoever_is_cancelled_while_waiting_lets_the_next_one_in() {
    let page = Page::of(concat!(module_path!(), "::slow"));
    let mine = session();
    let index = page.event("add")["id"].clone();
    let body = json!({"data": [null], "fn_index": index, "session_hash": mine});
    let join = || {
        post(page.at("/gradio_api/queue/join"), &body)
            .expect(200)
            .json()["event_id"]
            .clone()
    };
    let ids: Vec<_> = (0..20).map(|_| join()).collect();
    for id in ids.iter().skip(10) {
        let body = json!({"session_hash": mine, "fn_index": index, "event_id": id});
        let _ = post(page.at("/gradio_api/cancel"), &body).expect(200);
    }
    // Those that were cancelled in time do not count; nobody waits for ever.
    assert_eq!(page.run("add", &json!([null]), Some(&mine)), json!([null]));
    let seen = page.run("show", &json!([null, null]), Some(&mine))[0].clone();
    let count: u32 = seen
        .as_str()
        .and_then(|it| it.split(' ').next())
        .and_then(|it| it.parse().ok())
        .expect("a count");
    assert!((11..=21).contains(&count), "{count}");
}
