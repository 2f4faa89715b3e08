//! Data models: what travels, and what follows from it.

use serde_json::{Value, json};
use vetrina::component::AnyComponent;
use vetrina_tests::{get, post};

use super::{Served, of_type};

mod app {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use serde_json::{Value, json};
    use vetrina::{component::Invalid, prelude::*};

    use crate::conversions::app::{Halving, letters};

    #[data_model]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Names {
        /// Who they are.
        pub(super) names: Vec<String>,
    }

    #[data_model]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct NamesRoot(pub(super) Vec<String>);

    #[data_model]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) enum Shape {
        Circle { radius: f64 },
        Point,
    }

    #[component(data_model = Names, events(change))]
    pub(super) struct NameList {}

    #[component(data_model = NamesRoot, events(change))]
    pub(super) struct BareNameList {}

    #[component(data_model = Shape, events(change))]
    pub(super) struct Drawing {}

    /// One field, one bare value.
    #[data_model]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Celsius(pub(super) f64);

    #[component(data_model = Celsius, events(change))]
    pub(super) struct Thermometer {}

    /// The model and exactly the four methods of the guide.
    #[component(data_model = Names, events(change))]
    pub(super) struct Four {}

    impl Four {
        fn preprocess(&self, data: Names) -> Result<Names, Invalid> {
            Ok(data)
        }

        fn postprocess(&self, value: Names) -> Result<Names, Invalid> {
            let names = value.names.iter().map(|name| name.to_uppercase());
            Ok(Names {
                names: names.collect(),
            })
        }

        fn example_payload(&self) -> Value {
            json!({"names": ["freddy"]})
        }

        fn example_value(&self) -> Value {
            json!({"names": ["pete"]})
        }
    }

    #[page(path = "tables")]
    fn tables(ui: &mut Ui) {
        let names = ui.add(Four::new());
        let row = Names {
            names: vec!["freddy".into()],
        };
        ui.examples(&names, [row]);
        let letter = ui.add(letters());
        ui.examples(&letter, [Some(1), Some(9)]);
        let half = ui.add(Halving::new());
        ui.examples(&half, [3.0]);
    }

    /// How often `kept` has run.
    pub(super) static RUNS: AtomicUsize = AtomicUsize::new(0);

    #[endpoint(output = NameList::new())]
    fn kept(#[input(NameList::new())] names: Names) -> Names {
        RUNS.fetch_add(1, Ordering::Relaxed);
        names
    }

    #[endpoint(output = NameList::new())]
    fn same(#[input(NameList::new())] names: Names) -> Names {
        names
    }

    #[endpoint(output = BareNameList::new())]
    fn bare(#[input(BareNameList::new())] names: NamesRoot) -> NamesRoot {
        names
    }

    #[endpoint(output = Drawing::new())]
    fn shape(#[input(Drawing::new())] shape: Shape) -> Shape {
        match shape {
            Shape::Circle { radius } if radius > 0.0 => Shape::Circle {
                radius: radius / 2.0,
            },
            _ => Shape::Point,
        }
    }

    #[endpoint(output = Thermometer::new())]
    fn warmer(#[input(Thermometer::new())] now: Celsius) -> Celsius {
        Celsius(now.0 + 1.0)
    }

    #[endpoint(output = Four::new())]
    fn four(#[input(Four::new())] names: Names) -> Names {
        names
    }
}

#[test]
fn check_001_29_what_does_not_fit_the_model_never_reaches_the_function() {
    use std::sync::atomic::Ordering;
    let app = Served::new("models");
    for (sent, why) in [
        (
            json!({"names": "freddy"}),
            "`names`: expected a list, got text",
        ),
        (json!({}), "missing field `names`"),
        (json!(["freddy"]), "expected an object, got a list"),
    ] {
        let body = json!({ "data": [sent] });
        let answer = post(app.at("/gradio_api/run/kept"), &body)
            .expect(422)
            .json();
        let message = answer["detail"][0]["msg"].as_str().expect("words");
        assert!(
            message.starts_with("names: ") && message.contains(why),
            "{message}"
        );
    }
    assert_eq!(app::RUNS.load(Ordering::Relaxed), 0);
    let fits = json!([{"names": ["freddy", "pete"]}]);
    assert_eq!(app.call("kept", &fits), fits);
    assert_eq!(app::RUNS.load(Ordering::Relaxed), 1);
}

#[test]
fn check_001_30_a_model_and_four_methods_are_a_component() {
    let app = Served::new("models");
    let answer = app.call("four", &json!([{"names": ["freddy"]}]));
    assert_eq!(answer, json!([{"names": ["FREDDY"]}]));
    let info = &app.info("four");
    assert_eq!(
        info["parameters"][0]["example_input"],
        json!({"names": ["freddy"]})
    );
    let four: &dyn AnyComponent = &app::Four::new();
    comes_back(four, &json!({"names": ["pete"]}));
    assert_eq!(tables()[0], json!([[{"names": ["FREDDY"]}]]));
}

/// What the tables of examples on the page show.
pub(super) fn tables() -> Vec<Value> {
    let config = Served::new("models").config();
    let tables = of_type(&config, "dataset").into_iter();
    tables
        .map(|table| table["props"]["samples"].clone())
        .collect()
}

/// What is flagged is read again.
fn comes_back(component: &dyn AnyComponent, data: &Value) {
    let folder = std::env::temp_dir();
    let flagged = component
        .flag(data, &folder)
        .expect("it can be written down");
    assert_eq!(
        component.read_from_flag(&flagged, &folder).as_ref(),
        Ok(data)
    );
}

#[test]
fn check_001_31_there_are_models_with_names_bare_ones_and_one_of_several() {
    let app = Served::new("models");
    let circle = json!([{"Circle": {"radius": 3.0}}]);
    assert_eq!(
        app.call("shape", &circle),
        json!([{"Circle": {"radius": 1.5}}])
    );
    assert_eq!(app.call("shape", &json!(["Point"])), json!(["Point"]));
}

#[test]
fn check_001_32_a_model_with_names_is_an_object() {
    let app = Served::new("models");
    let names = json!([{"names": ["freddy", "pete"]}]);
    assert_eq!(app.call("same", &names), names);
}

#[test]
fn check_001_33_a_bare_model_is_the_value() {
    let app = Served::new("models");
    let names = json!([["freddy", "pete"]]);
    assert_eq!(app.call("bare", &names), names);
    let schema = json!({"type": "array", "items": {"type": "string"}});
    assert_eq!(app.info("bare")["parameters"][0]["type"], schema);
}

#[test]
fn check_001_34_a_plain_value_gains_by_a_model_too() {
    let app = Served::new("models");
    assert_eq!(app.call("warmer", &json!([20.5])), json!([21.5]));
    assert_eq!(
        app.info("warmer")["parameters"][0]["type"],
        json!({"type": "number", "description": "One field, one bare value."})
    );
    comes_back(&app::Thermometer::new(), &json!(20.5));
    comes_back(&app::BareNameList::new(), &json!(["freddy", "pete"]));
}

#[test]
fn check_001_37_a_model_documents_its_component() {
    let app = Served::new("models");
    let page = get(app.at("/?view=api")).expect(200).body;
    assert!(page.contains("names"), "{page}");
    let info = app.info("kept");
    assert_eq!(
        info["parameters"][0]["type"]["properties"]["names"]["description"],
        "Who they are."
    );
}
