//! `ParamViewer`: the parameters of a function, explained.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::{Length, markdown::source};
use crate::{
    component,
    component::{Component as _, Derived, Invalid, Postprocess, Preprocess},
    richtext::{self, Style},
};

/// The parameters of a function, one under the other, to unfold.
///
/// A function shows a `Vec` of [`Parameter`]s.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn docs(ui: &mut Ui) {
///     ui.add(ParamViewer::new().header("Of `greet`").value([
///         Parameter::new("name", "String").description("Whom to greet."),
///         Parameter::new("intensity", "u8").description("How **glad** you are.").default("2"),
///     ]));
/// }
/// ```
#[component(
    data_model = Map<String, Value>,
    wire = "paramviewer",
    events(change, upload),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct ParamViewer {
    /// What the types are written in.
    #[prop(default = "python")]
    pub language: String,
    /// Names of types that link to the heading of the same name on the page.
    pub linkify: Option<Vec<String>>,
    /// What stands above.
    #[prop(default = "Parameters")]
    pub header: Option<String>,
    /// Whether each parameter has an address of its own: `true`, or what its address begins with.
    #[prop(default = AnchorLinks::Linked(false))]
    pub anchor_links: AnchorLinks,
    /// How high it may grow before it scrolls.
    pub max_height: Option<Length>,
}

/// Whether the parameters in a [`ParamViewer`] have addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum AnchorLinks {
    /// Whether they do.
    Linked(bool),
    /// They do, and this is what their addresses begin with.
    Beginning(String),
}

impl From<bool> for AnchorLinks {
    fn from(linked: bool) -> Self {
        Self::Linked(linked)
    }
}

impl From<&str> for AnchorLinks {
    fn from(beginning: &str) -> Self {
        Self::Beginning(beginning.into())
    }
}

/// A parameter in a [`ParamViewer`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Parameter {
    /// What it is called.
    #[serde(skip)]
    pub name: String,
    /// Of what type it is.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it is for, in Markdown.
    #[serde(default)]
    pub description: String,
    /// What it is when nobody says.
    #[serde(default)]
    pub default: Option<String>,
}

impl Parameter {
    /// A parameter of a type.
    pub fn new(name: impl Into<String>, kind: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            kind: kind.into(),
            description: String::new(),
            default: None,
        }
    }

    /// What it is for, in Markdown.
    #[must_use]
    pub fn description(mut self, description: impl Into<String>) -> Self {
        self.description = description.into();
        self
    }

    /// What it is when nobody says.
    #[must_use]
    pub fn default(mut self, value: impl Into<String>) -> Self {
        self.default = Some(value.into());
        self
    }
}

impl ParamViewer {
    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        // It has no frame: what a frame would be drawn with is not said.
        for name in ["show_label", "container", "min_width"] {
            props.remove(name);
        }
        props.retain(|name, value| match name.as_str() {
            "visible" => *value != true,
            "elem_classes" => *value != json!([]),
            _ => true,
        });
        props
    }

    fn initial_value(&self) -> Option<Value> {
        Some(self.base().value.clone().unwrap_or_else(|| json!({})))
    }

    fn api_info(&self) -> Value {
        json!({"type": {}, "description": "any valid json"})
    }

    fn example_payload(&self) -> Value {
        json!({"array": {"type": "numpy", "description": "any valid json", "default": "None"}})
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        let render = |text| richtext::markdown(text, Style::default()).into();
        (name == "render").then(|| source(args).map(render))
    }
}

impl Preprocess<Map<String, Value>> for ParamViewer {
    fn preprocess(&self, data: Map<String, Value>) -> Result<Map<String, Value>, Invalid> {
        Ok(data)
    }
}

impl Preprocess<Vec<Parameter>> for ParamViewer {
    fn preprocess(&self, data: Map<String, Value>) -> Result<Vec<Parameter>, Invalid> {
        let read = |(name, value)| match serde_json::from_value::<Parameter>(value) {
            Ok(parameter) => Ok(Parameter { name, ..parameter }),
            Err(why) => Err(format!("{name}: {why}").into()),
        };
        data.into_iter().map(read).collect()
    }
}

impl Postprocess<Map<String, Value>> for ParamViewer {
    fn postprocess(&self, value: Map<String, Value>) -> Result<Map<String, Value>, Invalid> {
        Ok(value)
    }
}

impl Postprocess<Vec<Parameter>> for ParamViewer {
    fn postprocess(&self, value: Vec<Parameter>) -> Result<Map<String, Value>, Invalid> {
        Ok(value
            .into_iter()
            .map(|it| (it.name.clone(), json!(it)))
            .collect())
    }
}

impl<const N: usize> Postprocess<[Parameter; N]> for ParamViewer {
    fn postprocess(&self, value: [Parameter; N]) -> Result<Map<String, Value>, Invalid> {
        self.postprocess(Vec::from(value))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let expected = json!({
            "value": {}, "language": "python", "preserved_by_key": ["value"], "header": "Parameters",
            "anchor_links": false, "name": "paramviewer", "_selectable": false,
        });
        assert_eq!(
            Value::from(AnyComponent::props(&ParamViewer::new())),
            expected
        );
        let set = AnyComponent::props(
            &ParamViewer::new()
                .linkify(vec!["Ui".into()])
                .anchor_links("fn-")
                .max_height(300),
        );
        assert_eq!(
            (&set["linkify"], &set["anchor_links"], &set["max_height"]),
            (&json!(["Ui"]), &json!("fn-"), &json!(300))
        );
    }

    #[test]
    fn parameters_keep_their_order() {
        let parameters = vec![
            Parameter::new("z", "u8").default("1"),
            Parameter::new("a", "bool").description("*Which*"),
        ];
        let sent = json!({
            "z": {"type": "u8", "description": "", "default": "1"},
            "a": {"type": "bool", "description": "*Which*", "default": null},
        });
        assert_eq!(
            shown(&ParamViewer::new(), parameters.clone()).to_string(),
            sent.to_string()
        );
        assert_eq!(
            read::<Vec<Parameter>>(&ParamViewer::new(), &sent.to_string()),
            Ok(parameters)
        );
        assert_eq!(
            example::<Vec<Parameter>>(&ParamViewer::new()).map(|all| all.len()),
            Ok(1)
        );
        assert!(
            read::<Vec<Parameter>>(&ParamViewer::new(), r#"{"a": {}}"#)
                .unwrap_err()
                .starts_with("a: missing field")
        );
    }
}
