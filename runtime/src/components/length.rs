//! Lengths on the page.

use serde::Serialize;

/// A length on the page: pixels from a number, or any CSS length from a text.
///
/// ```
/// use vetrina::components::Length;
///
/// assert_eq!(serde_json::to_string(&Length::from(300))?, "300");
/// assert_eq!(serde_json::to_string(&Length::from("50vh"))?, "\"50vh\"");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Length {
    /// So many pixels.
    Pixels(u32),
    /// A CSS length with its unit.
    Css(String),
}

impl From<u32> for Length {
    fn from(pixels: u32) -> Self {
        Self::Pixels(pixels)
    }
}

impl From<&str> for Length {
    fn from(css: &str) -> Self {
        Self::Css(css.into())
    }
}

impl From<String> for Length {
    fn from(css: String) -> Self {
        Self::Css(css)
    }
}
