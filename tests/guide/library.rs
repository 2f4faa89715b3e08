//! What holds for every component of the library.

use serde_json::{Value, value::RawValue};
use vetrina::{
    component::{AnyComponent, Sink, Source},
    prelude::*,
};

/// Each component with a type that functions take from it and show in it.
macro_rules! components {
    ($($component:expr => $type:ty,)*) => {
        /// Calls `check` with each component, its example of what is sent and its example of what is shown,
        /// both brought into the function's type and back.
        fn each(mut check: impl FnMut(&dyn AnyComponent, Value, Value)) {
            $({
                let component = $component;
                let sent = through::<$type>(&component, &AnyComponent::example_payload(&component));
                let shown = through::<$type>(&component, &AnyComponent::example_value(&component));
                check(&component, sent, shown);
            })*
        }
    };
}

components! {
    Checkbox::new() => bool,
    CheckboxGroup::new(["a", "b"]) => Vec<String>,
    Dropdown::new(["a", "b"]) => String,
    Dropdown::new(["a", "b"]).multiselect(true) => Vec<String>,
    Json::new() => Value,
    Number::new() => f64,
    Radio::new(["a", "b"]) => String,
    Slider::new(0..=10) => f64,
    Textbox::new() => String,
}

/// What a function gets of `example`, shown again.
fn through<T>(component: &(impl Source<T> + Sink<T> + AnyComponent), example: &Value) -> Value {
    let name = component.type_name();
    let raw = RawValue::from_string(example.to_string()).expect("it is JSON");
    let value = component.read(&raw);
    let value = value.unwrap_or_else(|why| panic!("{name}: {example} is refused: {why}"));
    let mut sent = Vec::new();
    let shown = component.write(value, &mut sent);
    shown.unwrap_or_else(|why| panic!("{name}: {example} cannot be shown: {why}"));
    serde_json::from_slice(&sent).expect("JSON is sent")
}

#[test]
fn check_001_18_what_is_an_example_can_be_sent() {
    each(|component, sent, _| assert_ne!(sent, Value::Null, "{}", component.type_name()));
}

#[test]
fn check_001_22_what_is_an_example_can_be_shown() {
    each(|component, _, shown| assert_ne!(shown, Value::Null, "{}", component.type_name()));
}
