//! What an app has to offer: a tool, a resource or a prompt for each of its public functions.

use std::{collections::HashSet, sync::Arc};

use serde_json::{Map, Value, json};

use super::schema;
use crate::{
    endpoint::{McpRole, Visibility},
    page::Dependency,
    server::{Served, openapi::beside},
};

/// Longer names are refused by some of those that call.
const LONGEST: usize = 120;

const TAKES_FILES: &str = "If a file is only on your own disk, upload it first, by a POST to /gradio_api/upload of this \
    server, and pass the path that it answers.";

/// A function, as programs that speak MCP see it.
#[derive(Debug)]
pub(crate) struct Offered {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) role: McpRole,
    /// The schema of its arguments, each by its name.
    pub(crate) input: Value,
    /// The same with files as they travel; tells where addresses stand for files.
    pub(super) taken: Vec<(String, Value)>,
    /// The names of its results in the structured form, as many as are shown.
    pub(super) results: Vec<(usize, String)>,
    pub(crate) output: Option<Value>,
    pub(crate) takes_files: bool,
    pub(super) dependency: Arc<Dependency>,
}

impl Offered {
    /// All that the app offers.
    pub(super) fn all(app: &Served) -> Vec<Self> {
        let mut names = HashSet::new();
        let public = app.dependencies.iter().filter(|dependency| {
            dependency.is_callable_by_name()
                && dependency.visibility == Visibility::Public
                && dependency.mcp.role != McpRole::None
        });
        public
            .map(|dependency| {
                let own = dependency.mcp.name.unwrap_or(&dependency.function);
                let name = unique(&plain(own), &mut names);
                Self::new(app, dependency, name)
            })
            .collect()
    }

    fn new(app: &Served, dependency: &Arc<Dependency>, name: String) -> Self {
        let (taken, properties, takes_files) = parameters(app, dependency);
        let required = dependency.specs.iter().filter(|it| it.default.is_none());
        let required: Vec<_> = required.map(|spec| spec.name.clone()).collect();
        let mut input = json!({"type": "object", "properties": properties});
        if !required.is_empty() {
            input["required"] = required.into();
        }
        let results = results(app, dependency);
        let own = dependency.mcp.description;
        let own = own.or(dependency.description.as_deref());
        let mut description = own.unwrap_or_default().to_owned();
        if takes_files {
            let space = if description.is_empty() { "" } else { " " };
            description = format!("{description}{space}{TAKES_FILES}");
        }
        Self {
            name,
            description,
            role: dependency.mcp.role,
            input,
            taken,
            output: output(app, dependency, &results),
            results,
            takes_files,
            dependency: Arc::clone(dependency),
        }
    }

    /// As `/mcp/schema` lists it.
    pub(crate) fn listed(&self) -> Value {
        let mut listed = json!({
            "name": self.name,
            "description": self.description,
            "inputSchema": self.input,
            "meta": {
                "file_data_present": self.takes_files,
                "mcp_type": match self.role {
                    McpRole::Resource { .. } => "resource",
                    McpRole::Prompt => "prompt",
                    McpRole::Tool | McpRole::None => "tool",
                },
                "endpoint_name": self.dependency.api_name,
            },
        });
        if let McpRole::Resource { uri, .. } = self.role {
            listed["meta"]["uri"] = json!(uri);
        }
        listed
    }

    pub(super) fn is_tool(&self) -> bool {
        self.role == McpRole::Tool
    }

    /// The schema of one argument, as programs see it.
    pub(super) fn argument(&self, name: &str) -> &Value {
        &self.input["properties"][name]
    }

    pub(super) fn is_required(&self, name: &str) -> bool {
        let required = self.input["required"].as_array();
        required.is_some_and(|all| all.iter().any(|it| it == name))
    }
}

/// The schemas of what a function takes: as it travels, as programs see it, and whether that makes
/// a difference.
fn parameters(
    app: &Served,
    dependency: &Dependency,
) -> (Vec<(String, Value)>, Map<String, Value>, bool) {
    let inputs = dependency.inputs.iter().enumerate();
    let inputs = inputs.filter(|(index, _)| !dependency.states.contains(index));
    let docs = dependency.docs.iter().chain(std::iter::repeat(&""));
    let mut any = false;
    let (mut taken, mut seen) = (Vec::new(), Map::new());
    for ((spec, (_, id)), docs) in dependency.specs.iter().zip(inputs).zip(docs) {
        let Some(component) = app.component(*id, None).filter(|it| !it.skip_api()) else {
            continue;
        };
        let whole = schema::whole(&component.api_info());
        let (mut address, is_file) = schema::with_addresses(&whole);
        any |= is_file;
        if !docs.is_empty() {
            address["description"] = json!(docs);
        }
        let default = spec.default.as_ref();
        let default = default.and_then(|it| serde_json::from_str::<Value>(it.get()).ok());
        // A file that a component starts with is of no use to a caller, nor is nothing.
        if let Some(default) = default.filter(|it| !it.is_null() && !is_file) {
            address["default"] = default;
        }
        taken.push((spec.name.clone(), whole));
        seen.insert(spec.name.clone(), address);
    }
    (taken, seen, any)
}

/// The places and names of what a function shows: `result` for one, else the labels.
fn results(app: &Served, dependency: &Dependency) -> Vec<(usize, String)> {
    let outputs = dependency.outputs.iter().enumerate();
    let shown: Vec<_> = outputs
        .filter_map(|(place, id)| Some((place, app.component(*id, None)?)))
        .filter(|(_, component)| !component.skip_api())
        .collect();
    if let [(place, _)] = shown.as_slice() {
        return vec![(*place, "result".into())];
    }
    let mut names = HashSet::new();
    shown
        .iter()
        .map(|(place, component)| {
            let label = component.base().label.as_deref().unwrap_or_default();
            let name = plain(label).to_lowercase();
            let name = name.trim_matches('_');
            let name = if name.is_empty() { "result" } else { name };
            (*place, unique(name, &mut names))
        })
        .collect()
}

fn output(app: &Served, dependency: &Dependency, results: &[(usize, String)]) -> Option<Value> {
    if results.is_empty() {
        return None;
    }
    let beside = beside(app, dependency);
    let schemas: Map<_, _> = results
        .iter()
        .map(|(place, name)| {
            let schema = beside.results.get(*place).cloned().flatten();
            let schema = schema::result(&schema.unwrap_or_default(), beside.updates);
            (name.clone(), schema)
        })
        .collect();
    let names: Vec<_> = schemas.keys().cloned().collect();
    Some(json!({"type": "object", "properties": schemas, "required": names}))
}

/// A name of letters, digits and `_`.
fn plain(name: &str) -> String {
    let fits = |letter: char| {
        if letter.is_ascii_alphanumeric() {
            letter
        } else {
            '_'
        }
    };
    name.chars().map(fits).take(LONGEST).collect()
}

/// `name`, or the first of `name_1`, `name_2`… that is free.
fn unique(name: &str, taken: &mut HashSet<String>) -> String {
    let numbered = (1..).map(|number| format!("{name}_{number}"));
    let mut all = std::iter::once(name.to_owned()).chain(numbered);
    let free = all.find(|it| !taken.contains(it)).unwrap_or_default();
    taken.insert(free.clone());
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_short_and_told_apart() {
        assert_eq!(plain("größe-2"), "gr__e_2");
        assert_eq!(plain(&"x".repeat(300)).len(), LONGEST);
        let mut taken = HashSet::new();
        let names = ["a", "a", "a_1", "a"].map(|name| unique(name, &mut taken));
        assert_eq!(names, ["a", "a_1", "a_1_1", "a_2"]);
    }
}
