//! Colours of labels.

use std::collections::BTreeMap;

use serde::Serialize;

/// Which colour a label has: pairs of a label and a colour as CSS writes it.
///
/// ```
/// use vetrina::prelude::*;
///
/// let colours = ColorMap::from([("sea", "#0b7285"), ("land", "olive")]);
/// assert_eq!(serde_json::to_string(&colours)?, r##"{"land":"olive","sea":"#0b7285"}"##);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct ColorMap(BTreeMap<String, String>);

impl<L: Into<String>, C: Into<String>> FromIterator<(L, C)> for ColorMap {
    fn from_iter<I: IntoIterator<Item = (L, C)>>(pairs: I) -> Self {
        let pairs = pairs.into_iter();
        Self(
            pairs
                .map(|(label, colour)| (label.into(), colour.into()))
                .collect(),
        )
    }
}

impl<L: Into<String>, C: Into<String>, const N: usize> From<[(L, C); N]> for ColorMap {
    fn from(pairs: [(L, C); N]) -> Self {
        pairs.into_iter().collect()
    }
}

impl<L: Into<String>, C: Into<String>> From<Vec<(L, C)>> for ColorMap {
    fn from(pairs: Vec<(L, C)>) -> Self {
        pairs.into_iter().collect()
    }
}
