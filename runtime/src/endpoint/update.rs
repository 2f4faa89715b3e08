//! Results that change a component instead of giving it a value.

use serde_json::{Map, Value};

use crate::{
    component::Component,
    store::{update, updated},
};

/// Changes props of the component it is shown in; the value too, if it is set.
///
/// What was set on the component is what changes, all else stays as it is.
///
/// ```
/// use vetrina::{endpoint::Update, prelude::*};
///
/// fn reveal(answer: String) -> Update<Textbox> {
///     Update(Textbox::new().label("Your answer").visible(true).value(answer))
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Update<C: Component>(pub C);

impl<C: Component> Update<C> {
    /// The rules of a component, such as a range or its choices, hold for the session from now on.
    pub(crate) fn remember(self, original: &C) {
        const NO_RULES: [&str; 5] = ["value", "visible", "label", "info", "interactive"];
        let Self(mut now) = self;
        let mut touched = now.base().touched.iter();
        if touched.any(|name| !NO_RULES.contains(&name.as_ref())) {
            let before = updated(original);
            now.keep(before.as_deref().unwrap_or(original));
            update(original, now);
        }
    }

    /// The props that were set, as they are sent.
    pub(crate) fn changes(&self) -> Map<String, Value> {
        let touched = &self.0.base().touched;
        let mut props = (C::METHODS.props)(&self.0);
        props.retain(|name, _| touched.iter().any(|one| one == name));
        // What was set to nothing is nothing from now on.
        for name in touched {
            props.entry(name.as_ref()).or_insert(Value::Null);
        }
        props
    }
}

/// Leaves an output as it is; for several outputs, all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skip;
