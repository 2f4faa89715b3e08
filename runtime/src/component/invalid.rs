//! Why a value was refused.

use std::fmt;

/// Why a component refused a value: one sentence, without the name of the parameter.
///
/// The caller puts the name in front: `intensity: 99 is greater than the maximum 10`.
///
/// ```
/// use vetrina::component::Invalid;
///
/// let why = Invalid::from("99 is greater than the maximum 10");
/// assert_eq!(why.to_string(), "99 is greater than the maximum 10");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid(String);

impl From<String> for Invalid {
    fn from(sentence: String) -> Self {
        Self(sentence)
    }
}

impl From<&str> for Invalid {
    fn from(sentence: &str) -> Self {
        Self(sentence.into())
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Invalid {}

impl From<Invalid> for crate::Error {
    fn from(invalid: Invalid) -> Self {
        Self::new(invalid.0)
    }
}
