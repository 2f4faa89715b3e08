//! The two apps of the guide, and what a person at their pages sees.

use serde_json::json;

use super::{super::get, Page, browse};
use crate::session;

/// One list for everybody.
pub(super) mod score {
    use vetrina::prelude::*;

    #[derive(Default)]
    struct Scores(Vec<i64>);

    #[endpoint(output = Json::new().label("Top Scores"))]
    fn track_score(score: i64, scores: Shared<Scores>) -> Vec<i64> {
        scores.update(|Scores(best)| {
            best.push(score);
            best.sort_unstable_by(|a, b| b.cmp(a));
            best.truncate(3);
            best.clone()
        })
    }
}

/// A list for each session.
pub(super) mod message {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

    #[derive(Default)]
    struct History(Vec<String>);

    #[endpoint(output = Json::new())]
    fn store_message(message: String, history: State<History>) -> Value {
        history.update(|History(history)| {
            let previous: Vec<_> = history.iter().rev().collect();
            let shown = json!({"Current messages": message, "Previous messages": previous});
            history.push(message);
            shown
        })
    }
}

pub(super) fn score() -> Page {
    Page::of(concat!(module_path!(), "::score"))
}

pub(super) fn message() -> Page {
    Page::of(concat!(module_path!(), "::message"))
}

#[test]
fn seed_000_05_the_three_highest_are_shown_as_a_tree() {
    let page = score();
    let session = session();
    let answers = [3, 9, 1, 7].map(|score| page.call("track_score", &json!([score]), &session));
    assert_eq!(answers[3], json!([[9, 7, 3]]));
    browse("score", &score());
}

#[test]
fn seed_000_07_a_state_lives_through_several_submits_of_one_page() {
    browse("submits", &message());
}

#[test]
fn seed_000_09_a_second_tab_is_another_session() {
    browse("tabs", &message());
}

#[test]
fn seed_000_10_a_refresh_starts_anew() {
    browse("refresh", &message());
}

#[test]
fn seed_000_12_the_new_state_is_no_output_for_people_or_clients() {
    let page = message();
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    let returns = &info["named_endpoints"]["/store_message"]["returns"];
    assert_eq!(returns.as_array().map(Vec::len), Some(1));
    let given = page.run("store_message", &json!(["a"]), Some(&session()));
    assert_eq!(given[0]["Current messages"], "a");
    browse("one_output", &page);
}

#[test]
fn seed_000_14_the_earlier_messages_come_newest_first() {
    let page = message();
    let session = session();
    let answers = ["a", "b", "c"].map(|text| page.call("store_message", &json!([text]), &session));
    assert_eq!(
        answers[2][0],
        json!({"Current messages": "c", "Previous messages": ["b", "a"]})
    );
}

#[test]
fn seed_000_23_the_two_apps_look_as_in_the_guide() {
    let look = |page: &Page| -> Vec<(String, String)> {
        let config = page.config();
        let components = config["components"].as_array().expect("a list");
        let fields = components.iter().filter(|it| {
            ["number", "json", "textbox", "state"]
                .contains(&it["type"].as_str().unwrap_or_default())
        });
        let text = |it: &serde_json::Value| it.as_str().unwrap_or_default().to_owned();
        let mut look: Vec<_> = fields
            .map(|it| (text(&it["type"]), text(&it["props"]["label"])))
            .collect();
        look.sort();
        look
    };
    let known = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter()
            .map(|(a, b)| ((*a).into(), (*b).into()))
            .collect()
    };
    assert_eq!(
        look(&score()),
        known(&[("json", "Top Scores"), ("number", "Score")])
    );
    assert_eq!(
        look(&message()),
        known(&[("json", "Output"), ("state", ""), ("textbox", "Message")])
    );
    browse("looks", &score());
    browse("looks", &message());
}
