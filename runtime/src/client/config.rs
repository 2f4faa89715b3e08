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
    pub(crate) dependencies: Vec<Dependency>,
    #[serde(default = "yes")]
    pub(crate) connect_heartbeat: bool,
    #[serde(default)]
    pub(crate) max_file_size: Option<u64>,
}

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Component {
    pub(crate) id: u64,
    #[serde(rename = "type")]
    pub(crate) kind: String,
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

#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Dependency {
    pub(crate) id: u64,
    #[serde(default, deserialize_with = "name")]
    pub(crate) api_name: Option<String>,
    #[serde(default)]
    pub(crate) inputs: Vec<u64>,
    #[serde(default)]
    pub(crate) outputs: Vec<u64>,
    #[serde(default)]
    pub(crate) backend_fn: bool,
    #[serde(default)]
    api_visibility: Option<String>,
    #[serde(default)]
    show_api: Option<bool>,
    #[serde(flatten)]
    pub(crate) more: Map<String, Value>,
}

impl Dependency {
    /// Whether the app's own page alone may run it.
    pub(crate) fn is_private(&self) -> bool {
        self.api_name.is_none() || self.api_visibility.as_deref() == Some("private")
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

/// An app writes `false` for no name.
fn name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(match Value::deserialize(deserializer)? {
        Value::String(name) => Some(name),
        _ => None,
    })
}
