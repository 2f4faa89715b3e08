//! `Html`: markup to read.

use serde_json::{Value, json};

use super::{markdown::source, text::text_component};
use crate::{component, component::Invalid, richtext};

/// Markup to read.
///
/// A function shows a `String` or `&str` of HTML. What could do harm is left out, whoever wrote it:
///
/// - scripts and handlers (`onclick`), frames, forms and their fields, `<style>` and `<link>`;
/// - addresses that are neither of the web nor of mail; `data:` only for pictures;
/// - in `style`, what takes an element out of its place or over others (`position`, `z-index`, `transform`).
///
/// Ids get `user-` in front, so that none stands for a part of the page.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint(output = Html::new())]
/// fn swatch(red: u8, green: u8, blue: u8) -> String {
///     format!("<p>rgb({red}, {green}, {blue})</p>")
/// }
/// ```
#[component(
    data_model = Option<String>,
    events(change, click),
    base(show_label = false, container = false, min_width = None),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Html {
    /// How high it is at least, in pixels.
    pub min_height: Option<u32>,
    /// How high it may grow before it scrolls, in pixels.
    pub max_height: Option<u32>,
    /// Whether there is room around it.
    #[prop(default = true)]
    pub padding: bool,
    /// Whether it keeps to the end as content comes in.
    pub autoscroll: bool,
}

text_component!(Html);

impl Html {
    fn api_info(&self) -> Value {
        json!({"type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!("<p>Hello</p>")
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        (name == "render").then(|| source(args).map(|markup| richtext::sanitize(markup).into()))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "show_label": false, "container": false, "min_width": null, "padding": true,
            "autoscroll": false, "value": "<p>html</p>",
        });
        assert_props(&Html::new().value("<p>html</p>"), own);
    }

    #[test]
    fn markup_goes_in_and_out() {
        assert_eq!(example::<String>(&Html::new()), Ok("<p>Hello</p>".into()));
        assert_eq!(shown(&Html::new(), "<p>a</p>"), json!("<p>a</p>"));
    }

    #[test]
    fn rendered_markup_is_safe() {
        let source = json!("<p onclick=\"alert(1)\">hi</p>");
        let html = AnyComponent::server(&Html::new(), "render", &[source])
            .unwrap()
            .unwrap();
        let html = html.as_str().unwrap();
        assert!(
            html.contains("hi") && !html.contains("<p onclick"),
            "{html}"
        );
    }
}
