//! What happens to values on their way in and out.

use serde_json::{Value, json};
use vetrina::component::AnyComponent;

use super::{Served, models::tables, of_type};

pub(crate) mod app {
    use serde_json::{Value, json};
    use vetrina::{component::Invalid, prelude::*};

    /// Functions get twice what was sent.
    #[component(data_model = f64, kind = form, events(change))]
    pub(super) struct Doubling {}

    impl Doubling {
        fn preprocess(&self, data: f64) -> Result<f64, Invalid> {
            Ok(2.0 * data)
        }
    }

    /// Clients get half of what functions return.
    #[component(data_model = f64, kind = form, events(change))]
    pub(crate) struct Halving {}

    impl Halving {
        fn postprocess(&self, value: f64) -> Result<f64, Invalid> {
            Ok(value / 2.0)
        }
    }

    /// The guide's: choices are pairs, and examples show the names.
    #[component(data_model = Option<u8>, kind = form, events(change))]
    pub(crate) struct SimpleDropdown {
        /// What is shown, and what it stands for.
        pub(super) choices: Vec<(String, u8)>,
    }

    impl SimpleDropdown {
        fn process_example(&self, data: &Value) -> Value {
            let chosen = self.choices.iter().find(|(_, value)| data == value);
            chosen.map_or(Value::Null, |(name, _)| json!(name))
        }
    }

    #[endpoint(output = Json::new())]
    fn seen(#[input(Doubling::new())] value: f64) -> Value {
        json!(value)
    }

    #[endpoint(output = Halving::new())]
    fn halved(value: f64) -> f64 {
        value
    }

    #[derive(Debug, Clone, Copy, Choices)]
    pub(super) enum Size {
        #[choice(label = "Rather small", value = "s")]
        Small,
        #[choice(label = "Rather large", value = "l")]
        Large,
    }

    pub(crate) fn letters() -> SimpleDropdown {
        SimpleDropdown::new().choices([("A".to_owned(), 1), ("B".to_owned(), 2)])
    }

    #[endpoint]
    fn size(#[input(Dropdown::of::<Size>())] size: Size) -> String {
        format!("{size:?}")
    }
}

#[test]
fn check_001_10_functions_get_what_preprocess_makes() {
    let app = Served::new("conversions");
    assert_eq!(app.call("seen", &json!([21.0])), json!([42.0]));
}

#[test]
fn check_001_11_clients_get_what_postprocess_makes() {
    let app = Served::new("conversions");
    assert_eq!(app.call("halved", &json!([21.0])), json!([10.5]));
    let messages = app.messages("halved", &json!([21.0]), "halved");
    let last = messages.iter().find(|it| it["msg"] == "process_completed");
    assert_eq!(last.expect("it ends")["output"]["data"], json!([10.5]));
}

#[test]
fn check_001_12_examples_show_what_process_example_makes() {
    let choices = [("A".to_owned(), 1), ("B".to_owned(), 2)];
    let dropdown: &dyn AnyComponent = &app::SimpleDropdown::new().choices(choices);
    assert_eq!(dropdown.process_example(&json!(1)), json!("A"));
    assert_eq!(dropdown.process_example(&json!(9)), Value::Null);
    assert_eq!(tables()[1], json!([["A"], [null]]));
}

#[test]
fn check_001_13_without_it_they_show_what_postprocess_makes() {
    assert_eq!(tables()[2], json!([[1.5]]));
}

#[test]
fn check_001_14_choices_are_names_and_values() {
    let app = Served::new("conversions");
    let config = app.config();
    let sizes = of_type(&config, "dropdown")[0]["props"]["choices"].clone();
    assert_eq!(sizes, json!([["Rather small", "s"], ["Rather large", "l"]]));
    // The value travels, the name is shown.
    assert_eq!(app.call("size", &json!(["l"])), json!(["Large"]));
    app.browser("conversions");
}
