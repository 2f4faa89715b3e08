//! One function, its form, its answer.

use serde_json::Value;

use super::open;

#[test]
fn hello_world_greets() {
    let mut page = open("hello_world");
    page.fill("Name", "Ada");
    page.click("Submit");
    assert_eq!(page.text("Output"), "Hello Ada!");
}

#[test]
fn hello_world_3_tells_the_temperature_in_celsius() {
    let mut page = open("hello_world_3");
    page.fill("Name", "Ada");
    page.fill("Is Morning", true);
    page.fill("Temperature", 68);
    page.click("Submit");
    assert_eq!(
        page.text("Greeting"),
        "Good morning Ada. It is 68 degrees today"
    );
    assert!((page.value::<f64>("Celsius") - 20.0).abs() < 0.01);
}

#[test]
fn the_calculator_adds_and_does_not_divide_by_zero() {
    let mut page = open("calculator");
    page.fill("Num1", 144);
    page.fill("Operation", "multiply");
    page.fill("Num2", 2.5);
    page.click("Submit");
    assert!((page.value::<f64>("Output") - 360.0).abs() < 1e-9);
    page.fill("Operation", "divide");
    page.fill("Num2", 0);
    page.click("Submit");
    assert_eq!(page.notes()[0].text, "Nothing can be divided by zero.");
    page.click("Clear");
    assert_eq!(page.text("Num1"), "");
}

#[test]
fn the_live_calculator_follows_every_change() {
    let mut page = open("calculator_live");
    page.fill("Num1", 45);
    page.fill("Operation", "add");
    assert_eq!(page.text("Output"), "");
    page.fill("Num2", 3);
    assert!((page.value::<f64>("Output") - 48.0).abs() < 1e-9);
}

#[test]
fn a_sentence_is_built_of_everything() {
    let mut page = open("sentence_builder");
    page.fill("Animal", "dog");
    page.fill("Countries", ["Japan", "USA"]);
    page.fill("Activities", ["ate"]);
    page.fill("Place", "zoo");
    page.click("Submit");
    let sentence = "The 4 dogs from Japan and USA went to the zoo where they ate until the night";
    assert_eq!(page.text("Output"), sentence);
}

#[test]
fn the_longest_word_is_counted() {
    let mut page = open("longest_word");
    page.fill("Text", "a handful of words");
    page.click("Submit");
    assert_eq!(page.value::<Value>("Letters")["label"], "7");
}

#[test]
fn records_are_filtered() {
    let mut page = open("filter_records");
    let records = serde_json::json!([["Ada", 36, "F"], ["Bob", 41, "M"], ["Cy", null, "F"]]);
    page.fill("Records", records);
    page.fill("Gender", "F");
    page.click("Submit");
    let names: Vec<_> = page
        .rows("Output")
        .into_iter()
        .map(|row: Vec<Value>| row[0].clone())
        .collect();
    assert_eq!(names, ["Ada", "Cy"]);
}

#[test]
fn a_matrix_is_turned_over() {
    let mut page = open("matrix_transpose");
    page.fill("Matrix", [[1, 2], [3, 4]]);
    page.click("Submit");
    assert_eq!(page.rows::<f64>("Output"), [[1.0, 3.0], [2.0, 4.0]]);
}

#[test]
fn what_was_bought_is_not_taxed() {
    let mut page = open("tax_calculator");
    page.fill("Income", 100);
    page.fill("Marital Status", "Single");
    page.fill(
        "Assets Purchased this Year",
        serde_json::json!([["Suit", 40.0]]),
    );
    page.click("Submit");
    assert_eq!(page.text("Output"), "3");
}
