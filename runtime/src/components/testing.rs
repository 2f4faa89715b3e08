//! What the tests of all components share.

use serde_json::{Value, value::RawValue};

use crate::component::{AnyComponent, Choices, Sink, Source};

/// The props of a component, with those that every form field sends added to `own`.
pub(super) fn assert_props(component: &dyn AnyComponent, own: Value) {
    let mut expected = serde_json::json!({
        "container": true,
        "elem_classes": [],
        "min_width": 160,
        "preserved_by_key": ["value"],
        "show_label": true,
        "visible": true,
        "_selectable": false,
        "name": component.wire(),
    });
    let Value::Object(own) = own else {
        panic!("props are an object, not {own}")
    };
    for (name, value) in own {
        expected[name] = value;
    }
    // `null` in `own` takes a common prop away.
    expected
        .as_object_mut()
        .expect("as above")
        .retain(|_, value| !value.is_null());
    assert_eq!(Value::from(component.props()), expected);
}

/// What a function gets for the JSON text `sent`, or why it is refused.
pub(super) fn read<T>(component: &impl Source<T>, sent: &str) -> Result<T, String> {
    let raw: &RawValue = serde_json::from_str(sent).expect("the test sends JSON");
    component.read(raw).map_err(|why| why.to_string())
}

/// What is sent for the function's `value`.
pub(super) fn shown<T>(component: &impl Sink<T>, value: T) -> Value {
    let mut sent = Vec::new();
    component
        .write(value, &mut sent)
        .expect("the value can be shown");
    serde_json::from_slice(&sent).expect("JSON is sent")
}

/// Sends a component its own example.
pub(super) fn example<T>(component: &(impl Source<T> + AnyComponent)) -> Result<T, String> {
    read(component, &component.example_payload().to_string())
}

/// An enum as `#[derive(Choices)]` prints it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Mood {
    Calm,
    Loud,
}

impl Choices for Mood {
    const CHOICES: &'static [(&'static str, &'static str)] =
        &[("Calm", "Calm"), ("Loud", "Rather loud")];

    fn from_value(value: &str) -> Option<Self> {
        match value {
            "Calm" => Some(Self::Calm),
            "Loud" => Some(Self::Loud),
            _ => None,
        }
    }

    fn value(&self) -> &'static str {
        match self {
            Self::Calm => "Calm",
            Self::Loud => "Loud",
        }
    }
}
