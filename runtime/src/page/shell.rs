//! The page as HTML: what a visitor reads before any script has run.
//!
//! Everything here is drawn from the JSON that `/config` sends, so the first paint and the live page cannot disagree.
//! Blocks are drawn with their frames, labels and plain native controls; the custom elements of the page adopt what they
//! find and fill in the rest.

mod alone;
mod config;
mod controls;
mod displays;
mod editors;
mod frame;
mod guide;
mod layout;
mod markup;
mod modules;
mod navbar;
mod part;

use serde_json::Value;

pub(crate) use self::alone::alone;
pub(super) use self::part::part;
use self::{config::Config, markup::Markup, modules::Modules};
use crate::{
    i18n::Language,
    server::{
        assets::{Assets, ImportMap},
        style_url,
    },
};

/// The scheme somebody chose; without one the system decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scheme {
    Light,
    Dark,
}

impl Scheme {
    /// The cookie that Settings writes.
    pub(crate) const COOKIE: &'static str = "vetrina_theme";

    /// What the cookie says; anything unknown is no choice.
    pub(crate) fn from_cookie(value: &str) -> Option<Self> {
        match value {
            "light" => Some(Self::Light),
            "dark" => Some(Self::Dark),
            _ => None,
        }
    }

    /// The class of the root element, and the cookie's value.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What a page is besides its config.
#[derive(Debug)]
pub(crate) struct Page<'a> {
    /// The page's path in the config, `""` for the first.
    pub(crate) path: &'a str,
    /// The files it asks for.
    pub(crate) assets: &'a Assets,
    /// The scheme the visitor chose.
    pub(crate) theme: Option<Scheme>,
    /// From this page to the root of the app: `""` or `"../"`.
    pub(crate) base: &'a str,
    /// The language of the words on it.
    pub(crate) language: &'a Language,
}

/// The whole document, and the one script that stands inline in it.
pub(crate) fn render(config: &Value, page: &Page<'_>) -> (String, ImportMap) {
    let config = Config::new(config, page.path);
    let modules = modules::of(&config, page);
    let map = page.assets.import_map(page.base, &modules.own());
    let mut out = Markup::new(page.language);
    out.raw("<!doctype html>\n<html")
        .attr("lang", &page.language.tag);
    if page.language.is_rtl() {
        out.attr("dir", "rtl");
    }
    if let Some(theme) = page.theme {
        out.attr("class", theme.name());
    }
    out.raw(">\n<head>\n");
    head(&mut out, &config, page, &modules, &map);
    out.raw("</head>\n<body class=\"gradio-container");
    for fill in ["fill_width", "fill_height"]
        .into_iter()
        .filter(|fill| config.extra_is_on(fill))
    {
        out.raw(" ").raw(&fill.replace('_', "-"));
    }
    out.raw("\">\n");
    navbar::draw(&mut out, &config, page);
    layout::page(&mut out, &config);
    out.raw(&footer(
        config.json(),
        page.base,
        config.show_api(),
        page.language,
    ));
    out.raw(&settings(page.theme, page.base, page.language));
    out.raw("</body>\n</html>\n");
    (out.finish(), map)
}

fn head(
    out: &mut Markup,
    config: &Config<'_>,
    page: &Page<'_>,
    modules: &Modules<'_>,
    map: &ImportMap,
) {
    out.raw("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.raw("<title>")
        .text(&config.page_title())
        .raw("</title>\n");
    let own = modules.sheets();
    let sheets = own.iter().map(|sheet| page.assets.url(sheet));
    let theme = config.extra_text("theme").map(str::to_owned);
    for sheet in std::iter::once(page.assets.styles())
        .chain(theme)
        .chain(sheets)
    {
        out.raw("<link rel=\"stylesheet\"")
            .attr("href", &format!("{}{sheet}", page.base))
            .raw(">\n");
    }
    out.raw("<link rel=\"icon\"")
        .attr("href", &favicon(page.assets))
        .raw(">\n");
    // It has to stand before the first module that is asked for.
    out.raw("<script type=\"importmap\">")
        .raw(map.json())
        .raw("</script>\n");
    // After the page's own, so that the author has the last word.
    for css in config.extra("css") {
        out.raw("<link rel=\"stylesheet\"")
            .attr("href", &format!("{}{}", page.base, style_url(css)))
            .raw(">\n");
    }
    for module in modules.preloaded() {
        out.raw("<link rel=\"modulepreload\"")
            .attr("href", module)
            .raw(">\n");
    }
    out.raw("<script type=\"module\"")
        .attr("src", modules.entry())
        .raw("></script>\n");
    out.raw("<script type=\"application/json\" id=\"config\">");
    out.raw(&markup::inline_json(&config.for_page(
        page.base,
        &modules.by_type(),
        page.language,
    )))
    .raw("</script>\n");
    out.raw(config.extra_text("head").unwrap_or_default());
}

/// The scripts that stand in the markup an author added to the head of a page.
pub(crate) fn inline_scripts<'a>(config: &'a Value, path: &'a str) -> Vec<&'a str> {
    let head = Config::new(config, path);
    let head = head.extra_text("head").unwrap_or_default();
    let texts = head.split("<script").skip(1).filter_map(|rest| {
        let (attributes, text) = rest.split_once('>')?;
        let (text, _) = text.split_once("</script")?;
        (!attributes.contains("src=")).then_some(text)
    });
    texts.collect()
}

/// The mark, inside the page: no request for it.
fn favicon(assets: &Assets) -> String {
    let svg = assets
        .file("favicon.svg")
        .map(|file| String::from_utf8_lossy(file.bytes()).into_owned());
    let mut url = String::from("data:image/svg+xml,");
    for character in svg.unwrap_or_default().trim().chars() {
        match character {
            '%' => url.push_str("%25"),
            '#' => url.push_str("%23"),
            '<' => url.push_str("%3C"),
            '>' => url.push_str("%3E"),
            // Either quote is good inside, and this one needs no escape in an attribute.
            '"' => url.push('\''),
            '\n' => url.push(' '),
            other => url.push(other),
        }
    }
    url
}

/// The line under every page of an app; the API page stands on the same one.
pub(crate) fn footer(config: &Value, base: &str, show_api: bool, language: &Language) -> String {
    let say = |words| language.say(words);
    let mut out = Markup::new(language);
    out.raw("<footer class=\"site-foot\">\n");
    if show_api {
        out.raw("<a href=\"?view=api\">")
            .text(say("Use via API"))
            .raw(" <svg class=\"icon\" viewBox=\"0 0 16 16\" role=\"img\"")
            .attr("aria-label", say("logo"))
            .raw("><path d=\"m5.5 4.5-3 3.5 3 3.5m5-7 3 3.5-3 3.5\"/></svg></a>\n");
    }
    for link in config["footer_links"].as_array().into_iter().flatten() {
        let (Some(label), Some(url)) = (link["label"].as_str(), link["url"].as_str()) else {
            continue;
        };
        let from_root = !url.starts_with('/') && !url.contains(':');
        let base = if from_root { base } else { "" };
        // It leads away from the app, also when the app stands in a frame.
        out.raw("<a")
            .attr("href", &format!("{base}{url}"))
            .raw(" target=\"_top\">")
            .text(label)
            .raw("</a>\n");
    }
    out.raw("<span>")
        .text(say("Built with"))
        .raw(" ")
        .raw(MARK)
        .raw("<strong>Vetrina</strong></span>\n");
    out.raw("<button type=\"button\" popovertarget=\"settings\">")
        .text(say("Settings"))
        .raw("</button>\n</footer>\n");
    out.finish()
}

/// What the Settings button opens.
pub(crate) fn settings(theme: Option<Scheme>, base: &str, language: &Language) -> String {
    let say = |words| language.say(words);
    let mut out = Markup::new(language);
    out.raw("<div class=\"popover\" id=\"settings\"")
        .attr("data-base", base);
    out.raw(" popover role=\"dialog\" aria-labelledby=\"settings-title\">\n");
    out.raw("<h2 id=\"settings-title\">")
        .text(say("Settings"))
        .raw("</h2>\n");
    out.raw("<div class=\"block\" role=\"radiogroup\" aria-labelledby=\"settings-theme\">");
    out.raw("<span class=\"block-title\" id=\"settings-theme\">")
        .text(say("Theme"))
        .raw("</span>\n<div class=\"choices\">\n");
    for (label, choice) in [
        ("System", None),
        ("Light", Some(Scheme::Light)),
        ("Dark", Some(Scheme::Dark)),
    ] {
        out.raw("<label class=\"choice\"><input type=\"radio\" name=\"theme\"");
        out.attr("value", choice.map_or("", Scheme::name))
            .flag("checked", choice == theme)
            .raw("> ");
        out.text(say(label)).raw("</label>\n");
    }
    out.raw("</div>\n</div>\n<div class=\"block\"><label class=\"block-title\" for=\"settings-language\">");
    // The page fills it with all languages when it is opened.
    out.text(say("Language"))
        .raw("</label>\n<span class=\"field\"><select id=\"settings-language\"><option selected")
        .attr("value", &language.tag)
        .raw(">")
        .text(&language.tag)
        .raw("</option></select></span></div>\n</div>\n");
    out.finish()
}

/// The awning.
const MARK: &str = "<svg class=\"mark\" viewBox=\"0 0 20 20\" aria-hidden=\"true\" fill=\"currentColor\">\
    <path d=\"M3.2 2.5h13.6l1.9 4.7a2.4 2.4 0 0 1-4.35 1.35 2.45 2.45 0 0 1-4.35 0 2.45 2.45 0 0 1-4.35 0A2.4 2.4 0 0 1 1.3 7.2z\"/>\
    <path d=\"M3.6 11.2v5.3c0 .55.45 1 1 1h10.8c.55 0 1-.45 1-1v-5.3\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.7\" stroke-linecap=\"round\"/></svg>";

#[cfg(test)]
mod tests;
