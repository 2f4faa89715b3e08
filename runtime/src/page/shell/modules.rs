//! Which scripts a page needs: the core, and one module per kind of component that stands on it.

use std::collections::BTreeMap;

use super::{
    Page,
    config::{Config, Node},
};

const ENTRY: &str = "core/app.js";

/// What `core/app.js` and the components import; asked for at once instead of one after the other.
const CORE: &[&str] = &[
    "core/component.js",
    "core/connection.js",
    "core/status.js",
    "core/theme.js",
];

/// Components that are made from another one.
const MADE_FROM: &[(&str, &str)] = &[("checkboxgroup", "radio"), ("html", "markdown")];

pub(super) struct Modules<'a> {
    entry: String,
    shared: Vec<String>,
    by_type: BTreeMap<&'a str, String>,
}

/// The modules of the components on this page. A kind without one needs none, or its author brings it.
pub(super) fn of<'a>(config: &Config<'a>, page: &Page<'_>) -> Modules<'a> {
    let url = |path: &str| format!("{}{}", page.base, page.assets.url(path));
    let mut by_type = BTreeMap::new();
    for node in config.all().iter().filter(|node| !is_still(config, node)) {
        let own = format!("components/{}.js", node.kind);
        if let Some(frontend) = node.text("frontend") {
            by_type.insert(node.kind, format!("{}{frontend}", page.base));
        } else if page.assets.file(&own).is_some() {
            by_type.insert(node.kind, url(&own));
        }
    }
    let mut shared: Vec<_> = CORE.iter().map(|path| url(path)).collect();
    for (_, base) in MADE_FROM
        .iter()
        .filter(|(kind, base)| by_type.contains_key(kind) && !by_type.contains_key(base))
    {
        shared.push(url(&format!("components/{base}.js")));
    }
    Modules {
        entry: url(ENTRY),
        shared,
        by_type,
    }
}

/// Words that nobody changes and that nothing listens to are complete as they are drawn.
fn is_still(config: &Config<'_>, node: &Node<'_>) -> bool {
    matches!(node.kind, "markdown" | "html")
        && !config.is_used(node.id)
        && !node.on("show_copy_button")
}

impl<'a> Modules<'a> {
    pub(super) fn entry(&self) -> &str {
        &self.entry
    }

    pub(super) fn preloaded(&self) -> impl Iterator<Item = &str> {
        self.shared
            .iter()
            .chain(self.by_type.values())
            .map(String::as_str)
    }

    pub(super) fn by_type(&self) -> BTreeMap<&'a str, String> {
        self.by_type.clone()
    }
}
