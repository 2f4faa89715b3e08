//! The error a function shows to the person at the page.

mod code;

use std::{borrow::Cow, fmt};

use serde_json::{Value, json};

pub use code::ErrorCode;

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
///
/// Programs act on the rest of it: a stable [code](Self::code), the [field](Self::field) that is to
/// blame, and whether a [retry](Self::retry) may help. It is the same value everywhere, under the
/// name `failure`: in the JSON of answers, in the last message of a run, and in the `_meta` of what
/// a tool gives.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn order(amount: u32) -> Result<String, Error> {
///     if amount > 10 {
///         let error = Error::new("There are only ten left");
///         return Err(error.with_code("out_of_stock").with_field("amount"));
///     }
///     Ok(format!("{amount} are yours"))
/// }
/// ```
#[derive(Clone)]
pub struct Error {
    pub(crate) message: String,
    pub(crate) code: Cow<'static, str>,
    pub(crate) field: Option<String>,
    pub(crate) retry: bool,
    pub(crate) title: String,
    pub(crate) duration: Option<f64>,
    pub(crate) visible: bool,
}

impl Error {
    /// An error that says `message`.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            code: ErrorCode::Failed.into(),
            field: None,
            retry: false,
            title: "Error".into(),
            duration: Some(10.0),
            visible: true,
        }
    }

    /// An error that the framework has a word for.
    pub(crate) fn coded(code: ErrorCode, message: impl Into<String>) -> Self {
        Self::new(message).with_code(code).with_retry(code.retry())
    }

    /// The word that programs know it by: one of [`ErrorCode`], or your own. `"failed"` unless set.
    #[must_use]
    pub fn with_code(mut self, code: impl Into<Cow<'static, str>>) -> Self {
        self.code = code.into();
        self
    }

    /// The parameter that is to blame.
    #[must_use]
    pub fn with_field(mut self, parameter: impl Into<String>) -> Self {
        self.field = Some(parameter.into());
        self
    }

    /// Whether the same call may go well a little later. `false` unless set.
    #[must_use]
    pub fn with_retry(mut self, retry: bool) -> Self {
        self.retry = retry;
        self
    }

    /// What it says.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The word that programs know it by.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The parameter that is to blame, if one is.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// Whether the same call may go well a little later.
    #[must_use]
    pub fn retry(&self) -> bool {
        self.retry
    }

    /// What programs are told of it.
    pub(crate) fn failure(&self) -> Value {
        json!({
            "code": self.code,
            "message": self.message,
            "field": self.field,
            "retry": self.retry,
        })
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
