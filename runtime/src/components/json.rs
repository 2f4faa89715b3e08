//! `Json`: any data.

use schemars::JsonSchema;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{
    Value, json,
    value::{RawValue, to_raw_value},
};

use super::Length;
use crate::{
    component,
    component::{Derived, Invalid, Postprocess, Preprocess, decode, schema_of},
};

/// Any data, drawn as a tree. The component of `serde_json::Value`, and of types that have
/// `Deserialize` and `JsonSchema` but no component of their own.
///
/// ```
/// use std::collections::BTreeMap;
/// use vetrina::prelude::*;
///
/// #[endpoint(output = Json::new().open(true))]
/// fn letters(text: String) -> BTreeMap<char, usize> {
///     let mut counts = BTreeMap::new();
///     for letter in text.chars() {
///         *counts.entry(letter).or_default() += 1;
///     }
///     counts
/// }
/// ```
#[component(
    data_model = Box<RawValue>,
    events(change),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Json {
    /// Whether all branches start unfolded.
    pub open: bool,
    /// Whether the items of lists are numbered.
    pub show_indices: bool,
    /// How high it is.
    pub height: Option<Length>,
    /// How high it may grow before it scrolls.
    #[prop(default = 500)]
    pub max_height: Option<Length>,
    /// How high it is at least.
    pub min_height: Option<Length>,
    /// What the data looks like, if that is known.
    #[prop(skip)]
    schema: Option<Value>,
}

impl Json {
    /// Data of the shape of `T`: its schema is on the API page, and what does not fit is refused.
    ///
    /// ```
    /// use serde_json::json;
    /// use vetrina::{component::AnyComponent, prelude::*};
    ///
    /// let point = Json::typed::<(f64, f64)>();
    /// assert_eq!(point.api_info()["prefixItems"], json!([
    ///     {"type": "number"},
    ///     {"type": "number"},
    /// ]));
    /// ```
    #[must_use]
    pub fn typed<T: JsonSchema>() -> Self {
        Self {
            schema: Some(schema_of::<T>()),
            ..Self::new()
        }
    }

    fn api_info(&self) -> Value {
        // An empty object in place of a type is how the protocol writes "anything".
        self.schema
            .clone()
            .unwrap_or_else(|| json!({"type": {}, "description": "any valid json"}))
    }

    fn example_payload(&self) -> Value {
        match &self.schema {
            Some(_) => Derived::example_payload(self),
            None => json!({"foo": "bar"}),
        }
    }
}

impl<T: DeserializeOwned> Preprocess<T> for Json {
    fn preprocess(&self, data: Box<RawValue>) -> Result<T, Invalid> {
        decode(&data, || self.api_info())
    }
}

impl<T: Serialize> Postprocess<T> for Json {
    fn postprocess(&self, value: T) -> Result<Box<RawValue>, Invalid> {
        to_raw_value(&value).map_err(|error| error.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[derive(Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
    struct Point {
        x: f64,
        y: f64,
    }

    #[test]
    fn props_are_those_of_the_protocol() {
        assert_props(
            &Json::new(),
            json!({"open": false, "show_indices": false, "max_height": 500}),
        );
        let own = json!({
            "open": true, "show_indices": false, "max_height": "50vh", "height": 300, "value": {"a": [1]},
        });
        let json = Json::new()
            .open(true)
            .max_height("50vh")
            .height(300)
            .value(json!({"a": [1]}));
        assert_props(&json, own);
        assert_eq!(json.errors(), [""; 0]);
    }

    #[test]
    fn anything_goes_in_and_out() {
        let json = Json::new();
        let schema = json!({"type": {}, "description": "any valid json"});
        assert_eq!(AnyComponent::api_info(&json), schema);
        assert_eq!(example::<Value>(&json), Ok(json!({"foo": "bar"})));
        assert_eq!(
            read::<BTreeMap<String, Vec<u8>>>(&json, r#"{"a": [1]}"#).unwrap()["a"],
            [1]
        );
        assert_eq!(
            shown(&json, Point { x: 1.0, y: 2.0 }),
            json!({"x": 1.0, "y": 2.0})
        );
        assert_eq!(shown(&json, None::<u8>), json!(null));
    }

    #[test]
    fn a_known_shape_is_described_and_kept_to() {
        let point = Json::typed::<Point>();
        assert_eq!(
            AnyComponent::api_info(&point)["required"],
            json!(["x", "y"])
        );
        assert_eq!(example::<Point>(&point), Ok(Point { x: 3.0, y: 3.0 }));
        assert_eq!(
            read::<Point>(&point, "\"1, 2\""),
            Err("expected an object, got text".into())
        );
        assert_eq!(
            read::<Point>(&point, r#"{"x": 1}"#),
            Err("missing field `y`".into())
        );
        let refused = read::<Point>(&point, r#"{"x": 1, "y": "2"}"#);
        assert_eq!(refused, Err("`y`: expected a number, got text".into()));
    }
}
