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
    ///     {"type": "number", "format": "double"},
    ///     {"type": "number", "format": "double"},
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
