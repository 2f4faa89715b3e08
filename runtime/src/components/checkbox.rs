//! `Checkbox`: yes or no.

use serde_json::{Value, json};

use crate::{
    component,
    component::{Component as _, Invalid, Postprocess, Preprocess},
};

/// Yes or no. The component of `bool`.
///
/// A function takes a `bool`, or an `Option<bool>` that is `None` when a call leaves it empty.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn greet(name: String, #[input(Checkbox::new().value(true))] loudly: bool) -> String {
///     if loudly { format!("HELLO, {name}!") } else { format!("Hello, {name}.") }
/// }
/// ```
#[component(
    data_model = Option<bool>,
    kind = form,
    events(change, input, select)
)]
#[derive(Debug, Clone)]
pub struct Checkbox {}

impl Checkbox {
    fn api_info(&self) -> Value {
        json!({"type": "boolean"})
    }

    fn initial_value(&self) -> Option<Value> {
        Some(self.base().value.clone().unwrap_or(json!(false)))
    }
}

impl Preprocess<bool> for Checkbox {
    fn preprocess(&self, data: Option<bool>) -> Result<bool, Invalid> {
        data.ok_or_else(|| "expected true or false, got null".into())
    }
}

impl Postprocess<bool> for Checkbox {
    fn postprocess(&self, value: bool) -> Result<Option<bool>, Invalid> {
        Ok(Some(value))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        assert_props(&Checkbox::new(), json!({"value": false}));
        assert_props(
            &Checkbox::new().value(true).label("Flag"),
            json!({"value": true, "label": "Flag"}),
        );
    }

    #[test]
    fn yes_and_no_go_in_and_out() {
        let checkbox = Checkbox::new();
        assert_eq!(
            AnyComponent::api_info(&checkbox),
            json!({"type": "boolean"})
        );
        assert_eq!(example::<bool>(&checkbox), Ok(true));
        assert_eq!(read::<bool>(&checkbox, "false"), Ok(false));
        assert_eq!(read::<Option<bool>>(&checkbox, "null"), Ok(None));
        assert_eq!(shown(&checkbox, true), json!(true));
    }

    #[test]
    fn nothing_else_is_taken_for_an_answer() {
        let checkbox = Checkbox::new();
        assert_eq!(
            read::<bool>(&checkbox, "\"yes\""),
            Err("expected true or false, got text".into())
        );
        assert_eq!(
            read::<bool>(&checkbox, "1"),
            Err("expected true or false, got a number".into())
        );
        assert_eq!(
            read::<bool>(&checkbox, "null"),
            Err("expected true or false, got null".into())
        );
    }
}
