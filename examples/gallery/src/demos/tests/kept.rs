//! What is remembered: for a visitor, or for all.

use serde_json::{Value, json};

use super::open;

#[test]
fn a_cart_is_that_of_one_visitor() {
    let mut page = open("simple_state");
    page.fill("Goods", ["Milk", "Water"]);
    page.click("Add Items");
    page.click("Add Items");
    assert_eq!(page.text("Cart Size"), "4");
    assert_eq!(page.state::<Vec<String>>().map(|cart| cart.len()), Some(4));
    let mut other = page.tab();
    other.click("Add Items");
    assert_eq!(page.text("Cart Size"), "4");
    page.reload();
    assert_eq!(page.state::<Vec<String>>(), None);
}

#[test]
fn hangman_knows_the_letters_that_were_tried() {
    let mut page = open("hangman");
    for letter in ["e", "x", "a"] {
        page.fill("Enter letter", letter);
        page.click("Guess Letter");
    }
    assert_eq!(page.text("Hangman"), "_e____a");
    assert_eq!(page.text("Used Letters"), "e, x, a");
}

#[test]
fn noughts_and_crosses_take_turns() {
    let mut page = open("tictactoe");
    page.select("dataframe", (0, 0));
    page.select("dataframe", (1, 1));
    page.select("dataframe", (0, 0));
    let board = page.rows::<String>("dataframe");
    assert_eq!(board, [["X", "", ""], ["", "O", ""], ["", "", ""]]);
    assert_eq!(page.text("Turn"), "X");
}

#[test]
fn messages_are_remembered_for_each_visitor() {
    let mut page = open("interface_state");
    for message in ["one", "two", "three"] {
        page.fill("Message", message);
        page.click("Submit");
    }
    let told = json!({"Current messages": "three", "Previous messages": ["two", "one"]});
    assert_eq!(page.value::<Value>("Output"), told);
}

#[test]
fn scores_are_those_of_everybody() {
    let mut page = open("score_tracker");
    let mut other = page.tab();
    for score in [3, 9, 5] {
        std::mem::swap(&mut page, &mut other);
        page.fill("Score", score);
        page.click("Submit");
    }
    assert_eq!(page.value::<Vec<u32>>("Top Scores"), [9, 5, 3]);
}

#[test]
fn a_state_tells_of_its_changes_once() {
    let mut page = open("state_change");
    page.click("Increment A");
    page.click("Increment A");
    assert_eq!(page.text("Number A"), "2");
    assert_eq!(page.text("Number B"), "");
    page.click("Increment B");
    assert!(page.is_visible("Button 1, 0"));
    page.fill("Start State", "through");
    assert_eq!(page.text("End State"), "through");
    page.click("Count to 3");
    page.click("Count to 3");
    assert_eq!(page.text("Clicks"), "2");
    assert_eq!(page.text("Changes"), "1");
    page.click("Zero All");
    assert_eq!(
        page.text("Output"),
        "{0: 0}\n[[0, 0, 0], [0, 0, 0], [0, 0, 0]]\n{0}"
    );
}
