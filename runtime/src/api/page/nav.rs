//! The list of endpoints at the side, with the field that searches it.

use crate::api::snippets::each;

use super::code::Lang;
use super::endpoint::Endpoint;
use super::html::{SEARCH, encode, escape};

pub(super) fn nav(endpoints: &[Endpoint], current: usize, lang: Lang) -> String {
    let links = each(endpoints, |endpoint| {
        link(endpoint, endpoint.index == current, lang)
    });
    format!(
        "<nav class=\"rail\" aria-label=\"Endpoints\">\n{search}<div class=\"nav code-nav\">\n{links}</div>\n</nav>\n",
        search = search(),
    )
}

fn search() -> String {
    format!(
        "<div class=\"field needs-script\" role=\"search\">{SEARCH}<input type=\"search\" id=\"api-search\" aria-label=\"Find an endpoint\" \
         placeholder=\"Find an endpoint\" autocomplete=\"off\" spellcheck=\"false\"><kbd aria-hidden=\"true\">/</kbd></div>\n\
         <p class=\"sr-only\" id=\"api-found\" role=\"status\"></p>\n"
    )
}

/// The whole address, so that the link also opens a folded endpoint where there is no script.
fn link(endpoint: &Endpoint, is_current: bool, lang: Lang) -> String {
    let name = encode(endpoint.name);
    let lang = lang.id();
    let current = if is_current {
        " aria-current=\"true\""
    } else {
        ""
    };
    format!(
        "<a href=\"?view=api&amp;endpoint={name}&amp;lang={lang}#{name}\" data-endpoint=\"{plain}\"{current}><span>/{plain}</span></a>\n",
        plain = escape(endpoint.name),
    )
}
