//! The tabs with a program in each language. They are radio buttons, and CSS shows what is chosen: no script needed.

use crate::api::highlight::{Language, highlight};
use crate::api::snippets::{self, each};

use super::endpoint::Endpoint;
use super::html::{COPY, escape};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lang {
    Python,
    JavaScript,
    Curl,
}

impl Lang {
    const ALL: [Self; 3] = [Self::Python, Self::JavaScript, Self::Curl];

    /// The language an address asks for; Python, where it asks for none we have.
    pub(super) fn named(id: Option<&str>) -> Self {
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
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::JavaScript => "JavaScript",
            Self::Curl => "cURL",
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
        }
    }

    fn program(self, endpoint: &Endpoint, base: &str) -> (String, Language) {
        let (name, body) = (endpoint.name, endpoint.body);
        match self {
            Self::Python => (snippets::python(base, name, body), Language::Python),
            Self::JavaScript => (snippets::javascript(base, name, body), Language::JavaScript),
            Self::Curl => (snippets::curl(base, name, body), Language::Shell),
        }
    }
}

pub(super) fn tabs(endpoint: &Endpoint, base: &str, chosen: Lang) -> String {
    let tabs = each(Lang::ALL, |lang| tab(lang, endpoint.index, lang == chosen));
    let figures = each(Lang::ALL, |lang| figure(lang, endpoint, base));
    format!(
        "<div class=\"programs\"><fieldset class=\"tabs\"><legend class=\"sr-only\">Language</legend>{tabs}</fieldset>\n{figures}</div>\n"
    )
}

fn tab(lang: Lang, index: usize, is_chosen: bool) -> String {
    let checked = if is_chosen { " checked" } else { "" };
    format!(
        "<label class=\"tab\"><input class=\"sr-only\" type=\"radio\" name=\"lang-{index}\" value=\"{id}\" autocomplete=\"off\"{checked}>{title}</label>",
        id = lang.id(),
        title = lang.title(),
    )
}

fn figure(lang: Lang, endpoint: &Endpoint, base: &str) -> String {
    let (program, language) = lang.program(endpoint, base);
    let label = format!("{} for /{}", lang.title(), escape(endpoint.name));
    format!(
        "<figure class=\"code\" data-lang=\"{id}\"><figcaption class=\"code-head\"><span>{needs}</span>\
         <button type=\"button\" class=\"button quiet small icon-only needs-script\" data-copy aria-label=\"Copy {label}\">{COPY}</button></figcaption>\
         <pre tabindex=\"0\" role=\"group\" aria-label=\"{label}\"><code>{code}</code></pre></figure>\n",
        id = lang.id(),
        needs = lang.needs(),
        code = highlight(program.trim_end(), language),
    )
}
