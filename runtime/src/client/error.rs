//! What can go wrong between here and the function that was called.

use std::{fmt, time::Duration};

use serde_json::Value;

/// The result of what a [`Client`](super::Client) does.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why there is no answer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// Nothing answers at this address.
    Unreachable {
        /// The address.
        url: String,
        /// What the network says.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Something answers, and it is no app that this client knows.
    NotAnApp {
        /// The address.
        url: String,
        /// What is missing.
        why: String,
    },
    /// The app wants to know who calls: see [`Builder::login`](super::Builder::login).
    LoginNeeded,
    /// The app does not know this user, or not with this password.
    LoginRefused,
    /// There is no endpoint of this name.
    NoEndpoint {
        /// The name.
        name: String,
        /// Those there are, the nearest first.
        others: Vec<String>,
    },
    /// The endpoint is disabled: it is for the app's own page alone.
    Disabled {
        /// Its name.
        name: String,
    },
    /// The arguments do not fit the endpoint.
    Arguments(String),
    /// The app looked at the values and takes them not.
    Refused(Vec<Refusal>),
    /// Too many calls wait already.
    QueueFull {
        /// How long to wait before the next attempt, if the app says so.
        retry_after: Option<Duration>,
    },
    /// The function failed.
    Failed(Failure),
    /// The call was cancelled.
    Cancelled,
    /// There was no answer in time.
    TimedOut,
    /// The connection was lost, and with it what the app had to say.
    Disconnected(String),
    /// The app answered with something else than was asked for.
    Unexpected {
        /// The status of the answer.
        status: u16,
        /// What it says.
        text: String,
    },
    /// The value is not of the type that was asked for.
    Type {
        /// What does not fit.
        source: serde_json::Error,
        /// What came.
        value: Box<Value>,
    },
    /// A file is larger than is allowed here or there.
    TooLarge {
        /// The limit, in bytes.
        most: u64,
    },
    /// A file cannot be read or written.
    File {
        /// Which.
        name: String,
        /// What the disk says.
        source: std::io::Error,
    },
}

/// A value that an app refused before it called the function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The name of the parameter, if it is known.
    pub parameter: Option<String>,
    /// What is wrong with the value.
    pub message: String,
}

/// How a function failed.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// What it says; apps may keep it to themselves.
    pub message: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// All that came of it.
    pub all: Value,
}

impl Error {
    pub(super) fn unreadable(source: serde_json::Error) -> Self {
        Self::Type {
            source,
            value: Box::default(),
        }
    }
}

impl Failure {
    pub(super) fn read(all: Value) -> Self {
        let text = |key: &str| all.get(key).and_then(Value::as_str).map(Into::into);
        Self {
            message: text("error"),
            title: text("title"),
            all,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let title = self.title.as_deref().filter(|title| *title != "Error");
        if let Some(title) = title {
            write!(f, "{title}: ")?;
        }
        let hidden = "the function failed, and the app does not say why";
        f.write_str(self.message.as_deref().unwrap_or(hidden))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreachable { url, .. } => write!(f, "nothing answers at {url}"),
            Self::NotAnApp { url, why } => write!(f, "there is no app at {url}: {why}"),
            Self::LoginNeeded => f.write_str("the app asks for a login"),
            Self::LoginRefused => f.write_str("the app does not know this user and password"),
            Self::NoEndpoint { name, others } if others.is_empty() => {
                write!(f, "there is no endpoint `{name}`, and no other either")
            }
            Self::NoEndpoint { name, others } => {
                let others = others.join("`, `");
                write!(f, "there is no endpoint `{name}`; there are `{others}`")
            }
            Self::Disabled { name } => {
                write!(
                    f,
                    "the endpoint `{name}` is disabled: it is for the app's own page alone"
                )
            }
            Self::Arguments(why) => f.write_str(why),
            Self::Refused(refusals) => refused(refusals, f),
            Self::QueueFull { .. } => {
                f.write_str("too many calls wait for this app: try again later")
            }
            Self::Failed(failure) => failure.fmt(f),
            Self::Cancelled => f.write_str("the call was cancelled"),
            Self::TimedOut => f.write_str("there was no answer in time"),
            Self::Disconnected(why) => write!(f, "the connection to the app was lost: {why}"),
            Self::Unexpected { status, text } => write!(f, "the app answers {status}: {text}"),
            Self::Type { source, .. } => {
                write!(
                    f,
                    "the value is not of the type that was asked for: {source}"
                )
            }
            Self::TooLarge { most } => write!(f, "a file has more than {most} bytes"),
            Self::File { name, source } => write!(f, "{name}: {source}"),
        }
    }
}

fn refused(refusals: &[Refusal], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("the app refuses ")?;
    for (i, refusal) in refusals.iter().enumerate() {
        let between = if i > 0 { "; " } else { "" };
        let parameter = refusal.parameter.as_deref().unwrap_or("a value");
        write!(f, "{between}{parameter}: {}", refusal.message)?;
    }
    Ok(())
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Unreachable { source, .. } => Some(source.as_ref()),
            Self::Type { source, .. } => Some(source),
            Self::File { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// What the person at the page is to read, when an endpoint fails for one of these.
impl From<Error> for crate::Error {
    fn from(error: Error) -> Self {
        match error {
            Error::Failed(Failure {
                title: Some(title),
                message: Some(message),
                ..
            }) => Self::new(message).title(title),
            other => Self::new(other.to_string()),
        }
    }
}
