//! Markdown and HTML from strings, made safe to put into a page.
//!
//! Whatever comes in, one judge has the last word: what leaves here went through [`sanitize`].

#[cfg(feature = "markdown")]
mod code;
#[cfg(feature = "markdown")]
mod math;
#[cfg(feature = "markdown")]
mod safe;

#[cfg(feature = "markdown")]
pub(crate) use safe::sanitize;

/// How Markdown is read.
#[cfg_attr(
    not(feature = "markdown"),
    allow(dead_code, reason = "nobody reads it then")
)]
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Style<'a> {
    /// Whether a line break in the source is one on the page.
    pub(crate) line_breaks: bool,
    /// Whether headings link to themselves.
    pub(crate) header_links: bool,
    /// What formulas stand between: the mark before, the mark behind, whether they have a line of their own.
    pub(crate) formulas: &'a [(&'a str, &'a str, bool)],
}

/// Safe HTML for GitHub-flavoured Markdown.
#[cfg(feature = "markdown")]
pub(crate) fn markdown(source: &str, style: Style<'_>) -> String {
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.alerts = true;
    if style.header_links {
        options.extension.header_id_prefix = Some(safe::ID_PREFIX.to_owned());
        options.extension.header_id_prefix_in_href = true;
    }
    options.render.hardbreaks = style.line_breaks;
    // Raw HTML passes through here and is judged once, below.
    options.render.r#unsafe = true;
    let mut plugins = comrak::options::Plugins::default();
    plugins.render.codefence_syntax_highlighter = Some(&code::Colours);
    let (source, formulas) = math::set_aside(source, style.formulas);
    let html = comrak::markdown_to_html_with_plugins(&source, &options, &plugins);
    safe::mend_links(sanitize(&math::put_back(html, &formulas)))
}

/// Markdown that shows `text` as it is written.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// Without the `markdown` feature, text is shown as it is written.
#[cfg(not(feature = "markdown"))]
pub(crate) fn markdown(source: &str, _: Style<'_>) -> String {
    let mut html = String::from("<pre>");
    html.push_str(&sanitize(source));
    html.push_str("</pre>");
    html
}

/// Without the `markdown` feature, no markup is trusted.
#[cfg(not(feature = "markdown"))]
pub(crate) fn sanitize(html: &str) -> String {
    html.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(all(test, feature = "markdown"))]
mod tests {
    use super::*;

    fn plain(source: &str) -> String {
        markdown(source, Style::default())
    }

    #[test]
    fn github_flavour_is_understood() {
        assert!(plain("| a |\n|---|\n| 1 |").contains("<table>"));
        assert!(plain("~~old~~").contains("<del>old</del>"));
        assert!(plain("- [x] done").contains("checked"));
        assert!(plain("> [!NOTE]\n> Mind the gap").contains("markdown-alert-note"));
        assert!(plain("see https://example.org").contains("href=\"https://example.org\""));
    }

    #[test]
    fn line_breaks_count_when_asked_for() {
        let style = Style {
            line_breaks: true,
            ..Style::default()
        };
        assert!(!plain("a\nb").contains("<br>"));
        assert!(markdown("a\nb", style).contains("<br>"));
    }

    #[test]
    fn headings_link_to_themselves_when_asked_for() {
        let style = Style {
            header_links: true,
            ..Style::default()
        };
        let html = markdown("# Hello you", style);
        assert!(html.contains("href=\"#user-hello-you\""), "{html}");
        assert!(html.contains("id=\"user-hello-you\""), "{html}");
        assert!(html.contains("aria-label"), "{html}");
        assert!(!plain("# Hello you").contains("href"));
    }

    #[test]
    fn footnotes_lead_there_and_back() {
        let html = plain("Text[^1]\n\n[^1]: note");
        assert!(html.contains("href=\"#user-fn-1\""), "{html}");
        assert!(html.contains("id=\"user-fn-1\""), "{html}");
        assert!(html.contains("href=\"#user-fnref-1\""), "{html}");
    }
}
