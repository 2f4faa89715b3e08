//! The config as the page reads it: components by id, and who is whose parent.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::{Map, Value, json};

use crate::{
    i18n::Language,
    server::{keep_script, script_url},
    store::tables::{self, Keep},
};

/// What a dependency means to the page; the rest is for API clients.
const DEPENDENCY_KEYS: &[&str] = &[
    "id",
    "targets",
    "inputs",
    "outputs",
    "backend_fn",
    "queue",
    "api_name",
    "scroll_to_output",
    "show_progress",
    "show_progress_on",
    "cancels",
    "collects_event_data",
    "trigger_after",
    "trigger_only_on_success",
    "trigger_only_on_failure",
    "trigger_mode",
    "client_action",
    "js",
    "render_id",
    "rendered_in",
];

/// Props that say nothing to a page.
const SILENT_PROPS: &[&str] = &[
    "frontend",
    "name",
    "preserved_by_key",
    "latex_delimiters",
    "proxy_url",
];

#[derive(Debug)]
pub(super) struct Config<'a> {
    json: &'a Value,
    path: &'a str,
    page: &'a Value,
    layout: &'a Value,
    components: HashMap<u64, &'a Value>,
    inputs: HashSet<u64>,
    outputs: HashSet<u64>,
}

impl<'a> Config<'a> {
    pub(super) fn new(json: &'a Value, path: &'a str) -> Self {
        let page = &json["page"][path];
        let layout = if page["layout"].is_object() {
            &page["layout"]
        } else {
            &json["layout"]
        };
        let components = list(&json["components"])
            .filter_map(|it| Some((it["id"].as_u64()?, it)))
            .collect();
        let named = |side: &'static str| {
            let dependencies = list(&json["dependencies"]);
            dependencies
                .flat_map(|it| list(&it[side]))
                .filter_map(Value::as_u64)
                .collect()
        };
        Self {
            json,
            path,
            page,
            layout,
            components,
            inputs: named("inputs"),
            outputs: named("outputs"),
        }
    }

    /// As it was sent.
    pub(super) fn json(&self) -> &'a Value {
        self.json
    }

    pub(super) fn title(&self) -> &'a str {
        self.json["title"]
            .as_str()
            .filter(|title| !title.is_empty())
            .unwrap_or("Vetrina")
    }

    /// The app's title, after that of the page where there are several.
    pub(super) fn page_title(&self) -> String {
        let mut pages = self.pages();
        let own = pages.find(|(path, ..)| *path == self.path && !path.is_empty());
        match own {
            Some((_, title, _)) => format!("{title} · {}", self.title()),
            None => self.title().to_owned(),
        }
    }

    /// The pages of the app: path, title, and whether the navigation bar leads there.
    pub(super) fn pages(&self) -> impl Iterator<Item = (&'a str, &'a str, bool)> + use<'a> {
        list(&self.json["pages"])
            .filter_map(|it| Some((it[0].as_str()?, it[1].as_str()?, it[2].as_bool()?)))
    }

    /// The path of this page.
    pub(super) fn path(&self) -> &'a str {
        self.path
    }

    pub(super) fn show_api(&self) -> bool {
        self.json["show_api"].as_bool().unwrap_or(true)
    }

    /// Whether any event reads, fills or starts at this block.
    pub(super) fn is_used(&self, id: u64) -> bool {
        let starts = |it: &Value| list(&it["targets"]).any(|target| target[0] == id);
        self.inputs.contains(&id)
            || self.outputs.contains(&id)
            || list(&self.json["dependencies"]).any(starts)
    }

    /// What the author of the page added to it: `css` or `js`.
    pub(super) fn extra(&self, name: &str) -> impl Iterator<Item = &'a str> + use<'a> {
        list(&self.page["extras"][name]).filter_map(Value::as_str)
    }

    /// What else the author of the page said of it: `head` or `theme`.
    pub(super) fn extra_text(&self, name: &str) -> Option<&'a str> {
        self.page["extras"][name].as_str()
    }

    /// Whether the author of the page asked for it: `fill_width` or `fill_height`.
    pub(super) fn extra_is_on(&self, name: &str) -> bool {
        self.page["extras"][name] == true
    }

    /// What stands directly on the page.
    pub(super) fn top(&self) -> impl Iterator<Item = Node<'a>> {
        self.children(self.layout)
    }

    /// Every block of the page, parents first.
    pub(super) fn all(&self) -> Vec<Node<'a>> {
        let mut found = Vec::new();
        let mut waiting: Vec<_> = self.top().collect();
        while let Some(node) = waiting.pop() {
            waiting.extend(self.below(&node));
            found.push(node);
        }
        found
    }

    pub(super) fn below(&self, node: &Node<'a>) -> impl Iterator<Item = Node<'a>> {
        self.children(node.layout)
    }

    fn children(&self, layout: &'a Value) -> impl Iterator<Item = Node<'a>> {
        list(&layout["children"]).filter_map(|child| {
            let id = child["id"].as_u64()?;
            let component = self.components.get(&id)?;
            let written = component["props"]["interactive"].as_bool();
            // A place that only answers is not for typing, unless its author says so.
            let interactive =
                written.unwrap_or(self.inputs.contains(&id) || !self.outputs.contains(&id));
            let kind = component["type"].as_str().unwrap_or_default();
            Some(Node {
                id,
                kind,
                props: &component["props"],
                layout: child,
                interactive,
            })
        })
    }

    /// What the script of the page starts from: the blocks that it shows, and what happens between them.
    pub(super) fn for_page(
        &self,
        base: &str,
        modules: &BTreeMap<&str, String>,
        language: &Language,
    ) -> Value {
        // A config without pages is all one page.
        let here = |part: &str, it: &Value| {
            self.page[part]
                .as_array()
                .is_none_or(|ids| ids.contains(&it["id"]))
        };
        let components = list(&self.json["components"])
            .filter(|it| here("components", it) && it["type"] != "api");
        let components: Vec<_> = components
            .map(|it| slim_component(it, Keep::Always))
            .collect();
        let dependencies = list(&self.json["dependencies"]).filter(|it| here("dependencies", it));
        let dependencies: Vec<_> = dependencies.map(|it| slim_dependency(it, base)).collect();
        let scripts = self.extra("js");
        let scripts: Vec<_> = scripts
            .map(|code| format!("{base}{}", script_url(code)))
            .collect();
        let mut facts = json!({
            "base": base,
            "modules": modules,
            "app_id": self.json["app_id"],
            "connect_heartbeat": self.json["connect_heartbeat"],
            "max_file_size": self.json["max_file_size"],
            "components": components,
            "dependencies": dependencies,
            "scripts": scripts,
        });
        // Only what differs from what the page says by itself.
        for (name, words) in [
            ("words", language.words()),
            ("texts", json!(language.texts)),
        ] {
            if words.as_object().is_some_and(|words| !words.is_empty()) {
                facts[name] = words;
            }
        }
        facts
    }
}

impl Config<'_> {
    /// The blocks of a part, but for the one that holds it, and what happens between them.
    pub(super) fn of_part(&self, container: &Value) -> (Vec<Value>, Vec<Value>) {
        let components = list(&self.json["components"]).filter(|it| it["id"] != *container);
        let dependencies = list(&self.json["dependencies"]);
        (
            components
                .map(|it| slim_component(it, Keep::WhileThereIsRoom))
                .collect(),
            dependencies
                .map(|it| {
                    if let Some(code) = it["js"].as_str() {
                        keep_script(code);
                    }
                    slim_dependency(it, "")
                })
                .collect(),
        )
    }

    /// Whether functions draw parts of the page, so that anything may stand on it later.
    pub(super) fn has_parts(&self) -> bool {
        let mut dependencies = list(&self.json["dependencies"]);
        dependencies.any(|it| it["render_id"].is_number())
    }
}

fn slim_component(component: &Value, tables: Keep) -> Value {
    let props = component["props"].as_object();
    let is_keyed = component["key"].is_number();
    let mut props: Map<_, _> = props
        .into_iter()
        .flatten()
        .filter(|(name, _)| is_keyed || !SILENT_PROPS.contains(&name.as_str()))
        .filter(|(name, value)| *name != "_selectable" || **value == true)
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    if component["type"] == "dataframe"
        && let Some(value) = props.get_mut("value")
        && let Some(excerpt) = tables::excerpt(value.to_string().as_bytes(), tables)
    {
        *value = excerpt;
    }
    json!({ "id": component["id"], "type": component["type"], "props": props })
}

fn slim_dependency(dependency: &Value, base: &str) -> Value {
    let said =
        |value: &Value| !(value.is_null() || *value == Value::Bool(false) || *value == json!([]));
    let keys = DEPENDENCY_KEYS
        .iter()
        .filter(|key| said(&dependency[**key]));
    let mut slim: Map<_, _> = keys
        .map(|key| ((*key).to_owned(), dependency[*key].clone()))
        .collect();
    if !dependency["event_specific_args"]
        .as_array()
        .is_none_or(Vec::is_empty)
    {
        slim.insert("stream_every".into(), dependency["stream_every"].clone());
    }
    // A page imports its scripts. What it does by itself needs none.
    if let Some(Value::String(code)) = slim.remove("js")
        && !slim.contains_key("client_action")
    {
        slim.insert("js".into(), format!("{base}{}", script_url(&code)).into());
    }
    slim.into()
}

/// One block in its place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Node<'a> {
    pub(super) id: u64,
    pub(super) kind: &'a str,
    pub(super) props: &'a Value,
    /// Whether a visitor may change it.
    pub(super) interactive: bool,
    layout: &'a Value,
}

impl<'a> Node<'a> {
    /// A prop that is text and not empty.
    pub(super) fn text(&self, prop: &str) -> Option<&'a str> {
        self.props[prop].as_str().filter(|text| !text.is_empty())
    }

    pub(super) fn number(&self, prop: &str) -> Option<f64> {
        self.props[prop].as_f64()
    }

    pub(super) fn on(&self, prop: &str) -> bool {
        self.props[prop].as_bool().unwrap_or(false)
    }

    pub(super) fn list(&self, prop: &str) -> impl Iterator<Item = &'a Value> + use<'a> {
        list(&self.props[prop])
    }

    pub(super) fn value(&self) -> &'a Value {
        &self.props["value"]
    }

    /// `false` and `"hidden"` both keep it out of sight.
    pub(super) fn is_visible(&self) -> bool {
        self.props["visible"]
            .as_bool()
            .unwrap_or(self.props["visible"] != "hidden")
    }

    /// The id of its native control, which its label points to.
    pub(super) fn control_id(&self) -> String {
        format!("c{}", self.id)
    }

    /// Whether it is a place for other blocks, be it empty.
    pub(super) fn holds_others(&self) -> bool {
        self.layout["children"].is_array()
    }

    pub(super) fn has_variant(&self, variant: &str) -> bool {
        self.props["variant"] == variant
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}
