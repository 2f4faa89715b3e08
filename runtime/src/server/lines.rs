//! The config for programs that make an app of theirs out of this one: Python's `gr.load`. It hands
//! each key of an event to a function of its own line, and refuses the keys of the other.

use axum::http::{HeaderMap, header};
use serde_json::{Map, Value, json};

/// Who asks for the config.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Line {
    /// A Python program with the clients of Gradio 5.
    One,
    /// The same with those of Gradio 6.
    Two,
    /// Anybody else: the keys of both lines.
    Both,
}

impl Line {
    pub(super) fn of(headers: &HeaderMap) -> Self {
        let agent = headers.get(header::USER_AGENT);
        let agent = agent.and_then(|agent| agent.to_str().ok());
        match agent.and_then(|agent| agent.strip_prefix("gradio_client/")) {
            Some(version) if version.starts_with("1.") => Self::One,
            Some(_) => Self::Two,
            None => Self::Both,
        }
    }

    /// The keys of an event that are not of this line.
    fn unknown(self) -> &'static [&'static str] {
        match self {
            Self::One => &["api_visibility", "client_action", "component_prop_inputs"],
            Self::Two => &["show_api", "client_action", "like_user_message"],
            Self::Both => &[],
        }
    }

    /// Leaves in `config` what this line knows.
    pub(super) fn fit(self, config: &mut Value) {
        if self == Self::Both {
            return;
        }
        for event in config["dependencies"].as_array_mut().into_iter().flatten() {
            if let Some(event) = event.as_object_mut() {
                self.fit_event(event);
            }
        }
        for component in config["components"].as_array_mut().into_iter().flatten() {
            if component["type"] == "api" {
                show_nowhere(component);
            }
        }
        stand_all(config);
    }

    fn fit_event(self, event: &mut Map<String, Value>) {
        for key in self.unknown() {
            event.shift_remove(*key);
        }
        // An event that nothing sets off has to be one that follows another all the same.
        if event.get("targets").is_some_and(|it| it == &json!([])) {
            event.insert("targets".into(), json!([[null, "then"]]));
        }
    }
}

/// An argument of a function that no page shows: a component of no class there, so it goes as one
/// that takes any value and is not seen.
fn show_nowhere(component: &mut Value) {
    component["type"] = json!("json");
    component["props"]["name"] = json!("json");
    component["props"]["visible"] = json!(false);
}

/// Each component has a place in the layout there, those that are not seen as well.
fn stand_all(config: &mut Value) {
    let mut standing = Vec::new();
    ids(&config["layout"], &mut standing);
    let all = config["components"].as_array().into_iter().flatten();
    let missing = all.filter_map(|component| component["id"].as_u64());
    let missing = missing.filter(|id| !standing.contains(id));
    let missing: Vec<_> = missing.map(|id| json!({"id": id})).collect();
    if let Some(children) = config["layout"]["children"].as_array_mut() {
        children.extend(missing);
    }
}

fn ids(node: &Value, found: &mut Vec<u64>) {
    found.extend(node["id"].as_u64());
    for child in node["children"].as_array().into_iter().flatten() {
        ids(child, found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_gets_its_own_keys() {
        let both = json!({
            "components": [{"id": 1, "type": "textbox", "props": {}}, {"id": 2, "type": "api", "props": {}}],
            "layout": {"id": 0, "children": [{"id": 3, "children": [{"id": 1}]}]},
            "dependencies": [{"targets": [], "show_api": true, "api_visibility": "public", "component_prop_inputs": []}],
        });
        let fitted = |line: Line| {
            let mut config = both.clone();
            line.fit(&mut config);
            config
        };
        assert_eq!(fitted(Line::Both), both);
        let one = fitted(Line::One);
        let event = json!({"targets": [[null, "then"]], "show_api": true});
        assert_eq!(one["dependencies"], json!([event]));
        assert_eq!(one["layout"]["children"][1], json!({"id": 2}));
        let unseen = json!({"id": 2, "type": "json", "props": {"name": "json", "visible": false}});
        assert_eq!(one["components"][1], unseen);
        let two = fitted(Line::Two);
        assert_eq!(two["dependencies"][0]["api_visibility"], "public");
        assert_eq!(two["dependencies"][0].get("show_api"), None);
    }
}
