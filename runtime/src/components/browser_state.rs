//! `BrowserState`: a value that a browser keeps over visits.

use serde::{Serialize, de::DeserializeOwned};
use serde_json::{
    Map, Value, json,
    value::{RawValue, to_raw_value},
};

use crate::{
    component,
    component::{Component as _, Derived, Invalid, Postprocess, Preprocess, decode},
};

/// A value that the browser of a visitor keeps, over refreshes and visits. Nobody sees it.
///
/// It is any data with `Serialize` and `Deserialize`. The browser stores it encrypted. The key and
/// the secret are made anew when the app starts, unless they are set, and then what was stored
/// before is lost; a secret that is set must not change.
///
/// Browsers encrypt only on pages that come by https, or from the machine itself; on others the
/// value lives as long as the page.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn notes(ui: &mut Ui) {
///     let kept = ui.add(BrowserState::new("").storage_key("notes").secret("mine alone"));
///     let notes = ui.add(Textbox::new().label("Notes").lines(5));
///     ui.load(|kept: String| kept, &kept, &notes);
///     notes.change(|notes: String| notes, &notes, &kept);
/// }
/// ```
#[component(
    data_model = Box<RawValue>,
    wire = "browserstate",
    events(change),
    manual(new, preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct BrowserState {
    /// What it is where nothing is stored yet.
    pub default_value: Option<Value>,
    /// What the browser stores it under.
    #[prop(default = random_word())]
    pub storage_key: String,
    /// What it is encrypted with.
    #[prop(default = random_word())]
    pub secret: String,
}

/// Sixteen letters and digits that nobody can guess.
fn random_word() -> String {
    use rand::distr::{Alphanumeric, SampleString as _};
    Alphanumeric.sample_string(&mut rand::rng(), 16)
}

impl BrowserState {
    /// A value that is `default` where nothing is stored yet.
    #[must_use]
    pub fn new(default: impl Serialize) -> Self {
        let mut new = Self::default();
        match serde_json::to_value(default) {
            Ok(value) => new.default_value = Some(value),
            Err(error) => {
                let why = format!("the default value is no JSON: {error}");
                new.base_mut().errors.push(why);
            }
        }
        new
    }

    fn api_info(&self) -> Value {
        json!({"type": {}, "description": "any json-serializable value"})
    }

    fn example_payload(&self) -> Value {
        json!("test")
    }

    fn initial_value(&self) -> Option<Value> {
        Some(Value::Null)
    }

    fn props(&self) -> Map<String, Value> {
        const SENT: [&str; 5] = [
            "default_value",
            "storage_key",
            "secret",
            "name",
            "_selectable",
        ];
        let mut props = Derived::props(self);
        props.retain(|name, _| SENT.contains(&name.as_str()));
        props
    }
}

impl<T: DeserializeOwned> Preprocess<T> for BrowserState {
    fn preprocess(&self, data: Box<RawValue>) -> Result<T, Invalid> {
        match &self.default_value {
            Some(value) if data.get() == "null" => {
                serde_json::from_value(value.clone()).map_err(|error| error.to_string().into())
            }
            _ => decode(&data, || self.api_info()),
        }
    }
}

impl<T: Serialize> Postprocess<T> for BrowserState {
    fn postprocess(&self, value: T) -> Result<Box<RawValue>, Invalid> {
        to_raw_value(&value).map_err(|error| error.to_string().into())
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let state = BrowserState::new(["", ""]).storage_key("k").secret("s");
        assert_eq!(
            Value::from(AnyComponent::props(&state)),
            json!({
                "default_value": ["", ""], "storage_key": "k", "secret": "s",
                "name": "browserstate", "_selectable": false,
            })
        );
    }

    #[test]
    fn no_two_share_a_key_by_chance() {
        let (one, other) = (BrowserState::new(0), BrowserState::new(0));
        assert_ne!(one.storage_key, other.storage_key);
        assert_ne!(one.secret, other.secret);
        assert_eq!(one.secret.len(), 16);
    }

    #[test]
    fn nothing_stored_is_the_default() {
        let state = BrowserState::new(["a", "b"]);
        assert_eq!(
            read::<(String, String)>(&state, "null"),
            Ok(("a".into(), "b".into()))
        );
        assert_eq!(
            read::<Vec<String>>(&state, r#"["c"]"#),
            Ok(vec!["c".into()])
        );
        assert_eq!(shown(&state, ("x", 1)), json!(["x", 1]));
    }
}
