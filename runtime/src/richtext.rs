//! Markdown and HTML from strings, made safe to put into a page.

/// Safe HTML for GitHub-flavoured Markdown.
#[cfg(feature = "markdown")]
pub(crate) fn markdown(source: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.strikethrough = true;
    options.extension.table = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.render.hardbreaks = false;
    // Raw HTML passes through here and is judged once, below.
    options.render.r#unsafe = true;
    sanitize(&comrak::markdown_to_html(source, &options))
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

/// The part of `html` that is safe to show.
#[cfg(feature = "markdown")]
pub(crate) fn sanitize(html: &str) -> String {
    use std::sync::LazyLock;
    static SAFE: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
        let mut safe = ammonia::Builder::default();
        safe.add_generic_attributes(["class", "id", "role", "aria-label", "aria-hidden", "title"])
            .add_tags(["input"])
            .add_tag_attributes("input", ["type", "checked", "disabled"])
            .id_prefix(Some("user-"));
        safe
    });
    SAFE.clean(html).to_string()
}

/// Without the `markdown` feature, text is shown as it is written.
#[cfg(not(feature = "markdown"))]
pub(crate) fn markdown(source: &str) -> String {
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
