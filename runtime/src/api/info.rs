//! `/info`: every endpoint with its parameters and returns.

use serde_json::{Map, Value, json};

use super::python_type::python_type;
use crate::{
    endpoint::{ArgSpec, Visibility},
    page::{Block, Blocks, Dependency},
};

/// The endpoints that clients may know of; with `all`, those they may only call as well.
pub(crate) fn info(blocks: &Blocks, all: bool) -> Value {
    let named: Map<String, Value> = blocks
        .dependencies
        .iter()
        .filter(|dependency| dependency.is_callable_by_name())
        .filter(|dependency| all || dependency.visibility == Visibility::Public)
        .filter_map(|dependency| {
            let name = dependency.api_name.as_ref()?;
            Some((format!("/{name}"), endpoint(blocks, dependency)))
        })
        .collect();
    json!({"named_endpoints": named, "unnamed_endpoints": {}})
}

fn endpoint(blocks: &Blocks, dependency: &Dependency) -> Value {
    let parameters: Vec<_> = dependency
        .inputs
        .iter()
        .enumerate()
        .filter(|(i, _)| !dependency.states.contains(i))
        .zip(dependency.specs.iter().zip(&dependency.docs))
        .filter(|((_, id), _)| !blocks.get(**id).component.skip_api())
        .map(|((i, &id), (spec, docs))| parameter(blocks.get(id), spec, docs, i))
        .collect();
    let returns: Vec<_> = dependency
        .outputs
        .iter()
        .enumerate()
        .filter(|&(_, &id)| !blocks.get(id).component.skip_api())
        .map(|(i, &id)| returned(blocks.get(id), i))
        .collect();
    json!({
        "parameters": parameters,
        "returns": returns,
        "show_api": dependency.visibility == Visibility::Public,
        "api_visibility": match dependency.visibility {
            Visibility::Public => "public",
            Visibility::Undocumented => "undocumented",
            Visibility::Private => "private",
        },
        "description": dependency.description.as_deref().unwrap_or_default(),
    })
}

fn parameter(block: &Block, spec: &ArgSpec, docs: &str, index: usize) -> Value {
    let component = &block.component;
    let schema = component.api_info();
    let default: Value = spec
        .default
        .as_ref()
        .and_then(|raw| serde_json::from_str(raw.get()).ok())
        .unwrap_or_default();
    let more = schema
        .get("additional_description")
        .or_else(|| schema.get("description"));
    json!({
        "label": label(block, index, "parameter"),
        "parameter_name": spec.name,
        "parameter_has_default": spec.default.is_some(),
        "parameter_default": default,
        "type": schema,
        "python_type": {"type": python_type(&schema), "description": more.cloned().unwrap_or_else(|| "".into())},
        "component": type_name(block),
        "example_input": if default.is_null() { component.example_payload() } else { default },
        "description": docs,
    })
}

fn returned(block: &Block, index: usize) -> Value {
    let schema = block.component.api_info();
    let description = schema
        .get("description")
        .cloned()
        .unwrap_or_else(|| "".into());
    json!({
        "label": label(block, index, "value"),
        "type": schema,
        "python_type": {"type": python_type(&schema), "description": description},
        "component": type_name(block),
    })
}

fn label(block: &Block, index: usize, kind: &str) -> String {
    if block.api_only {
        return ordinal(index + 1);
    }
    block
        .component
        .base()
        .label
        .clone()
        .unwrap_or_else(|| format!("{kind}_{}", block.id))
}

fn type_name(block: &Block) -> String {
    if block.api_only {
        "Api".into()
    } else {
        block.component.type_name()
    }
}

fn ordinal(number: usize) -> String {
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

#[cfg(test)]
mod tests {
    use super::ordinal;

    #[test]
    fn ordinals_are_english() {
        let words: Vec<_> = [1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal).into();
        assert_eq!(
            words,
            [
                "1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"
            ]
        );
    }
}
