//! Events, and events that follow events.

use serde_json::{Value, json};

use super::{Page, session};

mod app {
    use vetrina::prelude::*;

    #[page]
    fn chains(ui: &mut Ui) {
        let text = ui.add(Textbox::new().label("Text").value("start"));
        let shown = ui.add(Textbox::new().label("Shown"));
        ui.load(greet, &text, &shown).api_name("on_load");
        let first = ui
            .add(Button::new("Go"))
            .click(greet, &text, &shown)
            .api_name("first");
        first.then(greet, &shown, &shown).api_name("always");
        first.success(greet, &shown, &shown).api_name("well");
        first.failure(refuse, &shown, &shown).api_name("failed");
    }

    fn greet(name: String) -> String {
        format!("Hello {name}")
    }

    fn refuse(name: String) -> Result<String, Error> {
        Err(Error::new(format!("Not {name}")))
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

#[test]
fn a_click_is_the_button_s() {
    let page = page();
    let button = page.config()["components"]
        .as_array()
        .and_then(|all| all.iter().find(|one| one["type"] == "button").cloned())
        .expect("a button");
    let first = page.event("first");
    assert_eq!(first["targets"], json!([[button["id"], "click"]]));
    assert_eq!(first["inputs"], json!([page.component("Text")]));
    assert_eq!(first["outputs"], json!([page.component("Shown")]));
    assert_eq!(first["trigger_after"], Value::Null);
}

#[test]
fn what_follows_says_after_what_and_when() {
    let page = page();
    let first = page.event("first")["id"].clone();
    for (name, event, success, failure) in [
        ("always", "then", false, false),
        ("well", "success", true, false),
        ("failed", "failure", false, true),
    ] {
        let follower = page.event(name);
        assert_eq!(follower["trigger_after"], first, "{name}");
        assert_eq!(follower["targets"], json!([[null, event]]), "{name}");
        assert_eq!(follower["trigger_only_on_success"], success, "{name}");
        assert_eq!(follower["trigger_only_on_failure"], failure, "{name}");
    }
}

#[test]
fn opening_the_page_is_an_event_of_the_page() {
    let page = page();
    let load = page.event("on_load");
    assert_eq!(load["targets"].as_array().map(Vec::len), Some(1));
    assert_eq!(load["targets"][0][1], "load");
    assert_eq!(
        page.call("on_load", &json!(["Frank"]), &session()),
        json!(["Hello Frank"])
    );
}

#[test]
fn a_failure_is_told_as_one() {
    let messages = page().messages("failed", &json!(["you"]), &session());
    let last = messages.last().expect("a last message");
    assert_eq!(last["msg"], "process_completed");
    assert_eq!(last["success"], false);
    assert_eq!(last["output"]["error"], "Not you");
}
