//! The page behind *Use via API*: every public endpoint with programs to paste, its arguments and results, and a form to try
//! it. All of it is drawn here, so it reads without script; `frontend/api/` adds copying, searching, trying and links.

mod code;
mod endpoint;
mod form;
pub(crate) mod html;
mod llms;
#[cfg(feature = "mcp")]
mod mcp;
mod nav;
mod recorded;
mod tables;
mod words;

use serde_json::Value;

use super::snippets::each;
use endpoint::Endpoint;
use html::{DOWNLOAD, escape};
pub(crate) use llms::llms;
#[cfg(feature = "mcp")]
pub(crate) use mcp::section as mcp_section;
pub(crate) use recorded::programs;

/// What the page says besides the endpoints, and how it was asked for.
#[derive(Debug)]
pub(crate) struct ApiPage<'a> {
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// The app's absolute address, as the reader's programs must use it.
    pub(crate) base_url: &'a str,
    /// The endpoint and the language that the address names.
    pub(crate) endpoint: Option<&'a str>,
    pub(crate) lang: Option<&'a str>,
    /// `light` or `dark` where the reader has chosen.
    pub(crate) theme: Option<&'a str>,
    /// The section for programs that speak MCP, if the app does.
    pub(crate) mcp: &'a str,
    /// HTML that is put into `<head>` and after `<main>` as it is.
    pub(crate) head: &'a str,
    pub(crate) footer: &'a str,
}

/// Up to so many endpoints, all of them are unfolded from the start.
const FEW: usize = 3;

/// The page as a whole document, from the body of `/info`.
pub(crate) fn render(info: &Value, app: &ApiPage) -> String {
    let endpoints = Endpoint::all(info);
    let main = if endpoints.is_empty() {
        empty().to_owned()
    } else {
        sections(&endpoints, app)
    };
    format!(
        "<!doctype html>\n<html lang=\"en\" dir=\"ltr\"{theme}>\n<head>\n{head}</head>\n\
         <body class=\"gradio-container\">\n<main class=\"page api\">\n{title}{recorded}{main}{mcp}</main>\n{footer}\n</body>\n</html>\n",
        theme = theme_class(app.theme),
        head = head(app),
        title = page_head(&endpoints, app),
        recorded = recorded::section(),
        mcp = app.mcp,
        footer = app.footer,
    )
}

fn theme_class(theme: Option<&str>) -> String {
    theme
        .filter(|theme| matches!(*theme, "light" | "dark"))
        .map(|theme| format!(" class=\"{theme}\""))
        .unwrap_or_default()
}

fn head(app: &ApiPage) -> String {
    let description = match app.description {
        "" => String::new(),
        text => format!("<meta name=\"description\" content=\"{}\">\n", escape(text)),
    };
    format!(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Use via API · {title}</title>\n{description}{head}\n",
        title = escape(app.title),
        head = app.head,
    )
}

fn page_head(endpoints: &[Endpoint], app: &ApiPage) -> String {
    let links = each(
        [
            ("gradio_api/openapi.json", "OpenAPI"),
            ("gradio_api/info", "JSON"),
            ("llms.txt", "llms.txt"),
        ],
        |(path, title)| {
            format!(
                "<a class=\"button\" href=\"{path}\" data-path=\"{path}\">{DOWNLOAD}{title}</a>"
            )
        },
    );
    format!(
        "<header class=\"page-head api-head\">\n\
         <div><p class=\"crumb\"><a href=\"?\">{title}</a></p><h1>Use via API</h1>\n\
         <p class=\"lead\">{lead}</p></div>\n<div class=\"toolbar\">{links}{mcp}{record}</div>\n</header>\n",
        title = escape(app.title),
        lead = lead(endpoints.len(), app.base_url),
        mcp = if app.mcp.is_empty() {
            ""
        } else {
            "<a class=\"button\" href=\"#mcp\">MCP</a>"
        },
        record = if endpoints.is_empty() {
            ""
        } else {
            recorded::button()
        },
    )
}

fn lead(count: usize, base: &str) -> String {
    const WORDS: [&str; 13] = [
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
        "Eleven", "Twelve",
    ];
    let number = WORDS
        .get(count)
        .map_or_else(|| count.to_string(), |word| (*word).to_owned());
    let noun = if count == 1 { "endpoint" } else { "endpoints" };
    let promise = if count == 0 {
        ""
    } else {
        " Every field on the page is an argument here, under the name its function gave it."
    };
    format!(
        "{number} {noun} at <code>{}</code>.{promise}",
        escape(base.trim_end_matches('/'))
    )
}

fn empty() -> &'static str {
    "<div class=\"stage\"><div class=\"empty\"><b>Nothing to call from outside</b>\
     <span>This app keeps its functions to its own page. A function shows up here unless it is written with \
     <code>show_api = false</code> or <code>api_name = false</code>.</span>\
     <a class=\"button\" href=\"?\">Back to the app</a></div></div>\n"
}

fn sections(endpoints: &[Endpoint], app: &ApiPage) -> String {
    let lang = code::Lang::named(app.lang);
    let named = endpoints
        .iter()
        .position(|endpoint| Some(endpoint.name) == app.endpoint.map(endpoint::bare));
    let current = named.unwrap_or(0);
    let is_open = |endpoint: &Endpoint| endpoints.len() <= FEW || endpoint.index == current;
    let folds = each(endpoints, |endpoint| {
        endpoint.section(app, lang, is_open(endpoint))
    });
    if let [_] = endpoints {
        return format!("<div class=\"column endpoints\">\n{folds}</div>\n");
    }
    format!(
        "<div class=\"with-rail\">\n{nav}<div class=\"column endpoints\">\n{folds}\
         <p class=\"muted\" id=\"api-none\" hidden>No endpoint has that in its name, its text or its arguments.</p>\n</div>\n</div>\n",
        nav = nav::nav(endpoints, current, lang),
    )
}

#[cfg(test)]
mod tests;
