//! State in the interface that a function gets without a page.

use serde_json::{Value, json};
use vetrina::App;

use super::{super::RUNTIME, Page, examples};
use crate::session;

mod written_out {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

    #[derive(Default)]
    struct History(Vec<String>);

    /// Every component is named.
    #[endpoint(output = Json::new())]
    fn store_message(#[input(Textbox::new())] message: String, history: State<History>) -> Value {
        history.update(|History(history)| {
            let previous: Vec<_> = history.iter().rev().collect();
            let shown = json!({"Current messages": message, "Previous messages": previous});
            history.push(message);
            shown
        })
    }
}

mod by_types {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

    #[derive(Default)]
    struct History(Vec<String>);

    /// The types alone say which components there are.
    #[endpoint]
    fn store_message(message: String, history: State<History>) -> Value {
        history.update(|History(history)| {
            let previous: Vec<_> = history.iter().rev().collect();
            let shown = json!({"Current messages": message, "Previous messages": previous});
            history.push(message);
            shown
        })
    }
}

mod two {
    use vetrina::prelude::*;

    #[derive(Default)]
    struct First(u8);
    #[derive(Default)]
    struct Second(u8);

    #[endpoint]
    fn add(first: State<First>, second: State<Second>) -> u8 {
        first.read(|first| first.0) + second.read(|second| second.0)
    }
}

/// What a page draws, without what a start decides by chance.
fn drawn(page: &Page) -> Value {
    page.config()["components"].clone()
}

#[test]
fn seed_000_18_types_stand_for_their_components() {
    let by_types = Page::of(concat!(module_path!(), "::by_types"));
    let written_out = Page::of(concat!(module_path!(), "::written_out"));
    let kinds = |page: &Page| -> Vec<Value> {
        let components = drawn(page);
        let all = components.as_array().expect("a list").iter();
        all.map(|it| it["type"].clone())
            .filter(|it| ["textbox", "json", "state"].contains(&it.as_str().unwrap_or_default()))
            .collect()
    };
    assert_eq!(kinds(&by_types).len(), 3);
    assert_eq!(kinds(&by_types), kinds(&written_out));
    let said = |page: &Page| {
        let session = session();
        ["a", "b"].map(|text| page.call("store_message", &json!([text]), &session))
    };
    assert_eq!(said(&by_types), said(&written_out));
    assert_eq!(said(&by_types), said(&examples::message()));
}

#[test]
fn seed_000_19_two_states_of_one_interface_are_refused() {
    let app = App::module(concat!(module_path!(), "::two"))
        .host("127.0.0.1")
        .port(0);
    let error = RUNTIME
        .block_on(app.start())
        .expect_err("two are one too many")
        .to_string();
    let (place, text) = error.split_once(": ").expect("a place and a text");
    assert!(place.contains("seeds/interfaces.rs:"), "{error}");
    assert_eq!(
        text,
        "`add` takes two `State`s, and an interface keeps one value per session: put both into one struct, or build a \
         `#[page]`, which may have many"
    );
}
