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

impl Postprocess<Option<&str>> for Radio {
    fn postprocess(&self, value: Option<&str>) -> Result<Value, Invalid> {
        value.map_or(Ok(Value::Null), |value| self.postprocess(value))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Mood, assert_props, example, read, shown};
    use super::*;
    use crate::component::{AnyComponent, Picked};

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({"choices": [["a", "a"], ["b", "b"]], "type": "value", "rtl": false});
        assert_props(&Radio::new(["a", "b"]), own);
        let own = json!({"choices": [["Small", 1], ["Large", 2]], "value": 2, "type": "value", "rtl": false});
        assert_props(&Radio::new([("Small", 1), ("Large", 2)]).value(2), own);
    }

    #[test]
    fn the_schema_lists_the_values() {
        let schema = json!({"enum": [1, 2], "title": "Radio", "type": "string"});
        assert_eq!(
            AnyComponent::api_info(&Radio::new([("A", 1), ("B", 2)])),
            schema
        );
    }

    #[test]
    fn choices_go_in_and_out_as_the_function_likes_them() {
        let radio = Radio::of::<Mood>();
        assert_eq!(example::<Mood>(&radio), Ok(Mood::Calm));
        assert_eq!(read::<String>(&radio, "\"Loud\""), Ok("Loud".into()));
        assert_eq!(read::<Picked>(&radio, "\"Loud\""), Ok(Picked(1)));
        assert_eq!(read::<Option<Mood>>(&radio, "null"), Ok(None));
        assert_eq!(shown(&radio, Mood::Loud), json!("Loud"));
        assert_eq!(shown(&radio, Picked(0)), json!("Calm"));
        assert_eq!(shown(&radio, None::<Mood>), json!(null));
        assert_eq!(
            example::<u8>(&Radio::new([("Small", 1), ("Large", 2)])),
            Ok(1)
        );
    }

    #[test]
    fn what_is_not_in_the_list_is_refused_with_the_list() {
        let radio = Radio::of::<Mood>();
        let refused = read::<Mood>(&radio, "\"Rather loud\"");
        assert_eq!(
            refused,
            Err(r#""Rather loud" is not one of the choices: "Calm", "Loud""#.into())
        );
        let refused = read::<Mood>(&radio, "null");
        assert_eq!(refused, Err(r#"nothing is chosen: "Calm", "Loud""#.into()));
    }

    #[test]
    fn a_first_value_that_is_no_choice_is_told_at_start() {
        let why = r#"the initial value does not fit: "c" is not one of the choices: "a", "b""#;
        assert_eq!(Radio::new(["a", "b"]).value("c").errors(), [why]);
    }
}
