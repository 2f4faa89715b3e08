//! The front page: a card for each demo, and a way to find one.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    demos::{ALL, Demo, Kind},
    html::escape,
    preview::Preview,
    rust::highlight,
};

/// The program in the shop window, as it stands in its file.
const HELLO: &str = include_str!("../../hello/src/main.rs");

const GLASS: &str = "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><circle cx=\"7\" cy=\"7\" r=\"4.3\"/><path d=\"m10.3 10.3 3.2 3.2\"/></svg>";
const CODE: &str = "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"m5.5 4.5-3.5 3.5 3.5 3.5m5-7 3.5 3.5-3.5 3.5\"/></svg>";

/// What a visitor looks for. Scripts do the same in the page; this holds without them.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    words: String,
    kind: Option<Kind>,
}

impl Wanted {
    /// From the query of the address.
    pub(crate) fn read(query: &BTreeMap<String, String>) -> Self {
        let kind = query
            .get("kind")
            .and_then(|name| Kind::ALL.iter().copied().find(|kind| kind.name() == name));
        Self {
            words: query.get("q").cloned().unwrap_or_default(),
            kind,
        }
    }

    fn admits(&self, demo: &Demo, text: &str) -> bool {
        self.kind.is_none_or(|kind| kind == demo.kind)
            && self
                .words
                .to_lowercase()
                .split_whitespace()
                .all(|word| text.contains(word))
    }
}

/// The content of the page.
pub(crate) fn draw(previews: &[Preview], wanted: &Wanted) -> String {
    let mut html = hero();
    html.push_str(&finder(wanted));
    let mut shown = 0;
    for &kind in Kind::ALL {
        shown += group(&mut html, kind, previews, wanted);
    }
    let (all, nothing) = (ALL.len(), if shown == 0 { "" } else { " hidden" });
    let _ = writeln!(
        html,
        "<p class=\"nothing\"{nothing}>No demo is like that. <a href=\"./\">Show all {all}</a></p>"
    );
    html
}

/// The demos of one kind; how many of them are shown.
fn group(html: &mut String, kind: Kind, previews: &[Preview], wanted: &Wanted) -> usize {
    let (mut cards, mut shown) = (String::new(), 0);
    let demos = ALL.iter().zip(previews);
    for (demo, preview) in demos.filter(|(demo, _)| demo.kind == kind) {
        let text = searched(demo, preview);
        let admitted = wanted.admits(demo, &text);
        shown += usize::from(admitted);
        card(&mut cards, demo, preview, &text, admitted);
    }
    let _ = write!(
        html,
        "<section class=\"group\" aria-label=\"{name}\"{hidden}>\n<h2>{name} <span>{shown}</span></h2>\n\
         <ul class=\"cards\" role=\"list\">\n{cards}</ul>\n</section>\n",
        name = kind.name(),
        hidden = if shown == 0 { " hidden" } else { "" },
    );
    shown
}

fn hero() -> String {
    let code: Vec<_> = HELLO
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.is_empty())
        // Its tests are worth reading too, but not at first.
        .take_while(|line| !line.starts_with("#[cfg(test)]"))
        .collect();
    format!(
        "<header class=\"hero\">\n<div><h1>Write a Rust function.<br>Put it in the window.</h1>\n\
         <p class=\"lead\">{} small apps, each one file. Open one, use it, read its source, call it from elsewhere.</p></div>\n\
         <div class=\"shopfront\"><div class=\"awning\"></div>\
         <pre tabindex=\"0\" role=\"group\" aria-label=\"The smallest program\"><code>{}</code></pre></div>\n</header>\n",
        ALL.len(),
        highlight(code.join("\n").trim_end()),
    )
}

fn finder(wanted: &Wanted) -> String {
    let kinds = [None]
        .into_iter()
        .chain(Kind::ALL.iter().copied().map(Some))
        .map(|kind| {
            let name = kind.map_or("All", Kind::name);
            let value = kind.map_or("", Kind::name);
            let checked = if kind == wanted.kind { " checked" } else { "" };
            format!("<label class=\"tab\"><input type=\"radio\" name=\"kind\" value=\"{value}\"{checked}>{name}</label>\n")
        })
        .collect::<Vec<_>>()
        .concat();
    format!(
        "<form class=\"finder\" role=\"search\">\n<div class=\"field\">{GLASS}\
         <input type=\"search\" name=\"q\" value=\"{}\" aria-label=\"Find a demo\" placeholder=\"Find a demo\" \
         autocomplete=\"off\" aria-keyshortcuts=\"/\"><kbd aria-hidden=\"true\">/</kbd></div>\n\
         <fieldset class=\"filters\"><legend class=\"sr-only\">Kind</legend>\n{kinds}</fieldset>\n\
         <p class=\"sr-only\" role=\"status\"></p>\n</form>\n",
        escape(&wanted.words),
    )
}

/// What a search looks through, in lower case.
fn searched(demo: &Demo, preview: &Preview) -> String {
    [
        demo.title,
        demo.name,
        demo.about(),
        demo.kind.name(),
        &preview.parts,
    ]
    .join(" ")
    .to_lowercase()
}

fn card(html: &mut String, demo: &Demo, preview: &Preview, text: &str, shown: bool) {
    let _ = write!(
        html,
        "<li data-kind=\"{kind}\" data-text=\"{text}\"{hidden}><article class=\"card\">\n\
         <div class=\"window\" aria-hidden=\"true\">{picture}</div>\n\
         <h3><a href=\"{name}/\">{title}</a></h3>\n<p>{about}</p>\n\
         <div class=\"meta\"><span>{parts}</span><a href=\"{name}/source\">{CODE}\
         <span><span class=\"sr-only\">Source of {title}: </span>{file}</span></a></div>\n</article></li>\n",
        kind = demo.kind.name(),
        text = escape(text),
        hidden = if shown { "" } else { " hidden" },
        picture = preview.html,
        name = demo.name,
        title = escape(demo.title),
        about = about(demo.about()),
        parts = escape(&preview.parts),
        file = demo.file(),
    );
}

/// A sentence with code in it.
fn about(text: &str) -> String {
    let parts = escape(text);
    let parts = parts.split('`').enumerate();
    let marked = parts.map(|(index, part)| match index % 2 {
        0 => part.to_owned(),
        _ => format!("<code>{part}</code>"),
    });
    marked.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(query: &[(&str, &str)]) -> String {
        let previews: Vec<_> = ALL
            .iter()
            .map(|_| Preview {
                html: String::new(),
                parts: "Slider".into(),
            })
            .collect();
        let query = query
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect();
        draw(&previews, &Wanted::read(&query))
    }

    /// The names on the cards that are not hidden.
    fn shown(page: &str) -> Vec<&str> {
        let cards = page
            .split("<li ")
            .skip(1)
            .filter(|card| !card.split('>').next().unwrap().ends_with(" hidden"));
        cards
            .map(|card| {
                card.split("href=\"")
                    .nth(1)
                    .unwrap()
                    .split('/')
                    .next()
                    .unwrap()
            })
            .collect()
    }

    #[test]
    fn every_demo_has_a_card() {
        let (page, by_kind) = (page(&[]), |kind: &Kind| {
            let same = ALL.iter().filter(move |demo| demo.kind == *kind);
            same.map(|demo| demo.name).collect::<Vec<_>>()
        });
        let all: Vec<_> = Kind::ALL.iter().flat_map(by_kind).collect();
        assert_eq!(shown(&page), all);
        assert_eq!(all.len(), ALL.len());
    }

    #[test]
    fn a_search_needs_no_script() {
        assert_eq!(shown(&page(&[("q", "IRIS slider")])), ["iris"]);
        assert_eq!(
            shown(&page(&[("kind", "Numbers")])),
            [
                "calculator",
                "calculator_live",
                "plot_component",
                "calculator_blocks_cached"
            ]
        );
        assert_eq!(
            shown(&page(&[("kind", "Numbers"), ("q", "button")])),
            ["calculator_live"]
        );
        assert_eq!(shown(&page(&[("kind", "no such kind")])).len(), ALL.len());
    }

    #[test]
    fn what_was_searched_for_is_only_text() {
        let page = page(&[("q", "\"><script>")]);
        assert!(page.contains("value=\"&quot;&gt;&lt;script&gt;\""));
        assert!(!page.contains("<script>"));
        assert!(page.contains("<p class=\"nothing\">"));
    }

    #[test]
    fn the_program_in_the_window_is_whole() {
        assert!(page(&[]).contains("vetrina::<span class=\"f\">launch</span>()"));
    }
}
