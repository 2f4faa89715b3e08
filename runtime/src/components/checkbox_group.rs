//! `CheckboxGroup`: any of a few choices.

use serde_json::{Map, Value, json};

use crate::{
    component,
    component::{
        ChoiceList, Choices, Chosen, Component as _, Derived, Invalid, Postprocess, Preprocess,
        one_of,
    },
};

/// Any of a few choices, all of them in view. The component of a `Vec` of an enum with
/// [`Choices`](macro@crate::Choices).
///
/// A function takes and shows a `Vec` or a set of what a [`Radio`](super::Radio) gives one of.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn pizza(#[input(CheckboxGroup::new(["basil", "olives"]))] toppings: Vec<String>) -> String {
///     format!("A pizza with {}", toppings.join(" and "))
/// }
/// ```
#[component(
    data_model = Vec<Value>,
    kind = form,
    events(change, input, select),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct CheckboxGroup {
    /// What there is to choose: texts, numbers, or pairs of a label and a value.
    #[prop(required)]
    pub choices: ChoiceList,
    /// Whether one more box ticks them all.
    pub show_select_all: bool,
}

impl CheckboxGroup {
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
        json!({
            "items": {"enum": self.choices.values(), "type": "string"},
            "title": "Checkbox Group",
            "type": "array",
        })
    }

    fn example_payload(&self) -> Value {
        self.choices.first().into_iter().cloned().collect()
    }

    fn initial_value(&self) -> Option<Value> {
        Some(self.base().value.clone().unwrap_or(json!([])))
    }

    fn check(&self, chosen: &Vec<Value>) -> Result<(), Invalid> {
        chosen.iter().try_for_each(|one| one_of(&self.choices, one))
    }
}

#[diagnostic::do_not_recommend]
impl<T: Chosen> Preprocess<Vec<T>> for CheckboxGroup {
    fn preprocess(&self, data: Vec<Value>) -> Result<Vec<T>, Invalid> {
        data.into_iter()
            .map(|one| T::from_choice(one, &self.choices))
            .collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Chosen> Postprocess<Vec<T>> for CheckboxGroup {
    fn postprocess(&self, value: Vec<T>) -> Result<Vec<Value>, Invalid> {
        value
            .into_iter()
            .map(|one| one.into_choice(&self.choices))
            .collect()
    }
}

#[diagnostic::do_not_recommend]
impl<T: Chosen, const N: usize> Postprocess<[T; N]> for CheckboxGroup {
    fn postprocess(&self, value: [T; N]) -> Result<Vec<Value>, Invalid> {
        self.postprocess(Vec::from(value))
    }
}

/// One choice is a list of one.
#[diagnostic::do_not_recommend]
impl<T: Chosen> Postprocess<T> for CheckboxGroup {
    fn postprocess(&self, value: T) -> Result<Vec<Value>, Invalid> {
        self.postprocess(vec![value])
    }
}

impl Postprocess<&str> for CheckboxGroup {
    fn postprocess(&self, value: &str) -> Result<Vec<Value>, Invalid> {
        Ok(vec![value.into()])
    }
}

impl Postprocess<Vec<&str>> for CheckboxGroup {
    fn postprocess(&self, values: Vec<&str>) -> Result<Vec<Value>, Invalid> {
        let values: Vec<String> = values.into_iter().map(Into::into).collect();
        self.postprocess(values)
    }
}

impl<const N: usize> Postprocess<[&str; N]> for CheckboxGroup {
    fn postprocess(&self, value: [&str; N]) -> Result<Vec<Value>, Invalid> {
        Ok(value.map(Value::from).into())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Mood, assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "choices": [["t1", "t1"], ["t2", "t2"]], "value": [], "type": "value", "show_select_all": false,
        });
        assert_props(&CheckboxGroup::new(["t1", "t2"]), own);
        let own = json!({
            "choices": [["One", 1]], "value": [1], "type": "value", "show_select_all": true,
        });
        assert_props(
            &CheckboxGroup::new([("One", 1)])
                .show_select_all(true)
                .value([1]),
            own,
        );
    }

    #[test]
    fn the_schema_lists_the_values() {
        let schema = json!({
            "items": {"enum": ["t1", "t2"], "type": "string"}, "title": "Checkbox Group", "type": "array",
        });
        assert_eq!(
            AnyComponent::api_info(&CheckboxGroup::new(["t1", "t2"])),
            schema
        );
    }

    #[test]
    fn several_choices_go_in_and_out() {
        let group = CheckboxGroup::of::<Mood>();
        assert_eq!(example::<Vec<Mood>>(&group), Ok(vec![Mood::Calm]));
        assert_eq!(
            read::<Vec<String>>(&group, r#"["Loud", "Calm"]"#),
            Ok(vec!["Loud".into(), "Calm".into()])
        );
        assert_eq!(shown(&group, vec![Mood::Loud]), json!(["Loud"]));
        assert_eq!(
            AnyComponent::example_payload(&CheckboxGroup::new([""; 0])),
            json!([])
        );
    }

    #[test]
    fn each_choice_must_be_in_the_list() {
        let group = CheckboxGroup::new(["a", "b"]);
        let refused = read::<Vec<String>>(&group, r#"["a", "z"]"#);
        assert_eq!(
            refused,
            Err(r#""z" is not one of the choices: "a", "b""#.into())
        );
        assert_eq!(
            read::<Vec<String>>(&group, "\"a\""),
            Err("expected a list, got text".into())
        );
    }
}
