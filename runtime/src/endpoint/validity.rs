//! What a validator says of one input.

/// Whether an input may be used, and why not; [`validate`] makes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validity(Option<String>);

/// Says that an input is valid, or what is wrong with it.
///
/// ```
/// use vetrina::prelude::*;
///
/// fn check(age: u8) -> Validity {
///     validate(age > 3, "Age must be at least 3")
/// }
/// # assert!(check(4).is_valid());
/// # assert_eq!(check(2).message(), Some("Age must be at least 3"));
/// ```
pub fn validate(is_valid: bool, message: impl Into<String>) -> Validity {
    Validity((!is_valid).then(|| message.into()))
}

impl Validity {
    /// Whether the input may be used.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.0.is_none()
    }

    /// What is wrong with it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.as_deref()
    }
}
