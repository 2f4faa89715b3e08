//! Functions that change what is on the page.

use super::open;

#[test]
fn an_essay_grows_and_goes() {
    let mut page = open("blocks_essay_simple");
    let question = "What kind of essay would you like to write?";
    page.fill(question, "long");
    assert_eq!(page.prop("Essay", "lines"), 8);
    assert_eq!(page.text("Essay"), "Lorem ipsum dolor sit amet");
    page.fill(question, "none");
    assert!(!page.is_visible("Essay"));
}

#[test]
fn limits_and_choices_hold_on_the_server_too() {
    let mut page = open("blocks_essay");
    page.fill("Country", "Canada");
    assert_eq!(page.choices("Cities"), ["Toronto", "Montreal", "Vancouver"]);
    assert_eq!(page.text("Cities"), "Toronto");
    page.fill("max", 20);
    page.fill("input", 21);
    page.submit("input");
    assert!(page.error("input").is_some());
    page.fill("input", 20);
    page.submit("input");
    assert_eq!(page.text("output"), "20");
}

#[test]
fn one_choice_leads_to_the_next() {
    let mut page = open("blocks_update");
    assert!(!page.is_visible("Generate"));
    page.fill("Animal Class", "Bird");
    assert_eq!(page.choices("Animal"), ["Chicken", "Eagle", "Hawk"]);
    assert_eq!(page.text("Animal"), "Eagle");
    assert_eq!(page.prop("Weight", "maximum"), 20);
    page.fill("Animal Class", "Mammal");
    assert_eq!(page.prop("Weight", "maximum"), 100);
    page.fill("Weight", 45);
    assert_eq!(page.prop("Extra Details", "lines"), 5);
    page.fill("Extra Details", "tame");
    page.click("Generate");
    assert_eq!(page.text("Output"), "tame");
}

#[test]
fn as_many_boxes_as_the_slider_says() {
    let mut page = open("variable_outputs");
    page.fill("slider", 3);
    let seen: Vec<_> = (0..10)
        .filter(|&place| page.is_visible(("textbox", place)))
        .collect();
    assert_eq!(seen, [0, 1, 2]);
}

#[test]
fn a_form_gives_way_to_its_answer() {
    let mut page = open("blocks_form");
    page.fill("Name", "Ada");
    page.fill("Age", 36);
    page.fill("Symptoms", ["Fever"]);
    assert!(!page.is_visible("Diagnosis"));
    page.click("Submit");
    assert_eq!(page.text("Diagnosis"), "flu");
    assert_eq!(page.text("Patient Summary"), "Ada, 36 y/o");
    assert!(!page.is_visible("Submit"));
}

#[test]
fn what_is_skipped_stays() {
    let mut page = open("skip");
    page.click("Random");
    let first = page.text(("number", 0));
    page.click("Skip");
    assert_eq!(page.text(("number", 0)), first);
    page.click("Clear");
    assert_eq!(page.text(("number", 0)), "");
}

#[test]
fn what_is_not_seen_works_on() {
    let mut page = open("visibility_test");
    page.fill("#visibility-radio", "Not Visible (removed)");
    assert_eq!(page.prop("#test-textbox", "visible"), false);
    assert_eq!(page.text("Status"), "Current value: Initial text");
    page.click("Increment Counter");
    assert_eq!(page.text("Counter Result"), "Counter Result: 1");
}

#[test]
fn tabs_are_chosen_hidden_and_locked() {
    let mut page = open("tabs");
    page.turn_to("Tab 5");
    assert_eq!(page.text("Selected Tab"), "Tab 5");
    page.click("Hide Odd Tabs");
    assert!(!page.is_visible("Tab 1") && page.is_visible("Tab 2"));
    page.click("Show All Tabs");
    page.fill("Input 3", "over there");
    page.submit("Input 3");
    assert_eq!(page.text("Input 13"), "over there");
    page.fill("Select Tab #", 7);
    page.submit("Select Tab #");
    assert_eq!(page.prop(("tabs", 1), "selected"), "a7");
}

#[test]
fn hidden_tabs_come() {
    let mut page = open("tabs_visibility");
    assert!(!page.is_visible(("def", 0)));
    page.click("Make visible");
    assert!(page.is_visible(("def", 0)));
}

#[test]
fn a_walkthrough_goes_on() {
    let mut page = open("walkthrough");
    page.click("go to prompt");
    assert_eq!(page.prop("walkthrough", "selected"), 1);
    page.click("generate");
    assert_eq!(page.prop("walkthrough", "selected"), 2);
}

#[test]
fn three_demos_are_one() {
    let mut page = open("blocks_plug");
    page.click("Change tab");
    assert_eq!(page.prop("tabs", "selected"), 2);
}
