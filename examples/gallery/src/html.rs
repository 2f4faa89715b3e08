//! The frame of the gallery's own pages.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
};

use crate::{
    assets::{SCRIPT, STYLES},
    demos::ALL,
};

/// The text as it may stand between tags and inside quotes.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// A page of the gallery.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    pub(crate) title: &'a str,
    /// From this page to the front page: `""` or `"../"`.
    pub(crate) base: &'a str,
    /// What stands in `<main>`.
    pub(crate) main: &'a str,
}

/// Light or dark, as the visitor chose it; the cookie is the one that apps know.
const THEME: &str = "vetrina_theme";
const THEMES: [(&str, &str); 3] = [("System", ""), ("Light", "light"), ("Dark", "dark")];

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

impl Document<'_> {
    /// The page for whoever sent these headers.
    pub(crate) fn answer(&self, status: StatusCode, asked: &HeaderMap) -> Response {
        let headers = [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CONTENT_SECURITY_POLICY, POLICY),
            (header::CACHE_CONTROL, "no-cache"),
            (header::VARY, "Cookie"),
            (header::REFERRER_POLICY, "same-origin"),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        ];
        (status, headers, self.draw(theme(asked))).into_response()
    }

    fn draw(&self, theme: &str) -> String {
        let Self { base, main, .. } = self;
        let home = if base.is_empty() { "./" } else { base };
        // Every app has the tokens and the mark; the first one lends them.
        let lender = ALL[0].name;
        format!(
            "<!doctype html>\n<html lang=\"en\" class=\"{theme}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
             <link rel=\"stylesheet\" href=\"{base}{lender}/theme.css\">\n\
             <link rel=\"stylesheet\" href=\"{base}{styles}\">\n\
             <link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}{lender}/favicon.ico\">\n\
             <script type=\"module\" src=\"{base}{script}\"></script>\n</head>\n<body>\n\
             <a class=\"skip\" href=\"#main\">Skip to the content</a>\n\
             <header class=\"site-head\"><a class=\"wordmark\" href=\"{home}\">{MARK}Vetrina</a></header>\n\
             <main class=\"page\" id=\"main\">\n{main}</main>\n{foot}</body>\n</html>\n",
            title = escape(self.title),
            styles = STYLES.url,
            script = SCRIPT.url,
            foot = foot(home, theme),
        )
    }
}

fn foot(home: &str, theme: &str) -> String {
    let choices = THEMES
        .iter()
        .map(|(label, value)| {
            let checked = if *value == theme { " checked" } else { "" };
            format!("<label class=\"choice\"><input type=\"radio\" name=\"theme\" value=\"{value}\"{checked}> {label}</label>\n")
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "<footer class=\"site-foot\">\n<span>Built with {MARK}<strong>Vetrina</strong></span>\n\
         <button type=\"button\" popovertarget=\"settings\">Settings</button>\n</footer>\n\
         <div class=\"popover\" id=\"settings\" data-home=\"{home}\" popover role=\"dialog\" aria-labelledby=\"settings-title\">\n\
         <h2 id=\"settings-title\">Settings</h2>\n<fieldset>\n<legend>Theme</legend>\n{choices}</fieldset>\n</div>\n"
    )
}

fn theme(headers: &HeaderMap) -> &'static str {
    let cookies = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|cookies| cookies.to_str().ok());
    let chosen = cookies
        .flat_map(|cookies| cookies.split(';'))
        .filter_map(|cookie| cookie.trim().split_once('='))
        .find(|(name, _)| *name == THEME);
    let known = THEMES
        .iter()
        .find(|(_, value)| chosen.is_some_and(|(_, chosen)| chosen == *value));
    known.map_or("", |(_, value)| value)
}

/// The awning.
pub(crate) const MARK: &str = "<svg class=\"mark\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" fill=\"currentColor\">\
    <path d=\"M3.2 2.5h13.6l1.9 4.7a2.4 2.4 0 0 1-4.35 1.35 2.45 2.45 0 0 1-4.35 0 2.45 2.45 0 0 1-4.35 0A2.4 2.4 0 0 1 1.3 7.2z\"/>\
    <path d=\"M3.6 11.2v5.3c0 .55.45 1 1 1h10.8c.55 0 1-.45 1-1v-5.3\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\" stroke-linecap=\"round\"/></svg>";

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn only_known_themes_are_taken_from_a_cookie() {
        let chosen = |cookie: &'static str| {
            theme(&HeaderMap::from_iter([(
                header::COOKIE,
                HeaderValue::from_static(cookie),
            )]))
        };
        assert_eq!(chosen("a=b; vetrina_theme=dark"), "dark");
        assert_eq!(chosen("vetrina_theme=\"><script>"), "");
        assert_eq!(chosen("other=dark"), "");
        assert_eq!(theme(&HeaderMap::new()), "");
    }
}
