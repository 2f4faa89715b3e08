//! Values to choose from.

use std::{borrow::Cow, fmt::Write as _};

use serde::{Serialize, Serializer};
use serde_json::Value;

use super::{Invalid, Num, Numeric};

/// An enum whose variants are choices. `#[derive(Choices)]` writes this.
///
/// ```
/// use vetrina::{component::Choices, prelude::*};
///
/// #[derive(Choices)]
/// enum Mood {
///     Calm,
///     /// Rather loud
///     Loud,
/// }
///
/// assert_eq!(Mood::CHOICES, [("Calm", "Calm"), ("Loud", "Rather loud")]);
/// assert_eq!(Mood::from_value("Loud").unwrap().value(), "Loud");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a set of choices",
    label = "not an enum with `Choices`",
    note = "write `#[derive(Choices)]` on the enum"
)]
pub trait Choices: Sized + 'static {
    /// The value and the label of each, in the order they are shown.
    const CHOICES: &'static [(&'static str, &'static str)];

    /// The variant that goes by `value`.
    fn from_value(value: &str) -> Option<Self>;

    /// What the variant goes by.
    fn value(&self) -> &'static str;
}

/// One thing to choose: what the page shows, and what travels.
///
/// A text or a number is its own label; a pair is a label and a value.
///
/// ```
/// use vetrina::component::Choice;
///
/// assert_eq!(Choice::from("a"), Choice::from(("a", "a")));
/// assert_eq!(Choice::from(("Two", 2)).label, "Two");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Choice {
    /// What the page shows.
    pub label: String,
    /// What travels: a text or a number.
    pub value: Value,
}

impl Serialize for Choice {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (&self.label, &self.value).serialize(serializer)
    }
}

impl<L: Into<String>, V: Into<Value>> From<(L, V)> for Choice {
    fn from((label, value): (L, V)) -> Self {
        Self {
            label: label.into(),
            value: value.into(),
        }
    }
}

macro_rules! own_label {
    ($($type:ty)*) => {$(
        impl From<$type> for Choice {
            fn from(value: $type) -> Self {
                Self { label: value.to_string(), value: value.into() }
            }
        }
    )*};
}
own_label! { &str String i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 }

impl From<&String> for Choice {
    fn from(value: &String) -> Self {
        value.as_str().into()
    }
}

/// The choices of a component, from any list of things that can be a [`Choice`].
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ChoiceList(Vec<Choice>);

impl<I: IntoIterator<Item: Into<Choice>>> From<I> for ChoiceList {
    fn from(choices: I) -> Self {
        Self(choices.into_iter().map(Into::into).collect())
    }
}

impl ChoiceList {
    /// The variants of `T`.
    #[must_use]
    pub fn of<T: Choices>() -> Self {
        Self(
            T::CHOICES
                .iter()
                .map(|(value, label)| Choice::from((*label, *value)))
                .collect(),
        )
    }

    /// The values, as a schema's `enum` lists them.
    pub(crate) fn values(&self) -> Value {
        self.0.iter().map(|choice| choice.value.clone()).collect()
    }

    pub(crate) fn first(&self) -> Option<&Value> {
        self.0.first().map(|choice| &choice.value)
    }

    fn place(&self, value: &Value) -> Option<usize> {
        self.0
            .iter()
            .position(|choice| same_value(&choice.value, value))
    }
}

/// Whether two values are the same choice; `1` and `1.0` are.
fn same_value(a: &Value, b: &Value) -> bool {
    match (a.as_f64(), b.as_f64()) {
        (Some(a), Some(b)) => a.total_cmp(&b).is_eq(),
        _ => a == b,
    }
}

/// Refuses what is not among `choices`.
pub(crate) fn one_of(choices: &ChoiceList, value: &Value) -> Result<(), Invalid> {
    if choices.place(value).is_some() {
        Ok(())
    } else {
        Err(no_choice(choices, value))
    }
}

#[cold]
fn no_choice(choices: &ChoiceList, value: &Value) -> Invalid {
    let mut sentence = match value {
        Value::Array(_) => "expected one choice, got a list".to_owned(),
        Value::Object(_) => "expected one choice, got an object".to_owned(),
        Value::Null => "nothing is chosen".to_owned(),
        _ => format!("{value} is not one of the choices"),
    };
    name(&mut sentence, choices.0.iter().map(|choice| &choice.value));
    sentence.into()
}

/// `value` is none of `choices`.
pub(super) fn not_among(value: &Value, choices: &[Value]) -> String {
    let mut sentence = format!("{value} is not one of the choices");
    name(&mut sentence, choices.iter());
    sentence
}

/// Says what there is to choose from.
fn name<'a>(sentence: &mut String, choices: impl ExactSizeIterator<Item = &'a Value>) {
    /// A sentence with more of them is not read.
    const MOST: usize = 12;
    let more = choices.len().saturating_sub(MOST);
    for (i, choice) in choices.take(MOST).enumerate() {
        let before = if i == 0 { ": " } else { ", " };
        let _ = write!(sentence, "{before}{choice}");
    }
    if more > 0 {
        let _ = write!(sentence, " and {more} more");
    }
}

/// What a function may take a choice as, and show one from: a text, a number, an enum with
/// [`Choices`], or its place in the list as [`Picked`].
#[diagnostic::on_unimplemented(
    message = "a choice cannot be a `{Self}`",
    label = "not a text, a number, or an enum with `Choices`",
    note = "write `#[derive(Choices)]` on the enum"
)]
pub trait Chosen: Sized {
    /// Reads the choice.
    ///
    /// # Errors
    /// When nothing is chosen, or the choice is of another type.
    fn from_choice(value: Value, choices: &ChoiceList) -> Result<Self, Invalid>;

    /// The choice as it travels.
    ///
    /// # Errors
    /// When there is no such choice.
    fn into_choice(self, choices: &ChoiceList) -> Result<Value, Invalid>;
}

impl<T: Choices> Chosen for T {
    fn from_choice(value: Value, choices: &ChoiceList) -> Result<Self, Invalid> {
        value
            .as_str()
            .and_then(Self::from_value)
            .ok_or_else(|| no_choice(choices, &value))
    }

    fn into_choice(self, _: &ChoiceList) -> Result<Value, Invalid> {
        Ok(self.value().into())
    }
}

impl Chosen for String {
    fn from_choice(value: Value, choices: &ChoiceList) -> Result<Self, Invalid> {
        match value {
            Value::String(text) => Ok(text),
            Value::Number(number) => Ok(number.to_string()),
            other => Err(no_choice(choices, &other)),
        }
    }

    fn into_choice(self, _: &ChoiceList) -> Result<Value, Invalid> {
        Ok(self.into())
    }
}

impl Chosen for Cow<'static, str> {
    fn from_choice(value: Value, choices: &ChoiceList) -> Result<Self, Invalid> {
        String::from_choice(value, choices).map(Self::Owned)
    }

    fn into_choice(self, choices: &ChoiceList) -> Result<Value, Invalid> {
        self.into_owned().into_choice(choices)
    }
}

macro_rules! chosen_number {
    ($($type:ty)*) => {$(
        impl Chosen for $type {
            fn from_choice(value: Value, choices: &ChoiceList) -> Result<Self, Invalid> {
                match serde_json::from_value::<Num>(value.clone()) {
                    Ok(number) => Self::from_num(number),
                    Err(_) => Err(no_choice(choices, &value)),
                }
            }

            fn into_choice(self, _: &ChoiceList) -> Result<Value, Invalid> {
                serde_json::to_value(Num::from(self)).map_err(|error| error.to_string().into())
            }
        }
    )*};
}
chosen_number! { i8 i16 i32 i64 u8 u16 u32 u64 usize f32 f64 }

/// A choice by its place in the list, counted from zero.
///
/// ```
/// use serde_json::json;
/// use vetrina::{component::Picked, prelude::*};
///
/// let size = Radio::new(["small", "large"]);
/// let Picked(place) = size.preprocess(json!("large"))?;
/// assert_eq!(place, 1);
/// # Ok::<(), vetrina::component::Invalid>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Picked(pub usize);

impl Chosen for Picked {
    fn from_choice(value: Value, choices: &ChoiceList) -> Result<Self, Invalid> {
        choices
            .place(&value)
            .map(Self)
            .ok_or_else(|| no_choice(choices, &value))
    }

    fn into_choice(self, choices: &ChoiceList) -> Result<Value, Invalid> {
        choices
            .0
            .get(self.0)
            .map(|choice| choice.value.clone())
            .ok_or_else(|| {
                format!(
                    "there is no choice at place {}, only {}",
                    self.0,
                    choices.0.len()
                )
                .into()
            })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn labels_and_values_travel_as_pairs() {
        let list = ChoiceList::from([("Small", 1), ("Large", 2)]);
        assert_eq!(
            serde_json::to_value(&list).unwrap(),
            json!([["Small", 1], ["Large", 2]])
        );
        let list = ChoiceList::from(vec!["a".to_owned(), "b".to_owned()]);
        assert_eq!(
            serde_json::to_value(&list).unwrap(),
            json!([["a", "a"], ["b", "b"]])
        );
        assert_eq!(ChoiceList::from([1, 2]).values(), json!([1, 2]));
    }

    #[test]
    fn a_value_outside_the_list_is_refused_with_the_list() {
        let list = ChoiceList::from(["calm", "loud"]);
        assert_eq!(one_of(&list, &json!("calm")), Ok(()));
        let why = one_of(&list, &json!("furious")).unwrap_err();
        assert_eq!(
            why.to_string(),
            r#""furious" is not one of the choices: "calm", "loud""#
        );
        let why = one_of(&list, &json!(["calm"])).unwrap_err();
        assert_eq!(
            why.to_string(),
            r#"expected one choice, got a list: "calm", "loud""#
        );
    }

    #[test]
    fn long_lists_are_cut() {
        let why = one_of(&ChoiceList::from(0..100), &json!("x"))
            .unwrap_err()
            .to_string();
        assert!(why.ends_with("10, 11 and 88 more"), "{why}");
        let why = one_of(&ChoiceList::from(0..12), &json!("x"))
            .unwrap_err()
            .to_string();
        assert!(why.ends_with("10, 11"), "{why}");
    }

    #[test]
    fn numbers_compare_by_value() {
        let list = ChoiceList::from([1, 2]);
        assert_eq!(one_of(&list, &json!(2.0)), Ok(()));
        assert_eq!(u8::from_choice(json!(2.0), &list), Ok(2));
        assert_eq!(String::from_choice(json!(2), &list), Ok("2".into()));
        assert!(f64::from_choice(json!("2"), &list).is_err());
    }
}
