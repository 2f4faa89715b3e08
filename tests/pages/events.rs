//! What functions learn of events, and what sets them off.

use serde_json::{Value, json};

use super::{Page, post, session};

mod app {
    use vetrina::prelude::*;

    #[page]
    fn heard(ui: &mut Ui) {
        let name = ui.add(Textbox::new().label("Name"));
        let go = ui.add(Button::new("Go"));
        let said = ui.add(Textbox::new().label("Said"));
        ui.on([&name.submit, &go.click], who, &name, &said)
            .then(who, &name, &said)
            .api_name("after");
        name.select(chosen, (), &said);
        let key = ui.add(Dropdown::new(["a"]).label("Letter"));
        key.key_up(pressed, (), &said);

        let a = ui.add(Number::new().label("A").value(1));
        let b = ui.add(Slider::new(0..=9).label("B"));
        name.select(number, (), &a);
        ui.on([], sum, (&a, &b), &said);
        name.change.js("name => name", &name, &said);
        go.click(|name: String| name, &name, &said)
            .js("name => name + '!'")
            .show_progress_on((&name, &go))
            .api_name("with_js");
    }

    fn who(name: String, event: EventData) -> String {
        let at = event.target.as_ref().and_then(|target| target.event);
        format!("{name} by {} {}", event.component(), at.unwrap_or("?"))
    }

    fn chosen(select: SelectData) -> Result<String, Error> {
        let value: String = select.value()?;
        Ok(format!("{value} at {:?}", select.index.two()))
    }

    fn number(select: SelectData) -> Result<u8, Error> {
        select.value()
    }

    fn pressed(key: KeyUpData) -> String {
        format!("{} in {}", key.key, key.input_value)
    }

    fn sum(a: f64, b: f64) -> String {
        (a + b).to_string()
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// Calls a function as the page does, with what it says of the event.
fn called(page: &Page, name: &str, data: &Value, event: &Value, from: &Value) -> Value {
    let body = json!({
        "data": data, "fn_index": page.event(name)["id"], "session_hash": session(),
        "event_data": event, "trigger_id": from,
    });
    let url = page.at(&format!("/gradio_api/run/{name}"));
    post(url, &body).json()
}

#[test]
fn a_function_learns_where_it_began() {
    let page = page();
    let ask = |from: &Value| called(&page, "who", &json!(["Ada"]), &Value::Null, from);
    let box_id = page.component("Name");
    assert_eq!(ask(&box_id)["data"], json!(["Ada by Textbox submit"]));
    assert_eq!(ask(&Value::Null)["data"], json!(["Ada by  ?"]));
    // What follows an event is told of its beginning as well.
    let after = called(&page, "after", &json!(["Ada"]), &Value::Null, &box_id);
    assert_eq!(after["data"], json!(["Ada by Textbox submit"]));
}

#[test]
fn event_data_is_read_as_what_it_is() {
    let page = page();
    let select = json!({"index": [2, 5], "value": "abc"});
    let said = called(&page, "chosen", &json!([]), &select, &Value::Null);
    assert_eq!(said["data"], json!(["abc at (2, 5)"]));
    let wrong = called(&page, "number", &json!([]), &select, &Value::Null);
    let text = wrong["error"].as_str().expect("an error");
    assert!(text.contains("is no SelectData: invalid type"), "{text}");
    let key = json!({"key": "b", "input_value": "ab"});
    let said = called(&page, "pressed", &json!([]), &key, &Value::Null);
    assert_eq!(said["data"], json!(["b in ab"]));
}

#[test]
fn a_call_without_event_data_is_told_what_is_missing() {
    let said = called(&page(), "chosen", &json!([]), &Value::Null, &Value::Null);
    let text = said["error"].as_str().expect("an error");
    assert!(text.contains("comes with SelectData"), "{text}");
}

#[test]
fn the_config_says_what_the_page_must_do() {
    let page = page();
    let who = page.event("who");
    assert_eq!(who["collects_event_data"], true);
    assert_eq!(who["targets"].as_array().map(Vec::len), Some(2));
    let sum = page.event("sum");
    assert_eq!(sum["collects_event_data"], false);
    let (a, b) = (page.component("A"), page.component("B"));
    assert_eq!(
        sum["targets"],
        json!([[a, "change"], [b, "change"], [0, "load"]])
    );
    assert_eq!(sum["trigger_mode"], "always_last");
    let with_js = page.event("with_js");
    assert_eq!(with_js["js"], "name => name + '!'");
    assert_eq!(
        with_js["show_progress_on"].as_array().map(Vec::len),
        Some(2)
    );
    assert_eq!(with_js["backend_fn"], true);
    let config = page.config();
    let events = config["dependencies"].as_array().expect("a list");
    let alone = events.iter().find(|event| event["js"] == "name => name");
    assert_eq!(alone.expect("it is there")["backend_fn"], false);
}
