//! What the code printed by `#[component]` calls while a component is built. Hidden, never promised.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value};

use super::{Component, Postprocess};

/// A prop of this type can be sent to the page.
#[diagnostic::on_unimplemented(
    message = "a prop of type `{Self}` cannot be sent to the page",
    label = "not a type that serde can write",
    note = "put `#[data_model]` on a struct or an enum of your own, or derive `serde::Serialize` for it",
    note = "what only the server needs stays there: `#[prop(skip)]`"
)]
pub trait Sent {
    /// The prop as JSON.
    ///
    /// # Errors
    /// When there is no JSON for it, such as for a map whose keys are no texts.
    fn sent(&self) -> serde_json::Result<Value>;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize + ?Sized> Sent for T {
    fn sent(&self) -> serde_json::Result<Value> {
        serde_json::to_value(self)
    }
}

/// A prop of this type starts as something by itself.
#[diagnostic::on_unimplemented(
    message = "a prop of type `{Self}` has nothing to start with",
    label = "has no `Default`",
    note = "say what it is in a new component: `#[prop(default = …)]`",
    note = "or make it a parameter of `new`: `#[prop(required)]`, or derive `Default` for `{Self}`"
)]
pub trait Usual {
    /// What it is unless set.
    fn usual() -> Self;
}

#[diagnostic::do_not_recommend]
impl<T: Default> Usual for T {
    fn usual() -> Self {
        T::default()
    }
}

/// A prop that was not said to start with anything.
#[must_use]
pub fn usual<T: Usual>() -> T {
    T::usual()
}

/// Adds a prop; an unset one is not sent.
pub fn put(props: &mut Map<String, Value>, name: &str, value: &impl Sent) {
    let value = to_value(name, value);
    if !value.is_null() {
        props.insert(name.into(), value);
    }
}

/// Adds the fields of `value` as props of their own.
pub fn put_all(props: &mut Map<String, Value>, name: &str, value: &impl Sent) {
    match to_value(name, value) {
        Value::Object(fields) => {
            props.extend(fields.into_iter().filter(|(_, value)| !value.is_null()));
        }
        Value::Null => {}
        other => panic!("the prop `{name}` has no fields to flatten: it is {other}"),
    }
}

/// Notes that the props which are the fields of `value` were set.
pub fn touch_all(touched: &mut Vec<Cow<'static, str>>, value: &impl Sent) {
    if let Value::Object(fields) = to_value("", value) {
        touched.extend(fields.into_iter().map(|(name, _)| Cow::Owned(name)));
    }
}

fn to_value(name: &str, value: &impl Sent) -> Value {
    value
        .sent()
        .unwrap_or_else(|error| panic!("the prop `{name}` cannot be written as JSON: {error}"))
}

/// Sets the value the component starts with.
pub fn set_value<T, C: Postprocess<T>>(component: &mut C, value: T) {
    let sent = component
        .postprocess(value)
        .map_err(|why| why.to_string())
        .and_then(|data| serde_json::to_value(data).map_err(|error| error.to_string()));
    let base = component.base_mut();
    base.touch("value");
    match sent {
        Ok(value) => base.value = Some(value),
        Err(why) => base
            .errors
            .push(format!("the initial value does not fit: {why}")),
    }
}

/// Sets the classes of the element.
pub fn set_classes<S: Into<String>>(
    component: &mut impl Component,
    classes: impl IntoIterator<Item = S>,
) {
    let base = component.base_mut();
    base.touch("elem_classes");
    base.elem_classes = classes.into_iter().map(Into::into).collect();
}

/// Sets the props that the component's key keeps.
pub fn set_preserved<S: Into<String>>(
    component: &mut impl Component,
    props: impl IntoIterator<Item = S>,
) {
    let base = component.base_mut();
    base.preserved_by_key = Some(props.into_iter().map(Into::into).collect());
}

/// Whether any field of `value` was set as a prop of its own.
#[must_use]
pub fn is_touched(touched: &[Cow<'static, str>], value: &impl Sent) -> bool {
    let mut fields = Vec::new();
    touch_all(&mut fields, value);
    fields.iter().any(|field| touched.contains(field))
}

/// A prop before an update.
#[derive(Debug)]
pub struct Before<'a, T>(pub &'a T);

/// Props that can be copied are kept over updates.
pub trait KeepCopied<T> {
    /// Puts the prop into `now`.
    fn keep_in(&self, now: &mut T);
}

impl<T: Clone> KeepCopied<T> for Before<'_, T> {
    fn keep_in(&self, now: &mut T) {
        now.clone_from(self.0);
    }
}

/// Others are not: the compiler gets here when the prop is not `Clone`.
pub trait KeepNothing<T> {
    /// Leaves `now` as it is.
    fn keep_in(&self, now: &mut T);
}

impl<T> KeepNothing<T> for &Before<'_, T> {
    fn keep_in(&self, _: &mut T) {}
}
