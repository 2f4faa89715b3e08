//! The config: all that a page and the clients know of an app.

use std::collections::HashSet;

use serde_json::{Map, Value, json};

use super::{Block, Blocks, Dependency, Extras, Parent, render::Site};
use crate::{
    component::{Component as _, Kind},
    components::layout::Form,
    i18n::Texts,
    server::style_url,
    theme::Theme,
};

/// One page of an app.
#[derive(Debug, Clone)]
pub(crate) struct PageFacts {
    /// `""` for the first page.
    pub(crate) path: String,
    pub(crate) title: String,
    /// Whether the navigation bar leads to it.
    pub(crate) in_navbar: bool,
    /// Its top-level blocks.
    pub(crate) roots: Vec<usize>,
    /// Its events.
    pub(crate) dependencies: Vec<usize>,
    /// What else belongs to it.
    pub(crate) extras: Extras,
}

/// What the config says besides its blocks.
#[derive(Debug)]
pub(crate) struct AppFacts<'a> {
    pub(crate) title: &'a str,
    pub(crate) mode: &'static str,
    pub(crate) app_id: u64,
    pub(crate) show_error: bool,
    pub(crate) max_file_size: Option<u64>,
    pub(crate) theme: &'a Theme,
    pub(crate) theme_hash: &'a str,
    pub(crate) texts: &'a Texts,
    /// Labels and addresses of more links at the foot.
    pub(crate) links: &'a [(String, String)],
    /// Whether it speaks MCP.
    pub(crate) mcp: bool,
}

/// The version whose shapes are announced to clients.
const VERSION: &str = "5.49.1";

/// The config without `root` and `username`, which differ between requests.
pub(crate) fn config(app: &AppFacts<'_>, blocks: &Blocks, pages: &[PageFacts]) -> Value {
    let tree = |roots: &[usize]| json!({"id": 0, "children": layout(blocks, roots)});
    let everything: Vec<usize> = pages.iter().flat_map(|page| page.roots.clone()).collect();
    let page: Map<String, Value> = pages
        .iter()
        .map(|page| {
            let mut ids = Vec::new();
            collect(blocks, &page.roots, &mut ids);
            for &dependency in &page.dependencies {
                let dependency = &blocks.dependencies[dependency];
                // What stands nowhere on the page: arguments for the API only, kept values.
                for &id in dependency.inputs.iter().chain(&dependency.outputs) {
                    if !ids.contains(&id) {
                        ids.push(id);
                    }
                }
            }
            let mut facts = json!({
                "layout": tree(&page.roots),
                "components": ids,
                "dependencies": page.dependencies,
            });
            let extras = extras(&page.extras);
            if !extras.is_empty() {
                facts["extras"] = extras.into();
            }
            (page.path.clone(), facts)
        })
        .collect();
    let texts = |which: fn(&Extras) -> &Vec<String>| -> Vec<&str> {
        let all = pages.iter().flat_map(|page| which(&page.extras));
        all.map(String::as_str).collect()
    };
    let first = |which: fn(&Extras) -> Option<bool>| {
        let page = pages.first();
        page.and_then(|page| which(&page.extras)).unwrap_or(false)
    };
    let heard = Heard::new(blocks);
    json!({
        "version": VERSION,
        "api_prefix": crate::server::API_PREFIX,
        "mode": app.mode,
        "app_id": app.app_id,
        "dev_mode": false,
        "vibe_mode": false,
        "analytics_enabled": false,
        "components": blocks.iter().map(|block| component(block, &heard)).collect::<Vec<_>>(),
        "css": texts(|extras| &extras.css).join("\n"),
        "connect_heartbeat": blocks.keeps_state(),
        "js": texts(|extras| &extras.js).first().copied().unwrap_or_default(),
        "head": pages.iter().map(|page| &*page.extras.head).collect::<String>(),
        "title": app.title,
        "space_id": null,
        "enable_queue": true,
        "show_error": app.show_error,
        "show_api": true,
        "footer_links": footer_links(app.links),
        "run_history": false,
        "is_colab": false,
        "max_file_size": app.max_file_size,
        "stylesheets": [],
        "theme": app.theme.config_name(),
        "protocol": "sse_v3",
        "body_css": {
            "body_background_fill": app.theme.resolved("body-background-fill", false),
            "body_text_color": app.theme.resolved("body-text-color", false),
            "body_background_fill_dark": app.theme.resolved("body-background-fill", true),
            "body_text_color_dark": app.theme.resolved("body-text-color", true),
        },
        "fill_height": first(|extras| extras.fill_height),
        "fill_width": first(|extras| extras.fill_width),
        "theme_hash": app.theme_hash,
        "pwa": false,
        "pages": pages.iter().map(|p| json!([p.path, p.title, p.in_navbar])).collect::<Vec<_>>(),
        "page": page,
        "mcp_server": app.mcp,
        "i18n_translations": app.texts.json(),
        "dependencies": blocks.dependencies.iter().map(Dependency::config).collect::<Vec<_>>(),
        "layout": tree(&everything),
    })
}

/// What else belongs to a page, as far as there is something to say.
fn extras(extras: &Extras) -> Map<String, Value> {
    let mut said = Map::new();
    for (name, texts) in [("css", &extras.css), ("js", &extras.js)] {
        if !texts.is_empty() {
            said.insert(name.into(), json!(texts));
        }
    }
    if !extras.head.is_empty() {
        said.insert("head".into(), json!(extras.head));
    }
    if let Some(css) = extras.theme_css() {
        said.insert("theme".into(), style_url(&css).into());
    }
    for (name, is_on) in [
        ("fill_width", extras.fill_width),
        ("fill_height", extras.fill_height),
    ] {
        if is_on == Some(true) {
            said.insert(name.into(), true.into());
        }
    }
    said
}

/// What a function drew, with the keys of an app's config.
pub(super) fn part_config(blocks: &Blocks, site: &Site) -> Value {
    let roots = blocks.children(Parent::Page(0));
    let tree = |id: usize| json!({"id": id, "children": layout(blocks, roots)});
    let heard = Heard::new(blocks);
    let own = blocks.iter().map(|block| {
        let mut entry = component(block, &heard);
        entry["renderable"] = json!(site.id);
        if block.component.wire() != Form::WIRE {
            entry["rendered_in"] = json!(site.id);
        }
        entry
    });
    let container = site.around.get().find(site.container);
    let container = container.map(|block| {
        let mut entry = component(&block, &heard);
        entry["renderable"] = json!(site.id);
        entry
    });
    let components: Vec<_> = container.into_iter().chain(own).collect();
    let ids: Vec<_> = components.iter().map(|it| it["id"].clone()).collect();
    let events: Vec<_> = blocks.dependencies.iter().map(Dependency::config).collect();
    let numbers: Vec<_> = events.iter().map(|it| it["id"].clone()).collect();
    let page = json!({"layout": tree(0), "components": ids, "dependencies": numbers});
    json!({
        "page": {site.around.get().path(site.page): page},
        "components": components,
        "dependencies": events,
        "layout": tree(site.container),
        "render_id": site.id,
    })
}

/// The events of blocks that functions hear of.
struct Heard(HashSet<(usize, &'static str)>);

impl Heard {
    fn new(blocks: &Blocks) -> Self {
        let events = blocks.dependencies.iter();
        Self(events.flat_map(|it| it.targets.iter().copied()).collect())
    }
}

/// Those that every app has are known by a word.
fn footer_links(links: &[(String, String)]) -> Vec<Value> {
    let own = links
        .iter()
        .map(|(label, url)| json!({"label": label, "url": url}));
    [json!("api")]
        .into_iter()
        .chain(own)
        .chain([json!("vetrina"), json!("settings")])
        .collect()
}

fn layout(blocks: &Blocks, ids: &[usize]) -> Vec<Value> {
    ids.iter()
        .map(|&id| match blocks.children(Parent::Block(id)) {
            [] if blocks.get(id).component.kind() != Kind::Block => json!({"id": id}),
            children => json!({"id": id, "children": layout(blocks, children)}),
        })
        .collect()
}

fn collect(blocks: &Blocks, ids: &[usize], all: &mut Vec<usize>) {
    for &id in ids {
        all.push(id);
        collect(blocks, blocks.children(Parent::Block(id)), all);
    }
}

/// The name of the component that stands for an argument no page shows.
const API: &str = "api";

/// Props that say that a function hears of an event: only then is there something to press.
const HEARD: [(&str, &str); 5] = [
    ("_selectable", "select"),
    ("streaming", "stream"),
    ("likeable", "like"),
    ("_retryable", "retry"),
    ("_undoable", "undo"),
];

fn component(block: &Block, heard: &Heard) -> Value {
    let component = &block.component;
    let mut props = component.props();
    props.extend(block.over.clone());
    for (prop, event) in HEARD {
        if props.contains_key(prop) && heard.0.contains(&(block.id, event)) {
            props.insert(prop.into(), true.into());
        }
    }
    let wire = if block.api_only {
        API
    } else {
        component.wire()
    };
    if block.api_only {
        props.insert("name".into(), API.into());
    } else if let Some(frontend) = component.frontend() {
        props.insert("frontend".into(), frontend.path("js").into());
    }
    let mut entry = json!({
        "id": block.id,
        "type": wire,
        "props": props,
        "skip_api": component.skip_api(),
        "component_class_id": class_id(wire),
        "key": component.base().key.as_ref().map(key_hash),
    });
    if !component.skip_api() {
        let schema = component.api_info();
        entry["api_info"] = schema.clone();
        entry["api_info_as_input"] = schema.clone();
        entry["api_info_as_output"] = schema;
        entry["example_inputs"] = component.example_payload();
    }
    entry
}

/// The number that other front ends know a key by.
fn key_hash(key: &Value) -> i64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    key.to_string().hash(&mut hasher);
    // Their numbers hold no more.
    i64::from_ne_bytes(hasher.finish().to_ne_bytes()) >> 11
}

/// 64 hex digits that are the same wherever this component is served.
fn class_id(wire: &str) -> String {
    use std::{
        fmt::Write,
        hash::{DefaultHasher, Hash, Hasher},
    };
    let mut id = String::with_capacity(64);
    for part in 0..4u8 {
        let mut hasher = DefaultHasher::new();
        (wire, part).hash(&mut hasher);
        let _ = write!(id, "{:016x}", hasher.finish());
    }
    id
}
