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
