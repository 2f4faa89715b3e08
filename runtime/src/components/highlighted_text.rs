//! `HighlightedText`: a text whose parts are marked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::ColorMap;
use crate::{
    component,
    component::{Invalid, Postprocess, Preprocess},
    data_model,
};

/// A text whose parts are marked with a class, or with a score from -1 to 1.
///
/// A function shows a `Vec` of pairs, a part and its mark if it has one, or a text with
/// [`Entities`]; it takes the same pairs, when a person may edit the marks.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint(output = HighlightedText::new().color_map([("loud", "crimson")]))]
/// fn shouting(text: String) -> Vec<(String, Option<&'static str>)> {
///     let loud = |word: &str| (word == word.to_uppercase()).then_some("loud");
///     let words = text.split_inclusive(' ');
///     words.map(|word| (word.to_owned(), loud(word))).collect()
/// }
/// ```
#[component(
    data_model = Option<HighlightedTextData>,
    wire = "highlightedtext",
    events(change, select)
)]
#[derive(Debug, Clone)]
pub struct HighlightedText {
    /// The colours of classes, as CSS writes them; others have one of the page's.
    pub color_map: Option<ColorMap>,
    /// Whether the classes and their colours are listed above the text.
    pub show_legend: bool,
    /// Whether the class stands beside each part.
    #[prop(default = true)]
    pub show_inline_category: bool,
    /// Whether neighbours of one class become one part.
    pub combine_adjacent: bool,
    /// What stands between parts that became one.
    pub adjacent_separator: String,
    /// Whether the text runs from right to left.
    pub rtl: bool,
    /// Whether the space at the ends of parts is shown; it is unless this says `false`. What travels
    /// keeps it in any case.
    pub show_whitespaces: Option<bool>,
}

/// What a [`HighlightedText`] shows: the whole text, in parts.
#[data_model]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HighlightedTextData(pub Vec<HighlightedToken>);

/// A part of a [`HighlightedText`].
#[data_model]
#[derive(Debug, Clone, PartialEq)]
pub struct HighlightedToken {
    /// The part of the text.
    pub token: String,
    /// Its mark, if it has one.
    pub class_or_confidence: Option<Highlight>,
}

/// How a part of a [`HighlightedText`] is marked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Highlight {
    /// By the name of a class.
    Class(String),
    /// By a score from -1 to 1.
    Score(f64),
}

impl<T: ToString + ?Sized> From<&T> for Highlight {
    fn from(class: &T) -> Self {
        Self::Class(class.to_string())
    }
}

impl From<String> for Highlight {
    fn from(class: String) -> Self {
        Self::Class(class)
    }
}

impl From<char> for Highlight {
    fn from(class: char) -> Self {
        Self::Class(class.into())
    }
}

impl From<f64> for Highlight {
    fn from(score: f64) -> Self {
        Self::Score(score)
    }
}

impl From<f32> for Highlight {
    fn from(score: f32) -> Self {
        Self::Score(score.into())
    }
}

/// A text and the places in it that have a name, as many taggers give them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Entities {
    /// The whole text.
    pub text: String,
    /// The places, in any order; they do not overlap.
    pub entities: Vec<Entity>,
}

/// A place in a text, counted in characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The class of what stands there.
    #[serde(alias = "entity_group")]
    pub entity: String,
    /// Where it begins.
    pub start: usize,
    /// Where it is over.
    pub end: usize,
}

impl Entities {
    fn parts(mut self) -> Result<Vec<HighlightedToken>, Invalid> {
        self.entities.sort_by_key(|entity| entity.start);
        let mut letters = self.text.chars();
        let length = letters.clone().count();
        let (mut parts, mut at) = (Vec::new(), 0);
        for Entity { entity, start, end } in self.entities {
            if start < at || end < start || end > length {
                return Err(format!("{entity:?} at {start} to {end} does not fit the text").into());
            }
            parts.push(token(letters.by_ref().take(start - at).collect(), None));
            parts.push(token(
                letters.by_ref().take(end - start).collect(),
                Some(Highlight::Class(entity)),
            ));
            at = end;
        }
        parts.push(token(letters.collect(), None));
        Ok(parts)
    }
}

fn token(token: String, class_or_confidence: Option<Highlight>) -> HighlightedToken {
    HighlightedToken {
        token,
        class_or_confidence,
    }
}

impl HighlightedText {
    fn api_info(&self) -> Value {
        let mark = json!({
            "anyOf": [{"type": "string"}, {"type": "number"}, {"type": "null"}],
            "default": null,
            "title": "Class Or Confidence",
        });
        json!({
            "$defs": {
                "HighlightedToken": {
                    "properties": {
                        "token": {"title": "Token", "type": "string"},
                        "class_or_confidence": mark,
                    },
                    "required": ["token"],
                    "title": "HighlightedToken",
                    "type": "object",
                },
            },
            "items": {"$ref": "#/$defs/HighlightedToken"},
            "title": "HighlightedTextData",
            "type": "array",
        })
    }

    fn example_payload(&self) -> Value {
        json!([
            {"token": "The", "class_or_confidence": null},
            {"token": "quick", "class_or_confidence": "adj"},
        ])
    }

    fn example_value(&self) -> Value {
        json!([
            {"token": "The", "class_or_confidence": null},
            {"token": "quick", "class_or_confidence": "adj"},
            {"token": "brown", "class_or_confidence": "adj"},
            {"token": "fox", "class_or_confidence": "noun"},
        ])
    }

    /// The parts as they are sent.
    fn joined(&self, parts: impl IntoIterator<Item = HighlightedToken>) -> HighlightedTextData {
        if !self.combine_adjacent {
            return HighlightedTextData(parts.into_iter().collect());
        }
        let mut joined: Vec<HighlightedToken> = Vec::new();
        for part in parts {
            match joined.last_mut() {
                Some(last) if last.class_or_confidence == part.class_or_confidence => {
                    last.token.push_str(&self.adjacent_separator);
                    last.token.push_str(&part.token);
                }
                // Between two places of a text there may be nothing.
                Some(_) if part.token.is_empty() => {}
                _ => joined.push(part),
            }
        }
        HighlightedTextData(joined)
    }
}

impl Preprocess<Vec<(String, Option<String>)>> for HighlightedText {
    fn preprocess(
        &self,
        data: Option<HighlightedTextData>,
    ) -> Result<Vec<(String, Option<String>)>, Invalid> {
        let class = |mark| match mark {
            Highlight::Class(class) => class,
            Highlight::Score(score) => score.to_string(),
        };
        let parts = data.unwrap_or_default().0.into_iter();
        Ok(parts
            .map(|part| (part.token, part.class_or_confidence.map(class)))
            .collect())
    }
}

impl Preprocess<Vec<(String, Option<f64>)>> for HighlightedText {
    fn preprocess(
        &self,
        data: Option<HighlightedTextData>,
    ) -> Result<Vec<(String, Option<f64>)>, Invalid> {
        let score = |mark| match mark {
            Highlight::Score(score) => Ok(score),
            Highlight::Class(class) => {
                Err(Invalid::from(format!("expected a score, got {class:?}")))
            }
        };
        let parts = data.unwrap_or_default().0.into_iter();
        parts
            .map(|part| Ok((part.token, part.class_or_confidence.map(score).transpose()?)))
            .collect()
    }
}

impl<T: Into<String>, M: Into<Highlight>> Postprocess<Vec<(T, Option<M>)>> for HighlightedText {
    fn postprocess(
        &self,
        value: Vec<(T, Option<M>)>,
    ) -> Result<Option<HighlightedTextData>, Invalid> {
        let parts = value
            .into_iter()
            .map(|(part, mark)| token(part.into(), mark.map(Into::into)));
        Ok(Some(self.joined(parts)))
    }
}

impl<T: Into<String>, M: Into<Highlight>, const N: usize> Postprocess<[(T, Option<M>); N]>
    for HighlightedText
{
    fn postprocess(
        &self,
        value: [(T, Option<M>); N],
    ) -> Result<Option<HighlightedTextData>, Invalid> {
        self.postprocess(Vec::from(value))
    }
}

impl Postprocess<Entities> for HighlightedText {
    fn postprocess(&self, value: Entities) -> Result<Option<HighlightedTextData>, Invalid> {
        Ok(Some(self.joined(value.parts()?)))
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "show_legend": false, "show_inline_category": true, "combine_adjacent": false,
            "adjacent_separator": "", "rtl": false,
        });
        assert_props(&HighlightedText::new(), own);
        let own = json!({
            "show_legend": true, "show_inline_category": false, "combine_adjacent": true, "adjacent_separator": " ",
            "rtl": true, "color_map": {"+": "red"}, "interactive": true, "show_whitespaces": false,
            "value": [{"token": "a b", "class_or_confidence": "+"}],
        });
        let text = HighlightedText::new()
            .color_map([("+", "red")])
            .show_legend(true)
            .show_inline_category(false)
            .combine_adjacent(true)
            .adjacent_separator(" ")
            .rtl(true)
            .show_whitespaces(false)
            .interactive(true)
            .value([("a", Some("+")), ("b", Some("+"))]);
        assert_props(&text, own);
    }

    #[test]
    fn parts_go_in_and_out() {
        let text = HighlightedText::new();
        let parts = vec![
            ("The".to_owned(), None),
            ("quick".to_owned(), Some("adj".to_owned())),
        ];
        assert_eq!(
            example::<Vec<(String, Option<String>)>>(&text),
            Ok(parts.clone())
        );
        assert_eq!(shown(&text, parts), AnyComponent::example_payload(&text));
        assert_eq!(
            shown(&text, vec![("fox", Some(0.5)), ("ran", None)]),
            json!([{"token": "fox", "class_or_confidence": 0.5}, {"token": "ran", "class_or_confidence": null}])
        );
        assert_eq!(shown(&text, None::<HighlightedTextData>), json!(null));
        assert_eq!(
            read::<Vec<(String, Option<String>)>>(&text, "null"),
            Ok(Vec::new())
        );
        assert_eq!(
            read::<Vec<(String, Option<f64>)>>(
                &text,
                r#"[{"token": "a", "class_or_confidence": 0.5}, {"token": "b"}]"#
            ),
            Ok(vec![("a".into(), Some(0.5)), ("b".into(), None)])
        );
        assert_eq!(
            read::<Vec<(String, Option<f64>)>>(
                &text,
                r#"[{"token": "a", "class_or_confidence": "x"}]"#
            ),
            Err("expected a score, got \"x\"".into())
        );
    }

    #[test]
    fn neighbours_are_joined_when_asked_for() {
        let text = HighlightedText::new().combine_adjacent(true);
        let sent = shown(
            &text,
            "aabba"
                .chars()
                .map(|it| (it, (it == 'b').then_some('+')))
                .collect::<Vec<_>>(),
        );
        let parts: Vec<_> = sent
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part["token"].as_str().unwrap())
            .collect();
        assert_eq!(parts, ["aa", "bb", "a"]);
    }

    #[test]
    fn places_count_characters() {
        let place = |entity: &str, start, end| Entity {
            entity: entity.into(),
            start,
            end,
        };
        let entities = |entities| Entities {
            text: "Zoë in Köln".into(),
            entities,
        };
        let sent = shown(
            &HighlightedText::new(),
            entities(vec![place("LOC", 7, 11), place("PER", 0, 3)]),
        );
        let parts: Vec<_> = sent
            .as_array()
            .unwrap()
            .iter()
            .map(|part| part["token"].as_str().unwrap())
            .collect();
        assert_eq!(parts, ["", "Zoë", " in ", "Köln", ""]);
        let text = HighlightedText::new().combine_adjacent(true);
        assert_eq!(
            shown(&text, entities(vec![place("PER", 0, 3)]))[1]["class_or_confidence"],
            json!("PER")
        );
        let wrong = text.postprocess(entities(vec![place("PER", 0, 30)]));
        assert_eq!(
            wrong.unwrap_err().to_string(),
            "\"PER\" at 0 to 30 does not fit the text"
        );
    }
}
