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

impl ColorMap {
    /// The colour of a label, if it is written as `#rgb` or `#rrggbb`.
    #[cfg(feature = "image")]
    pub(super) fn rgb(&self, label: &str) -> Option<[u8; 3]> {
        let digits = self.0.get(label)?.strip_prefix('#')?;
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, r, g, b] = match digits.len() {
            6 => number,
            // Each digit stands for two of it.
            3 => [(number >> 8) & 15, (number >> 4) & 15, number & 15]
                .iter()
                .fold(0, |all, digit| (all << 8) | (digit * 0x11)),
            _ => return None,
        }
        .to_be_bytes();
        Some([r, g, b])
    }
}

#[cfg(all(test, feature = "image"))]
mod tests {
    use super::*;

    #[test]
    fn colours_in_digits_are_known() {
        let colours = ColorMap::from(vec![
            ("a", "#a89a00"),
            ("b", "#fa0"),
            ("c", "red"),
            ("d", "#12345"),
        ]);
        assert_eq!(colours.rgb("a"), Some([0xa8, 0x9a, 0]));
        assert_eq!(colours.rgb("b"), Some([0xff, 0xaa, 0]));
        assert_eq!(colours.rgb("c"), None);
        assert_eq!(colours.rgb("d"), None);
        assert_eq!(colours.rgb("other"), None);
    }
}
