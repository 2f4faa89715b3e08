//! The one place where text becomes HTML.

use crate::api::snippets::percent_encoded;

/// Text for the inside of an element or of a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

/// Text in which words between backticks are code, as in doc comments.
pub(super) fn prose(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    if parts.len().is_multiple_of(2) {
        return escape(text);
    }
    let part = |(at, part): (usize, &&str)| match at % 2 {
        0 => escape(part),
        _ => format!("<code>{}</code>", escape(part)),
    };
    parts.iter().enumerate().map(part).collect()
}

/// Text for one part of a URL's query or fragment. The result needs no further escaping.
pub(crate) fn encode(text: &str) -> String {
    percent_encoded(text, "-._~")
}

pub(super) const SEARCH: &str = r#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.3"/><path d="m10.3 10.3 3.2 3.2"/></svg>"#;
pub(super) const COPY: &str = r#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><rect x="5.5" y="5.5" width="8" height="8" rx="1.5"/><path d="M3.5 10.5h-.3a.7.7 0 0 1-.7-.7V3.2c0-.4.3-.7.7-.7h6.6c.4 0 .7.3.7.7v.3"/></svg>"#;
pub(super) const CHEVRON: &str =
    r#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="m4 6.2 4 4 4-4"/></svg>"#;
pub(super) const DOWNLOAD: &str = r#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 2.5v8m0 0 3-3m-3 3-3-3m-2.5 3v1.8c0 .7.5 1.2 1.2 1.2h8.6c.7 0 1.2-.5 1.2-1.2v-1.8"/></svg>"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_of_html_comes_through() {
        assert_eq!(
            escape(r#"<a href="x" id='y'>&"#),
            "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;"
        );
        assert_eq!(prose("`<a>` & b"), "<code>&lt;a&gt;</code> &amp; b");
        assert_eq!(prose("it`s <"), "it`s &lt;");
        assert_eq!(encode("a b/ü<\"&#"), "a%20b%2F%C3%BC%3C%22%26%23");
    }
}
