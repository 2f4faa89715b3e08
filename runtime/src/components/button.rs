//! `Button`: starts something, or empties what stands on the page.

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
    events(click, change),
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
    /// Where what is linked opens; in place of this page unless set.
    pub link_target: Option<LinkTarget>,
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

/// Empties components when it is clicked, in the page itself: no function runs.
///
/// It is a [`Button`] that says *Clear*. What it empties is told to its handle:
///
/// ```
/// use vetrina::{components::ClearButton, prelude::*};
///
/// #[page]
/// fn note(ui: &mut Ui) {
///     let text = ui.add(Textbox::new().label("Text"));
///     let stars = ui.add(Slider::new(1..=5).label("Stars"));
///     ui.add(ClearButton::new()).clears((&text, &stars));
/// }
/// ```
#[derive(Debug)]
pub enum ClearButton {}

impl ClearButton {
    /// A button that says *Clear*.
    #[must_use]
    #[allow(clippy::new_ret_no_self, reason = "it is a button like any other")]
    pub fn new() -> Button {
        Button::new("Clear")
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

/// Where a link of a [`Button`] opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum LinkTarget {
    /// In place of this page.
    #[serde(rename = "_self")]
    This,
    /// In a new tab.
    #[serde(rename = "_blank")]
    NewTab,
    /// In place of the page around this one, if it stands in a frame.
    #[serde(rename = "_parent")]
    Parent,
    /// In place of the outermost page.
    #[serde(rename = "_top")]
    Top,
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
            "link": "https://example.com", "link_target": "_blank", "icon": "/dice.svg", "show_label": null, "container": null, "min_width": null,
        });
        let button = Button::new("Go")
            .variant(ButtonVariant::Primary)
            .size(ButtonSize::Sm)
            .link("https://example.com")
            .link_target(LinkTarget::NewTab)
            .icon("/dice.svg")
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
