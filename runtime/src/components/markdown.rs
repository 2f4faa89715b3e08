//! `Markdown`: formatted text to read.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{Length, text::text_component};
use crate::{
    component,
    component::{Derived, Invalid},
    richtext::{self, Style},
};

/// Formatted text to read: GitHub-flavoured Markdown.
///
/// A function shows a `String` or `&str`. Formulas stand between two dollars, `$$x^2$$`, or between
/// other [marks](Self::latex_delimiters). HTML inside it is shown as far as [`Html`](super::Html) shows it.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint(output = Markdown::new())]
/// fn table(rows: u8) -> String {
///     let rows = (1..=rows).map(|n| format!("| {n} | {} |\n", n * n));
///     format!("| n | n² |\n|---|---|\n{}", rows.collect::<String>())
/// }
/// ```
#[component(
    data_model = Option<String>,
    events(change, copy),
    base(show_label = false, container = false, min_width = None),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Markdown {
    /// Whether the text runs from right to left.
    pub rtl: bool,
    /// What formulas stand between.
    #[prop(default = vec![LatexDelimiter::new("$$", "$$", true)])]
    pub latex_delimiters: Vec<LatexDelimiter>,
    /// Whether a line break in the source is one on the page.
    pub line_breaks: bool,
    /// Whether headings link to themselves.
    pub header_links: bool,
    /// How high it is.
    pub height: Option<Length>,
    /// How high it may grow before it scrolls.
    pub max_height: Option<Length>,
    /// How high it is at least.
    pub min_height: Option<Length>,
    /// Whether a button copies the text.
    pub show_copy_button: bool,
    /// Whether there is room around the text.
    pub padding: bool,
}

/// A pair of marks that a formula stands between in [`Markdown`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LatexDelimiter {
    /// The mark before it.
    pub left: String,
    /// The mark behind it.
    pub right: String,
    /// Whether the formula has a line of its own.
    pub display: bool,
}

impl LatexDelimiter {
    /// Formulas between `left` and `right`; `display` gives them a line of their own.
    pub fn new(left: impl Into<String>, right: impl Into<String>, display: bool) -> Self {
        Self {
            left: left.into(),
            right: right.into(),
            display,
        }
    }
}

text_component!(Markdown, dedented);

/// Without the margin that a text has from standing in indented source.
fn dedented(text: String) -> String {
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    // The first line stands behind the opening quote, where there is no margin.
    let rest = text.lines().skip(1).filter(|line| !line.trim().is_empty());
    let margin = rest.map(indent).min().unwrap_or(0);
    if margin == 0 && !text.starts_with([' ', '\t', '\n']) {
        return text;
    }
    let lines = text.lines().enumerate().map(|(i, line)| match i {
        0 => line.trim_start(),
        _ => line.get(margin..).unwrap_or_default(),
    });
    lines
        .collect::<Vec<_>>()
        .join("\n")
        .trim_matches('\n')
        .to_owned()
}

impl Markdown {
    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("sanitize_html".into(), json!(true));
        props
    }

    fn api_info(&self) -> Value {
        json!({"type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!("# Hello!")
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        (name == "render").then(|| source(args).map(|text| self.render(text).into()))
    }

    fn render(&self, text: &str) -> String {
        let formulas = marks(&self.latex_delimiters);
        let style = Style {
            line_breaks: self.line_breaks,
            header_links: self.header_links,
            formulas: &formulas,
        };
        richtext::markdown(text, style)
    }
}

pub(super) fn marks(delimiters: &[LatexDelimiter]) -> Vec<(&str, &str, bool)> {
    delimiters
        .iter()
        .map(|it| (it.left.as_str(), it.right.as_str(), it.display))
        .collect()
}

/// The one argument of a `render` function.
pub(super) fn source(args: &[Value]) -> Result<&str, Invalid> {
    match args {
        [Value::String(text)] => Ok(text),
        _ => Err("expected one text to render".into()),
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
            "show_label": false, "container": false, "min_width": null, "rtl": false,
            "latex_delimiters": [{"left": "$$", "right": "$$", "display": true}], "sanitize_html": true,
            "line_breaks": false, "header_links": false, "show_copy_button": false, "padding": false,
            "value": "API only",
        });
        assert_props(&Markdown::new().value("API only"), own);
    }

    #[test]
    fn text_goes_in_and_out() {
        assert_eq!(example::<String>(&Markdown::new()), Ok("# Hello!".into()));
        assert_eq!(shown(&Markdown::new(), "# Hi"), json!("# Hi"));
    }

    #[test]
    fn the_margin_of_indented_source_is_left_out() {
        let text = "
            # Title

              indented
            plain
        ";
        assert_eq!(dedented(text.into()), "# Title\n\n  indented\nplain");
        assert_eq!(dedented("one\n  two\n".into()), "one\ntwo");
        assert_eq!(dedented("- a\n  - b\n- c".into()), "- a\n  - b\n- c");
        assert_eq!(dedented("ä\n\u{a0}ö".into()), "ä\n\u{a0}ö");
    }

    #[test]
    fn rendered_markup_is_safe() {
        let markdown = Markdown::new();
        let render = |args: Value| markdown.server("render", args.as_array().unwrap());
        let html = render(json!(["**bold** <script>alert(1)</script>"]))
            .unwrap()
            .unwrap();
        let html = html.as_str().unwrap();
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("bold"), "{html}");
        assert!(render(json!([])).unwrap().is_err());
        assert!(AnyComponent::server(&markdown, "delete", &[]).is_none());
    }
}
