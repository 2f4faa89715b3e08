//! What a running function shows before its end.

use serde_json::{Value, json};

use super::{Page, only, session};

mod app {
    use std::{thread::sleep, time::Duration};

    use futures_util::{Stream, stream};
    use vetrina::{
        endpoint::{Alert, Level},
        prelude::*,
    };

    #[page]
    fn steps(ui: &mut Ui) {
        let count = ui.add(Number::new().label("Count"));
        let text = ui.add(Textbox::new().label("Text"));
        let list = ui.add(Json::new().label("List"));
        let go = ui.add(Button::new("Go"));
        go.click(iterate, &count, (&text, &list));
        go.click(flow, &count, (&text, &list));
        go.click(change, (), (&text, &list));
        go.click(fail_later, (), &text);
        go.click(work, (), &text);
        go.click(read, (), &text);
        go.click(note, (), &text);
    }

    fn step(i: u32) -> (String, Vec<u32>) {
        ("ab".repeat(i as usize), (0..i).collect())
    }

    fn iterate(count: u32) -> impl Iterator<Item = (String, Vec<u32>)> {
        (1..=count).map(step)
    }

    fn flow(count: u32) -> impl Stream<Item = (String, Vec<u32>)> {
        stream::iter((1..=count).map(step))
    }

    fn change() -> impl Iterator<Item = (Update<Textbox>, Skip)> {
        (1..=2).map(|lines| (Update(Textbox::new().lines(lines)), Skip))
    }

    fn fail_later() -> impl Iterator<Item = Result<&'static str, Error>> {
        [Ok("so far"), Err(Error::new("no further"))].into_iter()
    }

    fn work(progress: Progress) -> &'static str {
        progress.set(0.25, "Warming up");
        progress.step(2, 8, None);
        "done"
    }

    fn read(progress: Progress) -> &'static str {
        for _ in progress.iter(0..2).describe("Pages").unit("pages") {
            // Steps that follow each other faster than the eye are left out.
            for _ in progress.iter(["a", "b"]).describe("Letters") {
                sleep(Duration::from_millis(60));
            }
        }
        "done"
    }

    fn note(alerts: Alerts) -> &'static str {
        alerts.info("Good to know");
        alerts.warning("Mind the gap");
        let done = Alert::new(Level::Success, "It went well");
        alerts.send(done.title("Hooray").duration(None));
        "done"
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// The `data` of each message called `process_generating`.
fn generated(messages: &[Value]) -> Vec<&Value> {
    let steps = only(messages, "process_generating").into_iter();
    steps.map(|message| &message["output"]["data"]).collect()
}

#[test]
fn two_outputs_grow_by_what_is_new() {
    let page = page();
    // An iterator and a stream look the same from outside.
    for name in ["iterate", "flow"] {
        assert_eq!(page.event(name)["types"]["generator"], true, "{name}");
        let messages = page.messages(name, &json!([3]), &session());
        assert_eq!(
            generated(&messages),
            [
                &json!(["ab", [0]]),
                &json!([[["append", [], "ab"]], [["add", [1], 1]]]),
                &json!([[["append", [], "ab"]], [["add", [2], 2]]]),
            ],
            "{name}"
        );
        let last = messages.last().expect("a last message");
        assert_eq!(last["msg"], "process_completed", "{name}");
        assert_eq!(
            last["output"]["data"],
            json!(["ababab", [0, 1, 2]]),
            "{name}"
        );
    }
}

#[test]
fn each_step_may_change_a_component() {
    let messages = page().messages("change", &json!([]), &session());
    let stays = json!({"__type__": "update"});
    let last = messages.last().expect("a last message");
    assert_eq!(
        generated(&messages)[0],
        &json!([{"lines": 1, "__type__": "update"}, stays])
    );
    assert_eq!(
        last["output"]["data"],
        json!([{"lines": 2, "__type__": "update"}, stays])
    );
}

#[test]
fn a_failure_after_a_step_ends_the_run() {
    let messages = page().messages("fail_later", &json!([]), &session());
    assert_eq!(generated(&messages), [&json!(["so far"])]);
    let last = messages.last().expect("a last message");
    assert_eq!(last["success"], false);
    assert_eq!(last["output"]["error"], "no further");
}

/// What a run says of its progress.
fn progress(name: &str) -> Vec<Value> {
    let messages = page().messages(name, &json!([]), &session());
    let last = messages.last().expect("a last message");
    assert_eq!(last["output"]["data"], json!(["done"]));
    let told = only(&messages, "progress").into_iter();
    told.map(|message| message["progress_data"].clone())
        .collect()
}

#[test]
fn progress_is_a_part_or_a_count() {
    assert_eq!(
        progress("work"),
        [
            json!([{"index": null, "length": null, "unit": "steps", "progress": 0.25, "desc": "Warming up"}]),
            json!([{"index": 2, "length": 8, "unit": "steps", "progress": null, "desc": null}]),
        ]
    );
}

#[test]
fn a_loop_in_a_loop_has_a_bar_in_a_bar() {
    let page = |done: u64| json!({"index": done, "length": 2, "unit": "pages", "progress": null, "desc": "Pages"});
    let letter = |done: u64| json!({"index": done, "length": 2, "unit": "it", "progress": null, "desc": "Letters"});
    let told = progress("read");
    let bars = [
        json!([page(0), letter(1)]),
        json!([page(0), letter(2)]),
        json!([page(1), letter(1)]),
        json!([page(1), letter(2)]),
        json!([page(2)]),
    ];
    let mut rest = told.iter();
    for wanted in bars {
        assert!(
            rest.any(|bars| *bars == wanted),
            "{wanted} is missing in {told:?}"
        );
    }
}

#[test]
fn notes_come_with_their_kind_and_title() {
    let messages = page().messages("note", &json!([]), &session());
    let notes: Vec<_> = only(&messages, "log")
        .into_iter()
        .map(|note| {
            json!([
                note["level"],
                note["log"],
                note["title"],
                note["duration"],
                note["visible"]
            ])
        })
        .collect();
    assert_eq!(
        notes,
        [
            json!(["info", "Good to know", "Info", 10.0, true]),
            json!(["warning", "Mind the gap", "Warning", 10.0, true]),
            json!(["success", "It went well", "Hooray", null, true]),
        ]
    );
}
