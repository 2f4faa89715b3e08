//! A config without its ids, so that two apps can be compared that number their parts differently.

use std::collections::HashMap;

use serde_json::{Map, Value, json};

/// The config with every id replaced by what it stands for.
///
/// `endpoints` has the dependencies by their API name, with whole components as inputs and
/// outputs; `tree` has the layout, with the type of each part. Dependencies without a function on
/// the server or without a name are the page's own affair and left out.
///
/// # Panics
/// When the config is not of the usual form.
#[must_use]
pub fn resolve(config: &Value) -> Value {
    let components: HashMap<u64, &Value> = list(config, "components")
        .iter()
        .map(|component| (component["id"].as_u64().expect("an id"), component))
        .collect();
    let mut whole: Map<String, Value> = config.as_object().expect("an object").clone();
    for key in ["components", "dependencies", "layout", "page"] {
        whole.remove(key);
    }
    let endpoints = list(config, "dependencies")
        .iter()
        .filter(|dependency| dependency["backend_fn"] == true)
        .filter_map(|dependency| {
            let name = dependency["api_name"].as_str()?;
            Some((name.to_owned(), endpoint(dependency, &components)))
        });
    whole.insert("endpoints".into(), Value::Object(endpoints.collect()));
    whole.insert("tree".into(), tree(&config["layout"], &components));
    Value::Object(whole)
}

fn list<'a>(config: &'a Value, key: &str) -> &'a [Value] {
    config[key]
        .as_array()
        .unwrap_or_else(|| panic!("the config has no list of {key}"))
}

fn endpoint(dependency: &Value, components: &HashMap<u64, &Value>) -> Value {
    let mut whole = dependency.as_object().expect("an object").clone();
    whole.remove("id");
    for key in ["inputs", "outputs"] {
        let ids = list(dependency, key).iter().filter_map(Value::as_u64);
        let named: Map<String, Value> = ids.map(|id| named(components[&id])).collect();
        whole.insert(key.into(), named.into());
    }
    let targets = list(dependency, "targets").iter().map(|target| {
        let id = target[0].as_u64();
        // The root of the page is not in the list of components.
        let who = id.map(|id| {
            components
                .get(&id)
                .map_or("page".into(), |c| c["type"].clone())
        });
        json!([who, target[1]])
    });
    whole.insert("targets".into(), targets.collect());
    Value::Object(whole)
}

/// A component without its id, under its label: so one more does not shift all that follow.
fn named(component: &Value) -> (String, Value) {
    let label = component["props"]["label"]
        .as_str()
        .or(component["type"].as_str());
    let mut whole = component.as_object().expect("an object").clone();
    whole.remove("id");
    (label.expect("a type").to_owned(), whole.into())
}

fn tree(node: &Value, components: &HashMap<u64, &Value>) -> Value {
    let component = node["id"].as_u64().and_then(|id| components.get(&id));
    let kind = component.map_or("page".into(), |component| component["type"].clone());
    match node["children"].as_array() {
        Some(children) => {
            let children: Vec<Value> = children
                .iter()
                .map(|child| tree(child, components))
                .collect();
            json!({ "type": kind, "children": children })
        }
        None => kind,
    }
}
