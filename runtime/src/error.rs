//! The error a function shows to the person at the page.

use std::fmt;

/// The result of [`launch`](crate::launch), and of functions that show their errors.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// An error with words for the person at the page.
///
/// Return it from an endpoint and its text is shown, on the page as a toast and to API clients as
/// the error message. Errors of other types are logged with an id, and only the id is shown, so
/// that nothing internal leaks; a `String` or `&str` is taken to be meant for the reader.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn divide(a: f64, b: f64) -> Result<f64, Error> {
///     if b == 0.0 {
///         return Err(Error::new("Cannot divide by zero").title("No answer"));
///     }
///     Ok(a / b)
/// }
/// ```
#[derive(Clone)]
pub struct Error {
    pub(crate) message: String,
    pub(crate) title: String,
    pub(crate) duration: Option<f64>,
    pub(crate) visible: bool,
}

impl Error {
    /// An error that says `message`.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            title: "Error".into(),
            duration: Some(10.0),
            visible: true,
        }
    }

    /// The headline of the toast. `"Error"` unless set.
    #[must_use]
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// How long the toast stays, in seconds; `None` keeps it until it is closed. 10 unless set.
    #[must_use]
    pub fn duration(mut self, seconds: impl Into<Option<f64>>) -> Self {
        self.duration = seconds.into();
        self
    }

    /// Whether the page shows a toast at all. `true` unless set.
    #[must_use]
    pub fn visible(mut self, visible: bool) -> Self {
        self.visible = visible;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

// `fn main() -> vetrina::Result<()>` prints this one, so it reads as a sentence.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<crate::StartError> for Error {
    fn from(error: crate::StartError) -> Self {
        Self::new(error.to_string())
    }
}
