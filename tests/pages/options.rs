//! What can be said of an event: how its function is named, shown, and run.

use std::time::Duration;

use serde_json::{Value, json};
use vetrina_tests::{Server, run, tools};

use super::{Page, get};

mod app {
    use vetrina::{
        endpoint::Visibility,
        page::{ShowProgress, TriggerMode},
        prelude::*,
    };

    #[page]
    fn options(ui: &mut Ui) {
        let a = ui.add(Textbox::new().label("A"));
        let b = ui.add(Textbox::new().label("B"));
        let go = ui.add(Button::new("Go"));
        let plain = go.click(same, &a, &b).api_name("plain");
        go.click(same, &a, &b)
            .api_name("all")
            .api_description("Gives back what it got.".to_owned())
            .queue(false)
            .concurrency_limit(3)
            .concurrency_id("shared")
            .trigger_mode(TriggerMode::Multiple)
            .show_progress(ShowProgress::Minimal)
            .show_progress_on((&a, &go))
            .scroll_to_output(true)
            .js("a => a")
            .time_limit(2.5)
            .stream_every(0.25);
        go.click(batch(|all: Vec<String>| all), &a, &b)
            .api_name("together")
            .max_batch_size(16)
            .cancels(&plain);
        a.change(same, &a, &b).api_name("typed");
        a.input(same, &a, &b)
            .api_name("hidden")
            .show_progress(ShowProgress::Hidden)
            .trigger_mode(TriggerMode::Once)
            .show_api(false);
        a.blur(same, &a, &b)
            .api_name("private")
            .trigger_mode(TriggerMode::AlwaysLast)
            .api_visibility(Visibility::Private);
    }

    fn same(text: String) -> String {
        text
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// These keys of an event's entry in the config.
fn keys(event: &Value, names: &[&str]) -> Value {
    let pick = names
        .iter()
        .map(|name| (*name).to_owned())
        .zip(names.iter().map(|name| event[*name].clone()));
    Value::Object(pick.collect())
}

#[test]
fn an_event_of_which_nothing_is_said() {
    let plain = page().event("plain");
    let said = json!({
        "queue": true, "trigger_mode": "once", "show_progress": "full", "show_progress_on": null,
        "scroll_to_output": false, "js": null, "time_limit": null, "stream_every": 0.5, "batch": false,
        "max_batch_size": 4, "cancels": [], "show_api": true, "api_visibility": "public", "api_description": null,
        "event_specific_args": [],
    });
    let names: Vec<_> = said
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(keys(&plain, &names), said);
}

#[test]
fn an_event_of_which_all_is_said() {
    let page = page();
    let all = page.event("all");
    let (a, go) = (page.component("A"), all["targets"][0][0].clone());
    let said = json!({
        "queue": false, "trigger_mode": "multiple", "show_progress": "minimal", "show_progress_on": [a, go],
        "scroll_to_output": true, "js": "a => a", "time_limit": 2.5, "stream_every": 0.25,
        "api_description": "Gives back what it got.",
    });
    let names: Vec<_> = said
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(keys(&all, &names), said);
    let together = page.event("together");
    let said = json!({"batch": true, "max_batch_size": 16, "cancels": [page.event("plain")["id"]]});
    assert_eq!(
        keys(&together, &["batch", "max_batch_size", "cancels"]),
        said
    );
}

#[test]
fn modes_differ_by_event() {
    let page = page();
    assert_eq!(page.event("typed")["trigger_mode"], "always_last");
    let hidden = page.event("hidden");
    let said = json!({"trigger_mode": "once", "show_progress": "hidden", "show_api": false, "api_visibility": "undocumented"});
    assert_eq!(
        keys(
            &hidden,
            &[
                "trigger_mode",
                "show_progress",
                "show_api",
                "api_visibility"
            ]
        ),
        said
    );
    // Whoever may not call it is not told its name.
    let config = page.config();
    let events = config["dependencies"].as_array().expect("a list");
    let private = events
        .iter()
        .find(|event| event["api_visibility"] == "private");
    let private = private.expect("it is in the config");
    assert_eq!(
        keys(private, &["trigger_mode", "api_name"]),
        json!({"trigger_mode": "always_last", "api_name": false})
    );
}

#[test]
fn clients_are_told_of_what_is_public_with_its_description() {
    let info = get(page().at("/gradio_api/info")).expect(200).json();
    let endpoints = info["named_endpoints"].as_object().expect("an object");
    let names: Vec<_> = endpoints.keys().map(String::as_str).collect();
    assert_eq!(names, ["/plain", "/all", "/together", "/typed"]);
    assert_eq!(endpoints["/all"]["description"], "Gives back what it got.");
}

#[test]
fn a_page_does_as_the_options_say() {
    let server = Server::app("modes");
    let script = tools::sources().join("pages/modes.mjs");
    run(
        "modes",
        tools::browser().arg(script).arg(server.url()),
        Duration::from_secs(180),
    );
}
