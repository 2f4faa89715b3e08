//! `Radio`: one choice, all of them in view.

use serde_json::{Map, Value, json};

use crate::{
    component,
    component::{ChoiceList, Choices, Chosen, Derived, Invalid, Postprocess, Preprocess, one_of},
};

/// One choice of a few, all of them in view. The component of enums with up to four
/// [`Choices`](macro@crate::Choices).
///
/// A function takes the chosen value as a `String`, a number or such an enum, its place in the list
/// as [`Picked`](crate::component::Picked), or an `Option` of these that is `None` when nothing is
/// chosen. What is not in the list is refused.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn order(#[input(Radio::new([("Small", 1), ("Large", 2)]))] scoops: u8) -> String {
///     "🍨".repeat(scoops.into())
/// }
/// ```
#[component(
    data_model = Value,
    kind = form,
    events(select, change, input),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Radio {
    /// What there is to choose: texts, numbers, or pairs of a label and a value.
    #[prop(required)]
    pub choices: ChoiceList,
    /// Whether the labels run from right to left.
    pub rtl: bool,
}

impl Radio {
    /// The variants of an enum.
    #[must_use]
    pub fn of<T: Choices>() -> Self {
        Self::new(ChoiceList::of::<T>())
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("type".into(), json!("value"));
        props
    }

    fn api_info(&self) -> Value {
        json!({"enum": self.choices.values(), "title": "Radio", "type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!(self.choices.first())
    }

    fn check(&self, chosen: &Value) -> Result<(), Invalid> {
        if chosen.is_null() {
            Ok(())
        } else {
            one_of(&self.choices, chosen)
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Chosen> Preprocess<T> for Radio {
    fn preprocess(&self, data: Value) -> Result<T, Invalid> {
        T::from_choice(data, &self.choices)
    }
}

impl<T: Chosen> Preprocess<Option<T>> for Radio {
    fn preprocess(&self, data: Value) -> Result<Option<T>, Invalid> {
        if data.is_null() {
            Ok(None)
        } else {
            self.preprocess(data).map(Some)
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Chosen> Postprocess<T> for Radio {
    fn postprocess(&self, value: T) -> Result<Value, Invalid> {
        value.into_choice(&self.choices)
    }
}

impl<T: Chosen> Postprocess<Option<T>> for Radio {
    fn postprocess(&self, value: Option<T>) -> Result<Value, Invalid> {
        value.map_or(Ok(Value::Null), |value| self.postprocess(value))
    }
}

impl Postprocess<&str> for Radio {
    fn postprocess(&self, value: &str) -> Result<Value, Invalid> {
        Ok(value.into())
    }
}
