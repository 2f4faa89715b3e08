//! `Button`: starts something.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::text::text_component;
use crate::{component, component::Derived};

/// Starts something when it is clicked.
///
/// Its value is the words on it: a function that it is given to gets them, and one that shows a
/// text in it changes them.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn dice(ui: &mut Ui) {
///     let rolled = ui.add(Number::new().label("Rolled"));
///     ui.add(Button::new("Roll").variant(ButtonVariant::Primary)).click(roll, (), &rolled);
/// }
///
/// #[endpoint]
/// fn roll() -> u8 {
///     4
/// }
/// ```
#[component(
    data_model = Option<String>,
    events(click),
    skip_api,
    base(interactive = true, min_width = None),
    manual(new, preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Button {
    /// How much it stands out.
    #[prop(default = ButtonVariant::Secondary)]
    pub variant: ButtonVariant,
    /// How big it is.
    #[prop(default = ButtonSize::Lg)]
    pub size: ButtonSize,
    /// A picture before the words: an address.
    pub icon: Option<String>,
    /// Where a click goes, in place of calling a function.
    pub link: Option<String>,
}

text_component!(Button);

impl Button {
    /// A button with these words on it.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self::default().value(words.into())
    }

    fn api_info(&self) -> Value {
        json!({"type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!("Run")
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.remove("show_label");
        props.remove("container");
        props
    }
}

/// How much a [`Button`] stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ButtonVariant {
    /// The one thing to do here.
    Primary,
    /// One of several things.
    Secondary,
    /// Ends or deletes something.
    Stop,
}

/// How big a [`Button`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ButtonSize {
    /// Small.
    Sm,
    /// In between.
    Md,
    /// Large.
    Lg,
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, example, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let usual = json!({
            "value": "Run", "variant": "secondary", "size": "lg", "interactive": true,
            "show_label": null, "container": null, "min_width": null,
        });
        assert_props(&Button::new("Run"), usual);
        let own = json!({
            "value": "Go", "variant": "primary", "size": "sm", "interactive": true, "scale": 0,
            "link": "https://example.com", "show_label": null, "container": null, "min_width": null,
        });
        let button = Button::new("Go")
            .variant(ButtonVariant::Primary)
            .size(ButtonSize::Sm)
            .link("https://example.com")
            .scale(0);
        assert_props(&button, own);
    }

    #[test]
    fn its_words_go_in_and_out() {
        assert!(Button::new("Run").skip_api());
        assert_eq!(example::<String>(&Button::new("Run")), Ok("Run".into()));
        assert_eq!(shown(&Button::new("Run"), "Again"), json!("Again"));
    }
}
