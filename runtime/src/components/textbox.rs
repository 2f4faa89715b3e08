//! `Textbox`: text to type and to read.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{MultimodalData, text::text_component};
use crate::{
    component,
    component::{Invalid, Preprocess},
};

/// Text to type, and to read. The component of `String`.
///
/// A function takes a `String`, or an `Option<String>` that is `None` when the text is empty; it
/// shows these and `&str`.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn shout(#[input(Textbox::new().lines(3).placeholder("Say something"))] text: String) -> String {
///     text.to_uppercase()
/// }
/// ```
#[component(
    data_model = Option<String>,
    kind = form,
    events(change, input, select, submit, focus, blur, stop, copy),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Textbox {
    /// What may be typed, and how it is drawn.
    #[prop(rename = "type", default = TextKind::Text)]
    pub kind: TextKind,
    /// How many lines are seen at first.
    #[prop(default = 1)]
    pub lines: u32,
    /// How many lines it grows to before it scrolls.
    pub max_lines: Option<u32>,
    /// What an empty box says.
    pub placeholder: Option<String>,
    /// Whether the cursor starts here.
    pub autofocus: bool,
    /// Whether it keeps to the end as text comes in.
    #[prop(default = true)]
    pub autoscroll: bool,
    /// Which side the text starts from.
    pub text_align: Option<TextAlign>,
    /// Whether the text runs from right to left.
    pub rtl: bool,
    /// Whether a button copies the text.
    pub show_copy_button: bool,
    /// How many characters there may be; more are refused.
    pub max_length: Option<u32>,
    /// A button inside that submits: `true`, or the words on it.
    #[prop(default = false)]
    pub submit_btn: TextboxButton,
    /// A button inside that stops: `true`, or the words on it.
    #[prop(default = false)]
    pub stop_btn: TextboxButton,
    /// Attributes of the box in the words of HTML: `[("autocomplete", "name"), ("lang", "fr")]`.
    /// Those that count are `autocapitalize`, `autocomplete`, `autocorrect`, `enterkeyhint`,
    /// `inputmode`, `lang`, `spellcheck` and `tabindex`.
    pub html_attributes: Option<HtmlAttributes>,
}

text_component!(Textbox);

/// A message of words alone.
impl Preprocess<MultimodalData> for Textbox {
    fn preprocess(&self, data: Option<String>) -> Result<MultimodalData, Invalid> {
        Ok(data.unwrap_or_default().into())
    }
}

impl Textbox {
    /// A box for long text: seven lines that grow to twenty.
    #[doc(alias = "TextArea")]
    #[must_use]
    pub fn area() -> Self {
        Self::new().lines(7).max_lines(20)
    }

    /// A box that shows dots in place of what is typed.
    #[must_use]
    pub fn password(self) -> Self {
        self.kind(TextKind::Password)
    }

    /// A box for an email address.
    #[must_use]
    pub fn email(self) -> Self {
        self.kind(TextKind::Email)
    }

    fn api_info(&self) -> Value {
        json!({"type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!("Hello!!")
    }

    fn check(&self, text: &Option<String>) -> Result<(), Invalid> {
        let (Some(text), Some(most)) = (text, self.max_length) else {
            return Ok(());
        };
        let length = text.chars().count();
        if length > most as usize {
            return Err(format!("{length} characters are more than the maximum {most}").into());
        }
        Ok(())
    }
}

/// What may be typed into a [`Textbox`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TextKind {
    /// Any text.
    Text,
    /// Text that is not shown.
    Password,
    /// An email address.
    Email,
}

/// Attributes of an element, as pairs of a name and a text, a number, or `true` and `false`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct HtmlAttributes(Map<String, Value>);

impl<N: Into<String>, V: Into<Value>, I: IntoIterator<Item = (N, V)>> From<I> for HtmlAttributes {
    fn from(attributes: I) -> Self {
        let pairs = attributes.into_iter();
        Self(
            pairs
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
        )
    }
}

/// Which side text starts from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TextAlign {
    /// From the left.
    Left,
    /// From the right.
    Right,
}

/// A button inside a [`Textbox`]: none, the usual one, or one with words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum TextboxButton {
    /// Whether there is one.
    Shown(bool),
    /// One with these words.
    Words(String),
}

impl From<bool> for TextboxButton {
    fn from(shown: bool) -> Self {
        Self::Shown(shown)
    }
}

impl From<&str> for TextboxButton {
    fn from(words: &str) -> Self {
        Self::Words(words.into())
    }
}

impl From<String> for TextboxButton {
    fn from(words: String) -> Self {
        Self::Words(words)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::*;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "type": "text", "lines": 1, "autofocus": false, "autoscroll": true, "rtl": false,
            "show_copy_button": false, "submit_btn": false, "stop_btn": false,
        });
        assert_props(&Textbox::new(), own);
    }

    #[test]
    fn set_props_are_sent() {
        let textbox = Textbox::new()
            .password()
            .lines(3)
            .max_lines(9)
            .placeholder("type")
            .text_align(TextAlign::Right)
            .submit_btn("Go")
            .stop_btn(true)
            .label("Key")
            .info("It stays secret.")
            .scale(2)
            .elem_id("key")
            .elem_classes(["big", "bold"])
            .interactive(false)
            .visible(false)
            .value("abc");
        let own = json!({
            "type": "password", "lines": 3, "max_lines": 9, "placeholder": "type", "autofocus": false,
            "autoscroll": true, "rtl": false, "show_copy_button": false, "text_align": "right",
            "submit_btn": "Go", "stop_btn": true, "label": "Key", "info": "It stays secret.", "scale": 2,
            "elem_id": "key", "elem_classes": ["big", "bold"], "interactive": false, "visible": false,
            "value": "abc",
        });
        assert_props(&textbox, own);
    }

    #[test]
    fn an_area_is_a_larger_box() {
        let own = json!({
            "type": "text", "lines": 7, "max_lines": 20, "autofocus": false, "autoscroll": true,
            "rtl": false, "show_copy_button": false, "submit_btn": false, "stop_btn": false,
            "html_attributes": {"spellcheck": false},
        });
        assert_props(
            &Textbox::area().html_attributes([("spellcheck", false)]),
            own,
        );
    }

    #[test]
    fn text_goes_in_and_out() {
        let textbox = Textbox::new();
        assert_eq!(example::<String>(&textbox), Ok("Hello!!".into()));
        assert_eq!(read::<String>(&textbox, "null"), Ok(String::new()));
        assert_eq!(read::<Option<String>>(&textbox, "\"\""), Ok(None));
        assert_eq!(
            read::<Option<String>>(&textbox, "\"a\""),
            Ok(Some("a".into()))
        );
        assert_eq!(shown(&textbox, "a \"b\""), json!("a \"b\""));
        assert_eq!(shown(&textbox, None::<String>), json!(null));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let textbox = Textbox::new();
        assert_eq!(
            read::<String>(&textbox, "5"),
            Err("expected text, got a number".into())
        );
        assert_eq!(
            read::<String>(&textbox, "[]"),
            Err("expected text, got a list".into())
        );
    }

    #[test]
    fn length_counts_characters() {
        let short = Textbox::new().max_length(3);
        assert_eq!(read::<String>(&short, "\"äöü\""), Ok("äöü".into()));
        let refused = read::<String>(&short, "\"four\"");
        assert_eq!(
            refused,
            Err("4 characters are more than the maximum 3".into())
        );
    }
}
