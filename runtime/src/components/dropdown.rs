//! `Dropdown`: one or several of many choices.

use serde_json::{Map, Value, json};

use crate::{
    component,
    component::{
        ChoiceList, Choices, Chosen, Component as _, Derived, Invalid, Postprocess, Preprocess,
        one_of,
    },
};

/// One choice of many, or several of them, found by typing. The component of enums with more than
/// four [`Choices`](macro@crate::Choices).
///
/// A function takes what a [`Radio`](super::Radio) gives; with [`multiselect`](Self::multiselect),
/// a `Vec` or a set of it. It starts with the first choice unless a value is set.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn visit(
///     #[input(Dropdown::new(["Rome", "Paris", "Oslo"]).multiselect(true))] cities: Vec<String>,
/// ) -> String {
///     cities.join(" → ")
/// }
/// ```
#[component(
    data_model = Value,
    kind = form,
    events(change, input, select, focus, blur, key_up),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Dropdown {
    /// What there is to choose: texts, numbers, or pairs of a label and a value.
    #[prop(required)]
    pub choices: ChoiceList,
    /// Whether several can be chosen.
    pub multiselect: bool,
    /// Whether something can be typed that is not in the list.
    pub allow_custom_value: bool,
    /// How many can be chosen at most.
    pub max_choices: Option<u32>,
    /// How many choices the open list shows at once; more come at its end.
    pub num_choices_shown: Option<u32>,
    /// Whether typing narrows the list.
    #[prop(default = true)]
    pub filterable: bool,
}

impl Dropdown {
    /// The variants of an enum.
    #[must_use]
    pub fn of<T: Choices>() -> Self {
        Self::new(ChoiceList::of::<T>())
    }

    fn api_info(&self) -> Value {
        let one = json!({"type": "string", "enum": self.choices.values()});
        if self.multiselect {
            json!({"type": "array", "items": one})
        } else {
            one
        }
    }

    fn example_payload(&self) -> Value {
        self.in_shape(json!(self.choices.first()))
    }

    fn initial_value(&self) -> Option<Value> {
        match self.base().value.clone() {
            Some(value) => Some(self.in_shape(value)),
            None if self.multiselect => None,
            None => self.choices.first().cloned(),
        }
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("type".into(), json!("value"));
        if !self.multiselect {
            props.remove("multiselect");
        }
        props
    }

    fn check(&self, chosen: &Value) -> Result<(), Invalid> {
        let chosen = match chosen {
            Value::Null => return Ok(()),
            Value::Array(chosen) if self.multiselect => chosen.as_slice(),
            one => std::slice::from_ref(one),
        };
        if let Some(most) = self
            .max_choices
            .filter(|most| chosen.len() > *most as usize)
        {
            return Err(
                format!("{} choices are more than the maximum {most}", chosen.len()).into(),
            );
        }
        chosen.iter().try_for_each(|one| {
            if self.allow_custom_value && (one.is_string() || one.is_number()) {
                return Ok(());
            }
            one_of(&self.choices, one)
        })
    }

    /// A single choice is a list of one where several can be chosen.
    fn in_shape(&self, chosen: Value) -> Value {
        match chosen {
            one @ (Value::String(_) | Value::Number(_)) if self.multiselect => json!([one]),
            other => other,
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Chosen> Preprocess<T> for Dropdown {
    fn preprocess(&self, data: Value) -> Result<T, Invalid> {
        T::from_choice(data, &self.choices)
    }
}

impl<T: Chosen> Preprocess<Option<T>> for Dropdown {
    fn preprocess(&self, data: Value) -> Result<Option<T>, Invalid> {
        if data.is_null() {
            Ok(None)
        } else {
            self.preprocess(data).map(Some)
        }
    }
}

impl<T: Chosen> Preprocess<Vec<T>> for Dropdown {
    fn preprocess(&self, data: Value) -> Result<Vec<T>, Invalid> {
        match data {
            Value::Null => Ok(Vec::new()),
            Value::Array(chosen) => chosen
                .into_iter()
                .map(|one| T::from_choice(one, &self.choices))
                .collect(),
            one => Ok(vec![T::from_choice(one, &self.choices)?]),
        }
    }
}

#[diagnostic::do_not_recommend]
impl<T: Chosen> Postprocess<T> for Dropdown {
    fn postprocess(&self, value: T) -> Result<Value, Invalid> {
        value
            .into_choice(&self.choices)
            .map(|chosen| self.in_shape(chosen))
    }
}

impl<T: Chosen> Postprocess<Option<T>> for Dropdown {
    fn postprocess(&self, value: Option<T>) -> Result<Value, Invalid> {
        value.map_or(Ok(Value::Null), |value| self.postprocess(value))
    }
}

impl<T: Chosen> Postprocess<Vec<T>> for Dropdown {
    fn postprocess(&self, value: Vec<T>) -> Result<Value, Invalid> {
        value
            .into_iter()
            .map(|one| one.into_choice(&self.choices))
            .collect()
    }
}

impl Postprocess<&str> for Dropdown {
    fn postprocess(&self, value: &str) -> Result<Value, Invalid> {
        Ok(self.in_shape(value.into()))
    }
}

impl Postprocess<Option<&str>> for Dropdown {
    fn postprocess(&self, value: Option<&str>) -> Result<Value, Invalid> {
        value.map_or(Ok(Value::Null), |value| self.postprocess(value))
    }
}

impl Postprocess<Vec<&str>> for Dropdown {
    fn postprocess(&self, values: Vec<&str>) -> Result<Value, Invalid> {
        let values: Vec<String> = values.into_iter().map(Into::into).collect();
        self.postprocess(values)
    }
}

impl<const N: usize> Postprocess<[&str; N]> for Dropdown {
    fn postprocess(&self, value: [&str; N]) -> Result<Value, Invalid> {
        Ok(value.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{Mood, assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    fn several() -> Dropdown {
        Dropdown::new(["a", "b", "c"]).multiselect(true)
    }

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "choices": [["calm", "calm"], ["loud", "loud"]], "value": "calm", "type": "value",
            "allow_custom_value": false, "filterable": true, "label": "Tone",
        });
        assert_props(&Dropdown::new(["calm", "loud"]).label("Tone"), own);
        let own = json!({
            "choices": [["a", "a"], ["b", "b"], ["c", "c"]], "value": ["a"], "type": "value",
            "multiselect": true, "allow_custom_value": false, "filterable": true, "num_choices_shown": 50,
        });
        assert_props(&several().value("a").num_choices_shown(50), own);
    }

    #[test]
    fn it_starts_with_the_first_choice_unless_told_otherwise() {
        let value = |dropdown: Dropdown| AnyComponent::initial_value(&dropdown);
        assert_eq!(value(Dropdown::new([1, 2])), Some(json!(1)));
        assert_eq!(value(Dropdown::new([1, 2]).value(2)), Some(json!(2)));
        assert_eq!(
            value(Dropdown::new([1, 2]).value(None::<i32>)),
            Some(json!(null))
        );
        assert_eq!(value(several()), None);
        // The order of the calls does not matter.
        assert_eq!(
            value(Dropdown::new(["a"]).value("a").multiselect(true)),
            Some(json!(["a"]))
        );
    }

    #[test]
    fn the_schema_lists_the_values() {
        let schema = json!({"type": "string", "enum": ["a", "b"]});
        assert_eq!(AnyComponent::api_info(&Dropdown::new(["a", "b"])), schema);
        let schema = json!({"type": "array", "items": {"type": "string", "enum": ["a", "b", "c"]}});
        assert_eq!(AnyComponent::api_info(&several()), schema);
    }

    #[test]
    fn one_choice_goes_in_and_out() {
        let dropdown = Dropdown::of::<Mood>();
        assert_eq!(example::<Mood>(&dropdown), Ok(Mood::Calm));
        assert_eq!(read::<Option<Mood>>(&dropdown, "null"), Ok(None));
        assert_eq!(shown(&dropdown, Mood::Loud), json!("Loud"));
        assert_eq!(shown(&dropdown, "Loud"), json!("Loud"));
    }

    #[test]
    fn several_choices_go_in_and_out() {
        assert_eq!(example::<Vec<String>>(&several()), Ok(vec!["a".into()]));
        assert_eq!(read::<Vec<String>>(&several(), "null"), Ok(Vec::new()));
        assert_eq!(
            read::<Vec<String>>(&several(), "\"b\""),
            Ok(vec!["b".into()])
        );
        assert_eq!(
            shown(&several(), vec!["a".to_owned(), "c".to_owned()]),
            json!(["a", "c"])
        );
        assert_eq!(shown(&several(), "b"), json!(["b"]));
    }

    #[test]
    fn what_is_not_in_the_list_is_refused_unless_allowed() {
        let dropdown = Dropdown::new(["a", "b"]);
        let refused = Err(r#""z" is not one of the choices: "a", "b""#.into());
        assert_eq!(read::<String>(&dropdown, "\"z\""), refused);
        let refused = Err(r#"expected one choice, got a list: "a", "b""#.into());
        assert_eq!(read::<String>(&dropdown, r#"["a"]"#), refused);
        assert_eq!(
            read::<String>(&dropdown.allow_custom_value(true), "\"z\""),
            Ok("z".into())
        );
        let refused = read::<Vec<String>>(&several().max_choices(1), r#"["a", "b"]"#);
        assert_eq!(refused, Err("2 choices are more than the maximum 1".into()));
    }

    #[test]
    fn a_custom_first_value_fits_where_custom_values_do() {
        assert_eq!(Dropdown::new(["a"]).value("z").errors().len(), 1);
        assert_eq!(
            Dropdown::new(["a"])
                .value("z")
                .allow_custom_value(true)
                .errors(),
            [""; 0]
        );
    }
}
