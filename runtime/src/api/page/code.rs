//! The tabs with a program in each language. They are radio buttons, and CSS shows what is chosen: no script needed.

use crate::api::highlight::{Language, highlight};
use crate::api::snippets::{self, Call, each};

use super::html::{COPY, escape};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::api) enum Lang {
    Python,
    JavaScript,
    Curl,
    Rust,
}

impl Lang {
    const ALL: [Self; 4] = [Self::Python, Self::JavaScript, Self::Curl, Self::Rust];

    /// The language an address asks for; Python, where it asks for none we have.
    pub(in crate::api) fn named(id: Option<&str>) -> Self {
        Self::ALL
            .into_iter()
            .find(|lang| Some(lang.id()) == id)
            .unwrap_or(Self::Python)
    }

    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::JavaScript => "javascript",
            Self::Curl => "curl",
            Self::Rust => "rust",
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
            Self::Curl => "cURL",
            Self::Rust => "Rust",
        }
    }

    /// What a reader must have before the program runs.
    fn needs(self) -> &'static str {
        match self {
            Self::Python => "<span class=\"mono\">pip install gradio_client</span>",
            Self::JavaScript => {
                "<span class=\"mono\">npm install @gradio/client</span>, saved as <span class=\"mono\">.mjs</span>"
            }
            Self::Curl => "any shell",
            Self::Rust => {
                "<span class=\"mono\">cargo add vetrina -F client</span>, <span class=\"mono\">serde_json</span>, <span class=\"mono\">tokio -F full</span>"
            }
        }
    }

    fn program(self, base: &str, calls: &[Call]) -> (String, Language) {
        match self {
            Self::Python => (snippets::python(base, calls), Language::Python),
            Self::JavaScript => (snippets::javascript(base, calls), Language::JavaScript),
            Self::Curl => (snippets::curl(base, calls), Language::Shell),
            Self::Rust => (snippets::rust(base, calls), Language::Rust),
        }
    }
}

/// A program of these calls in every language.
#[derive(Debug)]
pub(in crate::api) struct Programs<'a> {
    pub(in crate::api) base: &'a str,
    pub(in crate::api) calls: &'a [Call],
    /// What they do, for those who hear the page: `/greet`.
    pub(in crate::api) about: &'a str,
    /// Tells these tabs from others on the page.
    pub(in crate::api) group: &'a str,
}

impl Programs<'_> {
    pub(in crate::api) fn html(&self, chosen: Lang) -> String {
        let tabs = each(Lang::ALL, |lang| self.tab(lang, lang == chosen));
        let figures = each(Lang::ALL, |lang| self.figure(lang));
        format!(
            "<div class=\"programs\"><fieldset class=\"tabs\"><legend class=\"sr-only\">Language</legend>{tabs}</fieldset>\n{figures}</div>\n"
        )
    }

    fn tab(&self, lang: Lang, is_chosen: bool) -> String {
        let checked = if is_chosen { " checked" } else { "" };
        format!(
            "<label class=\"tab\"><input class=\"sr-only\" type=\"radio\" name=\"lang-{group}\" value=\"{id}\" autocomplete=\"off\"{checked}>{title}</label>",
            group = self.group,
            id = lang.id(),
            title = lang.title(),
        )
    }

    fn figure(&self, lang: Lang) -> String {
        let (program, language) = lang.program(self.base, self.calls);
        let label = format!("{} for {}", lang.title(), escape(self.about));
        format!(
            "<figure class=\"code\" data-lang=\"{id}\"><figcaption class=\"code-head\"><span>{needs}</span>\
             <button type=\"button\" class=\"button quiet small icon-only needs-script\" data-copy aria-label=\"Copy {label}\">{COPY}</button></figcaption>\
             <pre tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><code>{code}</code></pre></figure>\n",
            id = lang.id(),
            needs = lang.needs(),
            code = highlight(program.trim_end(), language),
        )
    }
}
