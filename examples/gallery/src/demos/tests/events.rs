//! Pages of their own: what follows what.

use serde_json::{Value, json};

use super::open;

#[test]
fn a_button_greets() {
    let mut page = open("hello_blocks");
    page.fill("Name", "Ada");
    page.click("Greet");
    assert_eq!(page.text("Output Box"), "Hello Ada!");
}

#[test]
fn a_welcome_follows_every_letter() {
    let mut page = open("blocks_hello");
    page.fill(("textbox", 0), "Ada");
    assert_eq!(page.text(("textbox", 1)), "Welcome to Vetrina, Ada!");
}

#[test]
fn a_function_runs_on_arrival() {
    let page = open("blocks_page_load");
    assert_eq!(
        page.text("Output"),
        "Welcome! This page has loaded for Frank"
    );
}

#[test]
fn one_box_is_input_and_output() {
    let mut page = open("input_output");
    page.fill("Input-Output", "stressed");
    page.click("Run");
    assert_eq!(page.text("Input-Output"), "desserts");
}

#[test]
fn the_calculator_stands_in_columns() {
    let mut page = open("calculator_blocks");
    page.fill("Operation", "divide");
    page.click("Calculate");
    assert_eq!(page.notes()[0].text, "Cannot divide by zero!");
    page.fill("Second", 8);
    page.click("Calculate");
    assert_eq!(page.text("Result"), "0.5");
}

#[test]
fn text_and_pictures_are_flipped() {
    let mut page = open("blocks_flipper");
    page.fill(("textbox", 0), "drawer");
    page.click(("Flip", 0));
    assert_eq!(page.text(("textbox", 1)), "reward");
}

#[test]
fn one_thing_comes_after_the_other() {
    let mut page = open("blocks_chained_events");
    page.click("Trigger Consecutive Success");
    assert_eq!(
        page.text("Consecutive Event"),
        "Consecutive Event Triggered"
    );
    page.click("Trigger Failure");
    assert_eq!(page.text("Failure Event"), "Failure event triggered");
    assert_eq!(page.text("Result"), "First Event Trigered");
    page.click("Trigger Warning");
    page.click("Trigger Info");
    let levels: Vec<_> = page.notes().iter().map(|note| &*note.level).collect();
    assert_eq!(levels, ["error", "warning", "info"]);
}

#[test]
fn enter_does_what_the_button_does() {
    let mut page = open("on_listener_basic");
    page.fill("Name", "Ada");
    page.submit("Name");
    assert_eq!(page.text("Trigger Box"), "Textbox");
    page.fill("Name", "Bob");
    page.click("Greet");
    assert_eq!(page.text("Output Box"), "Hello Bob!");
    assert_eq!(page.text("Trigger Box"), "Button");
    assert_eq!(page.text("Name"), "");
}

#[test]
fn what_follows_knows_where_it_began() {
    let mut page = open("on_listener_test");
    page.click("Greet");
    assert_eq!(page.text("Trigger 2"), "Button");
}

#[test]
fn a_sum_follows_three_sliders() {
    let mut page = open("on_listener_live");
    for (place, value) in [7, 8, 9].into_iter().enumerate() {
        page.fill(("slider", place), value);
    }
    assert_eq!(page.text("Sum"), "24");
}

#[test]
fn keys_are_heard_in_a_dropdown() {
    let mut page = open("dropdown_key_up");
    page.tell(
        "Dropdown",
        "key_up",
        json!({"key": "x", "input_value": "ab"}),
    );
    let typed = json!({"component value": "abc", "input value": "ab", "key": "x"});
    assert_eq!(page.value::<Value>("json"), typed);
}

#[test]
fn changes_are_told_whoever_makes_them() {
    let mut page = open("event_trigger");
    page.fill("From", "a");
    page.click("Run");
    assert_eq!(page.text("Told"), "Detected Text change: a");
    page.fill(("Letter", 0), "B");
    assert_eq!(page.text("Told"), "Detected Image change");
    page.fill(("Letter", 1), "AB");
    assert_eq!(page.text("Told"), "Detected File change: 2 files");
}

#[test]
fn timers_and_values_go_on_by_themselves() {
    let mut page = open("timer_simple");
    page.tick();
    assert!(page.value::<u64>("Time") > 1_700_000_000);
    page.click("Stop");
    assert_eq!(page.prop("timer", "active"), false);
    page.click("Go Fast");
    assert_eq!(page.prop("timer", "value"), 0.2);
}

#[test]
fn values_follow_what_they_are_made_of() {
    let mut page = open("function_values");
    page.fill("Country Count", 2);
    assert_eq!(page.value::<Vec<String>>("json"), ["Algeria", "Argentina"]);
    page.fill("Alphabetical Order", false);
    assert_eq!(
        page.value::<Vec<String>>("json"),
        ["Sudan", "United States"]
    );
    page.tick();
    assert_eq!(page.text("Random Countries").split(", ").count(), 2);
}
