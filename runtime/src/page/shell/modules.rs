//! Which scripts a page needs: the core, and one module per kind of component that stands on it.

use std::collections::BTreeMap;

use super::{
    Page,
    config::{Config, Node},
    navbar,
};

const ENTRY: &str = "core/app.js";
/// What draws the bar of an app of several pages.
const NAVBAR: &str = "components/navbar.css";
/// What puts in place what functions draw.
const PARTS: &str = "core/parts.js";
/// What modules of an author's own import.
const AUTHORS: &str = "core/vetrina.js";

pub(super) struct Modules<'a> {
    entry: String,
    /// Asked for at once instead of one after the other.
    preloaded: Vec<String>,
    by_type: BTreeMap<&'a str, String>,
    /// The plain names of those that it may import.
    own: Vec<String>,
    sheets: Vec<String>,
}

/// The modules of the components on this page. A kind without one needs none.
pub(super) fn of<'a>(config: &Config<'a>, page: &Page<'_>) -> Modules<'a> {
    let url = |path: &str| format!("{}{}", page.base, page.assets.url(path));
    let (mut by_type, mut sheets) = (BTreeMap::new(), Vec::new());
    if navbar::is_there(config) {
        sheets.push(NAVBAR.to_owned());
    }
    let mut own = vec![ENTRY.to_owned()];
    for node in config.all() {
        let module = match node.text("frontend") {
            Some(module) => {
                if !own.iter().any(|path| path == AUTHORS) {
                    own.push(AUTHORS.into());
                }
                module.to_owned()
            }
            None => format!("components/{}.js", node.kind),
        };
        let sheet = format!("{}css", module.trim_end_matches("js"));
        if page.assets.file(&sheet).is_some() && !sheets.contains(&sheet) {
            sheets.push(sheet);
        }
        if is_still(config, &node) || by_type.contains_key(node.kind) {
            continue;
        }
        if page.assets.file(&module).is_some() {
            by_type.insert(node.kind, url(&module));
            own.push(module);
        }
    }
    if config.has_parts() {
        own.push(PARTS.into());
    }
    let names: Vec<_> = own.iter().map(String::as_str).collect();
    // What several components share has its styles beside it as well.
    for module in page.assets.reached(&names) {
        let sheet = format!("{}css", module.trim_end_matches("js"));
        if page.assets.file(&sheet).is_some() && !sheets.contains(&sheet) {
            sheets.push(sheet);
        }
    }
    let needed = page.assets.needed(&names);
    let needed = needed.iter().map(|path| url(path));
    // Several names may lead to one file.
    let mut preloaded = Vec::new();
    for module in needed.chain(by_type.values().cloned()) {
        if module != url(ENTRY) && !preloaded.contains(&module) {
            preloaded.push(module);
        }
    }
    if config.has_parts() || config.all().iter().any(|node| shows_others(node.kind)) {
        // What comes later is imported under the names that this page knows.
        let all = page.assets.component_modules();
        own.extend(all.into_iter().map(str::to_owned));
    }
    Modules {
        entry: url(ENTRY),
        preloaded,
        by_type,
        own,
        sheets,
    }
}

/// Whether components that do not stand on the page yet may come to be shown in one of this kind.
fn shows_others(kind: &str) -> bool {
    kind == "chatbot"
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
        self.preloaded.iter().map(String::as_str)
    }

    pub(super) fn own(&self) -> Vec<&str> {
        self.own.iter().map(String::as_str).collect()
    }

    pub(super) fn sheets(&self) -> Vec<&str> {
        self.sheets.iter().map(String::as_str).collect()
    }

    pub(super) fn by_type(&self) -> BTreeMap<&'a str, String> {
        self.by_type.clone()
    }
}
