//! `Label`: what something is, and how sure that is.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use crate::{
    component,
    component::{Component as _, DefaultComponent, Invalid, Num, Numeric, Postprocess, Preprocess},
    data_model,
};

/// What something is, and how sure that is: the name on top, a bar for each class.
///
/// A function shows pairs or a map of classes and scores, or one name as text or number. Scores are
/// sorted from high to low.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint(output = Label::new().num_top_classes(2))]
/// fn classify(text: String) -> Vec<(&'static str, f64)> {
///     let loud = text.chars().filter(|c| c.is_uppercase()).count() as f64;
///     let all = text.chars().count().max(1) as f64;
///     vec![("calm", 1.0 - loud / all), ("loud", loud / all)]
/// }
/// ```
#[component(data_model = LabelData, events(change, select))]
#[derive(Debug, Clone)]
pub struct Label {
    /// How many classes are shown; all of them unless set.
    pub num_top_classes: Option<u32>,
    /// The colour of the bars, as CSS writes it.
    pub color: Option<String>,
    /// Whether the top class stands above the bars.
    #[prop(default = true)]
    pub show_heading: bool,
}

/// What a [`Label`] shows.
#[data_model]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LabelData {
    /// The most likely class.
    pub label: Option<Value>,
    /// All classes, the most likely first; none if nothing is known of how sure they are.
    pub confidences: Option<Vec<Confidence>>,
}

/// A class in a [`Label`], and how likely it is.
#[data_model]
#[derive(Debug, Clone, PartialEq)]
pub struct Confidence {
    /// The class.
    pub label: Option<Value>,
    /// How likely it is, from 0 to 1.
    pub confidence: Option<f64>,
}

impl Label {
    fn api_info(&self) -> Value {
        let label = json!({
            "anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "null"}],
            "default": null,
            "title": "Label",
        });
        let confidence = json!({
            "anyOf": [{"type": "number"}, {"type": "null"}],
            "default": null,
            "title": "Confidence",
        });
        json!({
            "$defs": {
                "LabelConfidence": {
                    "properties": {"label": label, "confidence": confidence},
                    "title": "LabelConfidence",
                    "type": "object",
                },
            },
            "properties": {
                "label": label,
                "confidences": {
                    "anyOf": [{"items": {"$ref": "#/$defs/LabelConfidence"}, "type": "array"}, {"type": "null"}],
                    "default": null,
                    "title": "Confidences",
                },
            },
            "title": "LabelData",
            "type": "object",
        })
    }

    fn example_payload(&self) -> Value {
        example("Cat")
    }

    fn example_value(&self) -> Value {
        example("cat")
    }

    fn initial_value(&self) -> Option<Value> {
        Some(self.base().value.clone().unwrap_or(json!({})))
    }

    fn ranked<L: Into<String>, S: Into<f64>>(
        &self,
        scores: impl IntoIterator<Item = (L, S)>,
    ) -> LabelData {
        let mut scores: Vec<(String, f64)> = scores
            .into_iter()
            .map(|(label, score)| (label.into(), score.into()))
            .collect();
        scores.sort_by(|(_, a), (_, b)| b.total_cmp(a));
        scores.truncate(
            self.num_top_classes
                .map_or(usize::MAX, |most| most as usize),
        );
        LabelData {
            label: scores.first().map(|(label, _)| json!(label)),
            confidences: Some(
                scores
                    .into_iter()
                    .map(|(label, score)| Confidence {
                        label: Some(label.into()),
                        confidence: Some(score),
                    })
                    .collect(),
            ),
        }
    }
}

fn example(label: &str) -> Value {
    json!({
        "label": label,
        "confidences": [{"label": "cat", "confidence": 0.9}, {"label": "dog", "confidence": 0.1}],
    })
}

impl Preprocess<String> for Label {
    fn preprocess(&self, data: LabelData) -> Result<String, Invalid> {
        match data.label {
            Some(Value::String(label)) => Ok(label),
            Some(number @ Value::Number(_)) => Ok(number.to_string()),
            _ => Err("there is no label".into()),
        }
    }
}

impl Preprocess<Option<String>> for Label {
    fn preprocess(&self, data: LabelData) -> Result<Option<String>, Invalid> {
        data.label
            .is_some()
            .then(|| self.preprocess(data))
            .transpose()
    }
}

macro_rules! scores {
    ($($scores:ty),*) => {$(
        impl Preprocess<$scores> for Label {
            fn preprocess(&self, data: LabelData) -> Result<$scores, Invalid> {
                let scores = data.confidences.into_iter().flatten().map(|class| {
                    let label = match class.label {
                        Some(Value::String(label)) => label,
                        other => json!(other).to_string(),
                    };
                    (label, class.confidence.unwrap_or_default())
                });
                Ok(scores.collect())
            }
        }
    )*};
}
scores!(Vec<(String, f64)>, BTreeMap<String, f64>, HashMap<String, f64>);

impl<L: Into<String>, S: Into<f64>> Postprocess<Vec<(L, S)>> for Label {
    fn postprocess(&self, value: Vec<(L, S)>) -> Result<LabelData, Invalid> {
        Ok(self.ranked(value))
    }
}

impl<L: Into<String>, S: Into<f64>, const N: usize> Postprocess<[(L, S); N]> for Label {
    fn postprocess(&self, value: [(L, S); N]) -> Result<LabelData, Invalid> {
        Ok(self.ranked(value))
    }
}

impl<L: Into<String>, S: Into<f64>> Postprocess<BTreeMap<L, S>> for Label {
    fn postprocess(&self, value: BTreeMap<L, S>) -> Result<LabelData, Invalid> {
        Ok(self.ranked(value))
    }
}

impl<L: Into<String>, S: Into<f64>, H> Postprocess<HashMap<L, S, H>> for Label {
    fn postprocess(&self, value: HashMap<L, S, H>) -> Result<LabelData, Invalid> {
        Ok(self.ranked(value))
    }
}

impl Postprocess<String> for Label {
    fn postprocess(&self, value: String) -> Result<LabelData, Invalid> {
        Ok(LabelData {
            label: Some(value.into()),
            confidences: None,
        })
    }
}

impl Postprocess<&str> for Label {
    fn postprocess(&self, value: &str) -> Result<LabelData, Invalid> {
        self.postprocess(value.to_owned())
    }
}

/// A number is a name as well: an estimate, or a class that goes by its number.
#[diagnostic::do_not_recommend]
impl<T: Numeric> Postprocess<T> for Label {
    fn postprocess(&self, value: T) -> Result<LabelData, Invalid> {
        let number = serde_json::to_value::<Num>(value.into());
        Ok(LabelData {
            label: Some(number.map_err(|error| error.to_string())?),
            confidences: None,
        })
    }
}

/// Nothing leaves it empty.
impl<T> Postprocess<Option<T>> for Label
where
    Self: Postprocess<T>,
{
    fn postprocess(&self, value: Option<T>) -> Result<LabelData, Invalid> {
        value.map_or_else(|| Ok(LabelData::default()), |value| self.postprocess(value))
    }
}

impl DefaultComponent for LabelData {
    type Component = Label;

    fn component() -> Label {
        Label::new()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        assert_props(&Label::new(), json!({"value": {}, "show_heading": true}));
        let own = json!({
            "value": {"label": "cat", "confidences": null}, "show_heading": true, "num_top_classes": 3,
            "color": "teal",
        });
        assert_props(
            &Label::new().num_top_classes(3).color("teal").value("cat"),
            own,
        );
        assert_eq!(Label::new().errors(), [""; 0]);
    }

    #[test]
    fn the_schema_describes_the_examples() {
        let schema = AnyComponent::api_info(&Label::new());
        assert_eq!(
            schema["properties"]["confidences"]["anyOf"][0]["items"]["$ref"],
            "#/$defs/LabelConfidence"
        );
        let scores = vec![("cat".into(), 0.9), ("dog".into(), 0.1)];
        assert_eq!(
            example::<Vec<(String, f64)>>(&Label::new()),
            Ok(scores.clone())
        );
        assert_eq!(
            shown(&Label::new(), scores),
            AnyComponent::example_value(&Label::new())
        );
    }

    #[test]
    fn a_number_is_a_name_and_nothing_is_empty() {
        let label = Label::new();
        let sent = json!({"label": 7, "confidences": null});
        assert_eq!(shown(&label, 7_u8), sent);
        assert_eq!(shown(&label, Some(7_i64)), sent);
        assert_eq!(shown(&label, 0.5)["label"], 0.5);
        let empty = json!({"label": null, "confidences": null});
        assert_eq!(shown(&label, None::<Vec<(String, f64)>>), empty);
        assert_eq!(read::<Option<String>>(&label, "{}"), Ok(None));
        let scores = r#"{"label": "a", "confidences": [{"label": "a", "confidence": 0.5}]}"#;
        assert_eq!(
            read::<BTreeMap<String, f64>>(&label, scores),
            Ok(BTreeMap::from([("a".into(), 0.5)]))
        );
    }

    #[test]
    fn scores_are_ranked() {
        let sent = json!({
            "label": "b",
            "confidences": [{"label": "b", "confidence": 0.7}, {"label": "c", "confidence": 0.2}],
        });
        let label = Label::new().num_top_classes(2);
        assert_eq!(
            shown(&label, vec![("a", 0.1), ("b", 0.7), ("c", 0.2)]),
            sent
        );
        assert_eq!(shown(&label, [("a", 0.1), ("b", 0.7), ("c", 0.2)]), sent);
        assert_eq!(
            shown(&label, BTreeMap::from([("a", 0.1), ("b", 0.7), ("c", 0.2)])),
            sent
        );
        assert_eq!(
            shown(&label, HashMap::from([("a", 0.1), ("b", 0.7), ("c", 0.2)])),
            sent
        );
    }

    #[test]
    fn a_name_alone_has_no_scores() {
        assert_eq!(
            shown(&Label::new(), "cat"),
            json!({"label": "cat", "confidences": null})
        );
        assert_eq!(
            read::<String>(&Label::new(), r#"{"label": "cat"}"#),
            Ok("cat".into())
        );
        assert_eq!(
            read::<String>(&Label::new(), "\"cat\""),
            Err("expected an object, got text".into())
        );
        assert_eq!(
            read::<String>(&Label::new(), "{}"),
            Err("there is no label".into())
        );
    }
}
