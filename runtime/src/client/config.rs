//! What an app says of itself, as far as a client needs it.

use serde::{Deserialize, Deserializer};
use serde_json::{Map, Value};

/// `/config`.
#[derive(Debug, Deserialize)]
pub(crate) struct Config {
    pub(crate) version: String,
    #[serde(default)]
    pub(crate) protocol: String,
    #[serde(default)]
    pub(crate) api_prefix: String,
    #[serde(default)]
    pub(crate) components: Vec<Component>,
    #[serde(rename = "dependencies")]
    pub(crate) functions: Vec<Function>,
    #[serde(default)]
    pub(crate) layout: Node,
    #[serde(default = "yes")]
    pub(crate) connect_heartbeat: bool,
    #[serde(default)]
    pub(crate) max_file_size: Option<u64>,
}

/// A block, and what stands in it.
#[derive(Debug, Default, Clone, Deserialize)]
pub(crate) struct Node {
    #[serde(default)]
    pub(crate) id: u64,
    #[serde(default)]
    pub(crate) children: Vec<Node>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Component {
    pub(crate) id: u64,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) props: Map<String, Value>,
    #[serde(default)]
    pub(crate) api_info: Option<Value>,
    #[serde(rename = "example_inputs", default)]
    pub(crate) example: Option<Value>,
    skip_api: Option<bool>,
}

impl Component {
    /// Whether clients neither give its value nor see it.
    pub(crate) fn is_skipped(&self) -> bool {
        const SKIPPED: [&str; 14] = [
            "state",
            "row",
            "column",
            "tabs",
            "tab",
            "tabitem",
            "box",
            "form",
            "accordion",
            "group",
            "interpretation",
            "dataset",
            "sidebar",
            "walkthrough",
        ];
        let by_kind = || SKIPPED.contains(&self.kind.as_str());
        self.skip_api.unwrap_or_else(by_kind)
    }
}

/// An event and what it runs.
#[derive(Debug, Clone, Deserialize)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own on the wire"
)]
pub(crate) struct Function {
    pub(crate) id: u64,
    #[serde(rename = "api_name", default, deserialize_with = "text")]
    pub(crate) name: Option<String>,
    #[serde(rename = "api_description", default, deserialize_with = "text")]
    pub(crate) description: Option<String>,
    #[serde(default)]
    pub(crate) targets: Vec<(Option<u64>, String)>,
    #[serde(default)]
    pub(crate) inputs: Vec<u64>,
    #[serde(default)]
    pub(crate) outputs: Vec<u64>,
    #[serde(rename = "backend_fn", default)]
    pub(crate) on_server: bool,
    #[serde(default)]
    pub(crate) queue: Option<bool>,
    #[serde(default)]
    pub(crate) types: Types,
    #[serde(default)]
    pub(crate) cancels: Vec<u64>,
    #[serde(rename = "trigger_after", default)]
    pub(crate) after: Option<u64>,
    #[serde(rename = "trigger_only_on_success", default)]
    pub(crate) only_on_success: bool,
    #[serde(rename = "trigger_only_on_failure", default)]
    pub(crate) only_on_failure: bool,
    #[serde(default, deserialize_with = "text")]
    pub(crate) trigger_mode: Option<String>,
    #[serde(default, deserialize_with = "text")]
    pub(crate) show_progress: Option<String>,
    #[serde(default)]
    pub(crate) scroll_to_output: bool,
    #[serde(default)]
    api_visibility: Option<String>,
    #[serde(default)]
    show_api: Option<bool>,
}

#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Types {
    /// Whether results come one after the other.
    #[serde(default)]
    pub(crate) generator: bool,
}

impl Function {
    /// Whether the app's own page alone may run it.
    pub(crate) fn is_private(&self) -> bool {
        self.name.is_none() || self.api_visibility.as_deref() == Some("private")
    }

    /// Whether the app tells of it.
    pub(crate) fn is_shown(&self) -> bool {
        match self.api_visibility.as_deref() {
            Some(visibility) => visibility == "public",
            None => self.show_api != Some(false),
        }
    }
}

/// `/info`, with an entry for each endpoint that clients may call.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Info {
    #[serde(default)]
    pub(crate) named_endpoints: Map<String, Value>,
}

fn yes() -> bool {
    true
}

/// An app writes `false` or nothing where there is no text.
fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(text) => Some(text),
        _ => None,
    })
}
