//! The three bases, and what comes in chunks.

use serde_json::{Value, json};
use vetrina::{
    component::{AnyComponent, Component, Kind},
    prelude::*,
};

use super::{Served, children, of_type};

mod app {
    use vetrina::{
        component::{Invalid, Streaming},
        prelude::*,
    };

    /// A field of a form.
    #[component(data_model = String, kind = form, events(change))]
    pub(super) struct Isbn {}

    /// Stands alone.
    #[component(data_model = u8, kind = component, events(change))]
    pub(super) struct Stars {}

    /// Holds others.
    #[component(kind = block, events(change, "flip"))]
    pub(super) struct Card {
        /// What stands above them.
        pub(super) title: Option<String>,
    }

    /// Comes in chunks.
    #[component(data_model = String, streaming, events(change))]
    pub(super) struct Ticker {}

    impl Streaming for Ticker {
        fn chunk(&self, number: usize, chunk: String) -> Result<String, Invalid> {
            Ok(format!("{number}:{chunk}"))
        }

        fn combine(&self, chunks: Vec<String>) -> Result<String, Invalid> {
            Ok(chunks.join("+"))
        }
    }

    #[page]
    fn page(ui: &mut Ui) {
        let isbn = ui.add(Isbn::new().label("ISBN"));
        ui.add(Slider::new(0..=10));
        ui.add(Number::new());
        let stars = ui.add(Stars::new().label("Stars"));
        ui.add(Textbox::new().label("after").elem_id("after"));
        ui.add(Textbox::new().container(false).elem_id("alone"));
        let (card, inside) = ui.add_block(Card::new().title("A card"), |ui| {
            ui.add(Textbox::new().label("Inside").elem_id("inside"))
        });
        card.flip(|text: String| text, &inside, &inside)
            .api_name("flip");
        stars
            .change(|stars: u8| stars + 1, &stars, &stars)
            .api_name("one_more");
        isbn.change(|isbn: String| isbn, &isbn, &isbn)
            .api_name("same");
    }

    #[endpoint(output = Ticker::new())]
    fn spell(word: String) -> impl Iterator<Item = String> {
        let letters: Vec<_> = word.chars().map(String::from).collect();
        letters.into_iter()
    }
}

#[test]
fn check_001_01_each_of_the_three_bases_is_open_to_users() {
    assert_eq!(app::Isbn::KIND, Kind::Form);
    assert_eq!(app::Stars::KIND, Kind::Component);
    assert_eq!(app::Card::KIND, Kind::Block);
    let config = Served::new("bases").config();
    for kind in ["isbn", "stars", "card"] {
        assert_eq!(of_type(&config, kind).len(), 1, "{kind}");
    }
}

/// The ids of the first component of a kind, and of those with these `elem_id`s.
fn id(config: &Value, kind: &str) -> Value {
    of_type(config, kind)[0]["id"].clone()
}

fn named(config: &Value, elem_id: &str) -> Value {
    let all = config["components"].as_array().expect("a list");
    let found = all.iter().find(|it| it["props"]["elem_id"] == elem_id);
    found.expect("it is there")["id"].clone()
}

#[test]
fn check_001_03_neighbours_in_a_form_share_a_frame() {
    let config = Served::new("bases").config();
    let forms: Vec<_> = of_type(&config, "form")
        .iter()
        .map(|form| children(&config["layout"], &form["id"]))
        .collect();
    let three = ["isbn", "slider", "number"].map(|kind| id(&config, kind));
    assert_eq!(forms[0], three);
    // The stars between them break the frame, and what has no container is left out.
    assert_eq!(forms[1], [named(&config, "after")]);
    let alone = named(&config, "alone");
    assert!(forms.iter().all(|form| !form.contains(&alone)), "{forms:?}");
    let top = children(&config["layout"], &json!(0));
    assert!(top.contains(&alone), "{top:?}");
}

#[test]
fn check_001_04_slider_textbox_and_number_are_for_forms() {
    assert_eq!(Slider::KIND, Kind::Form);
    assert_eq!(Textbox::KIND, Kind::Form);
    assert_eq!(Number::KIND, Kind::Form);
}

#[test]
fn check_001_05_a_block_of_ones_own_holds_others() {
    let app = Served::new("bases");
    let config = app.config();
    let card = id(&config, "card");
    let form = children(&config["layout"], &card);
    assert_eq!(form.len(), 1);
    let inside = children(&config["layout"], &form[0]);
    assert_eq!(inside, [named(&config, "inside")]);
    // It holds them on the page, too.
    let html = vetrina_tests::get(app.at("/")).expect(200).body;
    let card = html.split("<v-card").nth(1).expect("a card");
    let card = card.split("</v-card>").next().expect("its end");
    assert!(card.contains("id=\"inside\""), "{card}");
}

#[test]
fn check_001_06_what_is_neither_takes_and_shows_values() {
    let app = Served::new("bases");
    assert_eq!(app.call("one_more", &json!([2])), json!([3]));
}

#[test]
fn check_001_07_chunks_are_sent_before_the_end_and_joined_at_it() {
    let app = Served::new("bases");
    let messages = app.messages("spell", &json!(["abc"]), "chunks");
    let steps: Vec<_> = messages
        .iter()
        .filter(|message| message["msg"] == "process_generating")
        .collect();
    assert_eq!(steps.len(), 3);
    assert_eq!(steps[0]["output"]["data"], json!(["0:a"]));
    let last = messages.iter().find(|it| it["msg"] == "process_completed");
    let whole = &last.expect("it ends")["output"]["data"];
    assert_eq!(*whole, json!(["a+b+c"]));
    assert!(AnyComponent::streams(&app::Ticker::new()));
}

#[test]
fn check_001_08_a_block_with_events_has_their_methods() {
    // `card.flip(…)` above would not compile otherwise.
    assert_eq!(app::Card::EVENTS, ["change", "flip"]);
    let config = Served::new("bases").config();
    let card = id(&config, "card");
    let dependencies = config["dependencies"].as_array().expect("a list");
    let flip = dependencies.iter().find(|it| it["api_name"] == "flip");
    assert_eq!(
        flip.expect("it is wired")["targets"],
        json!([[card, "flip"]])
    );
}

#[test]
fn check_001_09_what_is_missing_is_named_when_it_is_compiled() {
    // The programs are compiled by the suite `compile_fail`, which compares the texts in full.
    let told = |program: &str| {
        let path = vetrina_tests::tools::sources().join(format!("ui/{program}.stderr"));
        std::fs::read_to_string(path).expect("the text is kept")
    };
    for (program, method) in [
        ("component_without_api_info", "needs a method `api_info`"),
        ("component_streams_without_combine", "`combine` is missing"),
        (
            "component_without_postprocess",
            "write `impl Postprocess<u8> for Stars`",
        ),
        (
            "component_without_preprocess",
            "write `impl Preprocess<u8> for Stars`",
        ),
    ] {
        let text = told(program);
        assert!(text.contains(method), "{text}");
    }
}
