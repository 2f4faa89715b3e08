//! HTML as it is written down: the one place where text becomes safe.

use std::fmt::Display;

use serde_json::Value;

use crate::i18n::{Language, Words};

/// A page in the making. Only `raw` takes markup; everything else is escaped.
#[derive(Debug)]
pub(super) struct Markup {
    html: String,
    words: Words,
}

impl Markup {
    pub(super) fn new(language: &Language) -> Self {
        Self {
            html: String::with_capacity(8 * 1024),
            words: language.words,
        }
    }

    /// Words of the page, given in English, as the visitor reads them.
    pub(super) fn said(&self, english: &'static str) -> &'static str {
        self.words.say(english)
    }

    /// Markup of ours, or made safe before.
    pub(super) fn raw(&mut self, html: &str) -> &mut Self {
        self.html.push_str(html);
        self
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape(&mut self.html, text);
        self
    }

    /// ` name="value"`
    pub(super) fn attr(&mut self, name: &str, value: &str) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").text(value).raw("\"")
    }

    /// The attribute, if there is something to say.
    pub(super) fn maybe(&mut self, name: &str, value: Option<impl Display>) -> &mut Self {
        match value {
            Some(value) => self.attr(name, &value.to_string()),
            None => self,
        }
    }

    /// ` name`, if it is on.
    pub(super) fn flag(&mut self, name: &str, on: bool) -> &mut Self {
        if on { self.raw(" ").raw(name) } else { self }
    }

    /// The declarations that have a value, or no attribute at all.
    pub(super) fn style(&mut self, declarations: &[(&str, Option<String>)]) -> &mut Self {
        let said: Vec<_> = declarations
            .iter()
            .filter_map(|(name, value)| Some(format!("{name}:{}", value.as_ref()?)))
            .collect();
        self.maybe("style", (!said.is_empty()).then(|| said.join(";")))
    }

    pub(super) fn finish(self) -> String {
        self.html
    }
}

/// Good for text and for attributes in either quote.
fn escape(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
}

/// JSON that no parser of HTML can mistake for the end of its script element.
pub(super) fn inline_json(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let mut out = Markup::new(&Language::default());
        out.raw("<p")
            .attr("title", "\"><script>'&")
            .raw(">")
            .text("</p><script>alert(1)</script>");
        assert_eq!(
            out.finish(),
            "<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;\">&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
        );
    }

    #[test]
    fn json_cannot_close_its_element() {
        let value = json!({ "label": "</script><!-- <script>" });
        let text = inline_json(&value);
        assert!(!text.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value);
    }
}
