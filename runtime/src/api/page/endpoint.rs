//! One endpoint: what it is called and does, how to call it, what goes in and comes out.

use serde_json::Value;

use crate::api::snippets::{Call, each};

use super::code::{Lang, Programs};
use super::html::{CHEVRON, escape, prose};
use super::{ApiPage, form, tables};

#[derive(Debug)]
pub(super) struct Endpoint<'a> {
    /// The name without its slash.
    pub(super) name: &'a str,
    pub(super) index: usize,
    pub(super) body: &'a Value,
}

impl<'a> Endpoint<'a> {
    pub(super) fn all(info: &'a Value) -> Vec<Self> {
        let named = info["named_endpoints"].as_object();
        let pairs = named.into_iter().flatten().enumerate();
        pairs
            .map(|(index, (name, body))| Self {
                name: bare(name),
                index,
                body,
            })
            .collect()
    }

    pub(super) fn parameters(&self) -> &'a [Value] {
        self.list("parameters")
    }

    pub(super) fn returns(&self) -> &'a [Value] {
        self.list("returns")
    }

    fn list(&self, key: &str) -> &'a [Value] {
        self.body[key]
            .as_array()
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    pub(super) fn description(&self) -> &'a str {
        self.body["description"].as_str().unwrap_or_default().trim()
    }

    /// A fold; its inside carries the id, because browsers unfold what surrounds the target of a link.
    pub(super) fn section(&self, app: &ApiPage, lang: Lang, is_open: bool) -> String {
        let name = escape(self.name);
        let description = self.description();
        let short = description.split("\n\n").next().unwrap_or_default();
        format!(
            "<details class=\"fold\" data-endpoint=\"{name}\" data-words=\"{words}\"{open}>\n\
             <summary><h2>/{name}</h2><span class=\"badge verb\">POST</span><span class=\"muted\">{short}</span>{CHEVRON}</summary>\n\
             <div class=\"endpoint\"{id}><span id=\"/{name}\"></span>\n{told}{code}{parameters}{returns}{form}</div>\n\
             </details>\n",
            id = self.id(app.footer),
            words = escape(&self.words()),
            open = if is_open { " open" } else { "" },
            short = prose(short),
            told = told(description),
            code = self.programs(app.base_url, lang),
            parameters = tables::parameters(self.parameters()),
            returns = tables::returns(self.returns()),
            form = form::try_it(self, app.base_url),
        )
    }

    fn programs(&self, base: &str, lang: Lang) -> String {
        let programs = Programs {
            base,
            calls: &[self.example()],
            about: &format!("/{}", self.name),
            group: &self.index.to_string(),
        };
        programs.html(lang)
    }

    /// The call that shows how it is called.
    pub(super) fn example(&self) -> Call {
        Call::example(self.name, self.body)
    }

    /// Links lead to the bare name too, unless the rest of the page has an id like it.
    fn id(&self, footer: &str) -> String {
        let id = format!(" id=\"{}\"", escape(self.name));
        let is_ours = ["api-", "try-"]
            .iter()
            .any(|ours| self.name.starts_with(ours));
        if is_ours || footer.contains(&id) {
            String::new()
        } else {
            id
        }
    }

    /// What the search looks through.
    fn words(&self) -> String {
        let names = self
            .parameters()
            .iter()
            .filter_map(|parameter| parameter["parameter_name"].as_str());
        let words = [self.name, self.description()]
            .into_iter()
            .chain(names)
            .collect::<Vec<_>>();
        words.join(" ").to_lowercase()
    }
}

fn told(description: &str) -> String {
    let paragraphs = description
        .split("\n\n")
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let paragraphs = each(paragraphs, |text| format!("<p>{}</p>", prose(text)));
    if paragraphs.is_empty() {
        paragraphs
    } else {
        format!("<div class=\"told muted\">{paragraphs}</div>\n")
    }
}

pub(super) fn bare(name: &str) -> &str {
    name.strip_prefix('/').unwrap_or(name)
}
