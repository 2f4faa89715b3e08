//! `MyComponent`, a component for Vetrina pages.

use serde_json::{Value, json};
use vetrina::prelude::*;

/// Say here what it is for: it is in the docs.
#[component(
    data_model = {model},
    kind = {kind},
    events(change, input),
    frontend = "my_component.js",
    styles = "my_component.css"
)]
#[derive(Debug, Clone)]
pub struct MyComponent {
{props}
}

impl MyComponent {
    /// What a client may send: the API page shows it.
    fn example_payload(&self) -> Value {
        json!({payload})
    }

    /// What a function may return: the demo shows it.
    fn example_value(&self) -> Value {
        json!({value})
    }
}

#[cfg(test)]
mod tests {
    use serde_json::value::to_raw_value;
    use vetrina::component::{AnyComponent, Source};

    use super::*;

    #[test]
    fn its_examples_fit() {
        let component = MyComponent::new();
        let sent = to_raw_value(&AnyComponent::example_payload(&component)).unwrap();
        let taken: {model} = component.read(&sent).unwrap();
        assert_eq!(json!(taken), AnyComponent::example_payload(&component));
    }
}
