//! What a component says of its values: schemas and examples.

use serde_json::{Value, json};
use vetrina::component::AnyComponent;
use vetrina_tests::get;

use super::Served;

mod app {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

    /// Somebody who comes.
    #[data_model]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Guest {
        /// What they are called.
        pub(super) name: String,
        /// How many they bring.
        pub(super) friends: u8,
    }

    /// Has a model and nothing else.
    #[component(data_model = Vec<Guest>, kind = form, events(change))]
    pub(super) struct Guests {}

    /// Says all of it by hand.
    #[component(data_model = String, kind = form, events(change))]
    pub(super) struct Isbn {}

    impl Isbn {
        fn api_info(&self) -> Value {
            json!({"type": "string", "pattern": "^[0-9-]{17}$"})
        }

        fn example_payload(&self) -> Value {
            json!("978-1-59327-828-1")
        }

        fn example_value(&self) -> Value {
            json!("978-0-14-103614-4")
        }
    }

    #[endpoint]
    fn count(#[input(Guests::new())] guests: Vec<Guest>) -> usize {
        guests
            .iter()
            .map(|guest| 1 + usize::from(guest.friends))
            .sum()
    }

    /// A film, with an example that anybody can fetch.
    #[component(data_model = FileData, kind = component, events(change))]
    pub(super) struct Film {}

    impl Film {
        fn example_payload(&self) -> Value {
            serde_json::to_value(FileData::from_url("https://example.org/world.mp4"))
                .expect("it is JSON")
        }
    }

    #[endpoint]
    fn name(#[input(Film::new())] film: FileData) -> String {
        film.name().to_owned()
    }

    #[endpoint(output = Isbn::new())]
    fn next(#[input(Isbn::new())] isbn: String) -> String {
        isbn
    }
}

/// What `/info` says of the only parameter of an endpoint.
fn parameter(app: &Served, endpoint: &str) -> Value {
    app.info(endpoint)["parameters"][0].clone()
}

#[test]
fn check_001_15_api_info_is_the_schema_clients_get() {
    let app = Served::new("described");
    let schema = json!({"type": "string", "pattern": "^[0-9-]{17}$"});
    assert_eq!(parameter(&app, "next")["type"], schema);
    assert_eq!(app.info("next")["returns"][0]["type"], schema);
}

#[test]
fn check_001_16_a_model_has_its_schema_by_itself() {
    let app = Served::new("described");
    let schema = &parameter(&app, "count")["type"];
    assert_eq!(schema["type"], "array");
    let guest = &schema["items"];
    assert_eq!(guest["required"], json!(["name", "friends"]));
    assert_eq!(
        guest["properties"]["name"],
        json!({"type": "string", "description": "What they are called."})
    );
}

#[test]
fn check_001_17_clients_list_the_types() {
    let app = Served::new("described");
    assert_eq!(
        parameter(&app, "next")["python_type"],
        json!({"type": "str", "description": ""})
    );
    app.python("described");
}

#[test]
fn check_001_19_the_example_is_on_the_api_page() {
    let app = Served::new("described");
    assert_eq!(
        parameter(&app, "next")["example_input"],
        json!("978-1-59327-828-1")
    );
    let page = get(app.at("/?view=api")).expect(200).body;
    assert!(page.contains("978-1-59327-828-1"), "{page}");
}

#[test]
fn check_001_20_examples_are_json() {
    let isbn: &dyn AnyComponent = &app::Isbn::new();
    let guests: &dyn AnyComponent = &app::Guests::new();
    for example in [isbn, guests].map(|it| [it.example_payload(), it.example_value()]) {
        for value in example {
            let text = serde_json::to_string(&value).expect("it is JSON");
            assert_eq!(serde_json::from_str::<Value>(&text).ok(), Some(value));
        }
    }
}

#[test]
fn check_001_21_a_file_in_an_example_is_wrapped_as_one() {
    let app = Served::new("described");
    let example = parameter(&app, "name")["example_input"].clone();
    assert_eq!(example["url"], "https://example.org/world.mp4");
    let page = get(app.at("/?view=api")).expect(200).body;
    // The programs are coloured: what is read is what stands between the tags.
    let read: String = page
        .split('<')
        .filter_map(|part| Some(part.split_once('>')?.1))
        .collect();
    let wrapped = "handle_file(\"https://example.org/world.mp4\")".replace('"', "&quot;");
    for program in [format!("film={wrapped}"), format!("film: {wrapped}")] {
        assert!(read.contains(&program), "{program} is not in {read}");
    }
}

#[test]
fn check_001_23_an_example_of_a_result_can_be_shown_at_once() {
    let isbn = app::Isbn::new();
    let example = AnyComponent::example_value(&isbn);
    let example: String = serde_json::from_value(example).expect("it fits the model");
    let shown = app::Isbn::new().value(example);
    assert_eq!(
        AnyComponent::props(&shown)["value"],
        json!("978-0-14-103614-4")
    );
    assert_eq!(AnyComponent::errors(&shown), [""; 0]);
}
