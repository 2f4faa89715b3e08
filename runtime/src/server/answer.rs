//! How a refusal looks: JSON that says what, where and how to mend it.

use axum::{
    Json,
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::{
    Error, ErrorCode,
    endpoint::{ArgSpec, Refused},
    run::Full,
};

/// `{"detail": …}` with a status, and what programs are told of it.
#[derive(Debug)]
pub(super) struct Detail(pub(super) StatusCode, pub(super) String);

impl IntoResponse for Detail {
    fn into_response(self) -> Response {
        let code = ErrorCode::of_status(self.0.as_u16());
        let error = Error::coded(code, &*self.1);
        answer(self.0, &json!(self.1), &error)
    }
}

fn answer(status: StatusCode, detail: &Value, error: &Error) -> Response {
    let body = Json(json!({"detail": detail, "failure": error.failure()}));
    let mut response = (status, body).into_response();
    if matches!(status.as_u16(), 429 | 503) {
        let headers = response.headers_mut();
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    }
    response
}

/// What a validator says of one argument.
#[derive(Debug)]
pub(super) struct Verdict {
    parameter: String,
    /// What is wrong with it, if anything is.
    pub(super) why: Option<String>,
}

impl Verdict {
    pub(super) fn valid(spec: &ArgSpec) -> Self {
        Self {
            parameter: spec.name.clone(),
            why: None,
        }
    }

    fn refused(&self, index: usize) -> Option<Refused> {
        self.why.as_ref().map(|why| Refused {
            code: ErrorCode::Refused,
            index: Some(index),
            parameter: Some(self.parameter.clone()),
            why: why.clone(),
        })
    }

    fn detail(&self, index: usize) -> Value {
        self.refused(index).map_or_else(
            || {
                json!({
                    "__type__": "validate", "is_valid": true, "message": "",
                    "parameter_name": self.parameter,
                })
            },
            |refused| argument(&refused),
        )
    }
}

/// Why a request was turned away.
#[derive(Debug)]
pub(super) enum Refusal {
    /// The path or an id in it names nothing.
    Unknown(String),
    /// The body is larger than the server reads.
    TooLarge,
    /// The body is not what was expected.
    Body { kind: &'static str, text: String },
    /// Keys are missing where they are looked for: in the `body` or in the `query`.
    Missing(&'static str, Vec<&'static str>),
    /// Arguments do not fit.
    Arguments(Vec<Refused>),
    /// A validator refused some of the arguments; what it says of each.
    Judged(Vec<Verdict>),
    /// A validator failed.
    Judgement(String),
    /// Another wrong request.
    Bad(&'static str),
    /// An upload that cannot be read to its end.
    Broken(String),
    /// A file larger than so many bytes.
    FileTooLarge(u64),
    /// The disk does not take a file.
    Storage(String),
    /// The page of another origin asks for what only the app's own may do.
    Foreign,
    /// Another one that may not be.
    #[cfg(feature = "mcp")]
    Forbidden(String),
    /// More clients at once than the app serves.
    #[cfg(feature = "mcp")]
    TooMany,
    /// The queue takes no more.
    Full(Full),
    /// The server goes down.
    Stopping,
}

impl From<Refused> for Refusal {
    fn from(refused: Refused) -> Self {
        Self::Arguments(vec![refused])
    }
}

impl From<Vec<Refused>> for Refusal {
    fn from(refused: Vec<Refused>) -> Self {
        Self::Arguments(refused)
    }
}

impl Refusal {
    /// What programs are told of it.
    pub(super) fn error(&self) -> Error {
        let (code, text) = match self {
            Self::Unknown(text) => (ErrorCode::NotFound, text.clone()),
            Self::TooLarge => (ErrorCode::TooLarge, "the body is too large".into()),
            Self::Body { text, .. } => (ErrorCode::Malformed, text.clone()),
            Self::Missing(_, keys) => {
                let error = Error::coded(ErrorCode::Missing, required(&keys.join(", ")));
                return match keys.as_slice() {
                    [only] => error.with_field(*only),
                    _ => error,
                };
            }
            Self::Arguments(refused) => return arguments(refused),
            Self::Judged(verdicts) => {
                let refused = verdicts.iter().enumerate();
                let refused = refused.filter_map(|(index, verdict)| verdict.refused(index));
                return arguments(&refused.collect::<Vec<_>>());
            }
            Self::Judgement(text) => (ErrorCode::BadRequest, text.clone()),
            Self::Bad(text) => (ErrorCode::BadRequest, (*text).into()),
            Self::Broken(text) => (ErrorCode::BadRequest, text.clone()),
            Self::FileTooLarge(limit) => (
                ErrorCode::TooLarge,
                format!("File size exceeded maximum allowed size of {limit} bytes."),
            ),
            Self::Storage(_) => (
                ErrorCode::Storage,
                "The server cannot store the file.".into(),
            ),
            Self::Foreign => (
                ErrorCode::Forbidden,
                "Only pages of this app may send files to it from a browser.".into(),
            ),
            #[cfg(feature = "mcp")]
            Self::Forbidden(text) => (ErrorCode::Forbidden, text.clone()),
            #[cfg(feature = "mcp")]
            Self::TooMany => (
                ErrorCode::TooMany,
                "More clients are connected than this app serves.".into(),
            ),
            Self::Full(Full { max_size, size }) => (
                ErrorCode::QueueFull,
                format!("Queue is full. Max size is {max_size} and size is {size}."),
            ),
            Self::Stopping => (ErrorCode::Stopping, "Queue is stopped.".into()),
        };
        Error::coded(code, text)
    }

    /// The details of a request that was read and does not fit. Python clients read every 422 as a
    /// list of objects.
    fn details(&self) -> Option<Vec<Value>> {
        match self {
            Self::Body { kind, text } => Some(vec![
                json!({"type": kind, "loc": ["body"], "msg": text, "message": text, "input": {}}),
            ]),
            Self::Missing(place, keys) => {
                let input = if *place == "query" {
                    json!(null)
                } else {
                    json!({})
                };
                let missing = keys.iter().map(|key| {
                    let text = required(key);
                    json!({"type": "missing", "loc": [place, key], "msg": text, "message": text, "input": input})
                });
                Some(missing.collect())
            }
            Self::Arguments(refused) => Some(refused.iter().map(argument).collect()),
            Self::Judged(verdicts) => {
                let verdicts = verdicts.iter().enumerate();
                Some(verdicts.map(|(index, it)| it.detail(index)).collect())
            }
            _ => None,
        }
    }
}

fn required(keys: &str) -> String {
    format!("{keys}: this field is required")
}

/// Several arguments that do not fit are one error: the first one is to blame.
fn arguments(refused: &[Refused]) -> Error {
    let code = refused.first().map_or(ErrorCode::Refused, |it| it.code);
    let text: Vec<_> = refused.iter().map(Refused::message).collect();
    let error = Error::coded(code, text.join("; "));
    match refused.first().and_then(|it| it.parameter.clone()) {
        Some(parameter) => error.with_field(parameter),
        None => error,
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let error = self.error();
        let code = ErrorCode::ALL.iter().find(|code| *code == error.code());
        let status = code.and_then(|code| StatusCode::from_u16(code.status()).ok());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        match &self {
            // Who uploads reads words.
            Self::Broken(_) | Self::FileTooLarge(_) => {
                return (status, error.message).into_response();
            }
            Self::Storage(why) => eprintln!("a file cannot be stored: {why}"),
            _ => {}
        }
        let detail = self
            .details()
            .map_or_else(|| json!(error.message), Into::into);
        answer(status, &detail, &error)
    }
}

fn argument(refused: &Refused) -> Value {
    let mut loc = vec![json!("body"), json!("data")];
    loc.extend(refused.index.map(|index| json!(index)));
    json!({
        // The Python clients put the name in front of the message themselves.
        "__type__": "validate",
        "type": refused.code.as_str(),
        "loc": loc,
        "msg": refused.message(),
        "message": refused.why,
        "parameter_name": refused.parameter,
        "is_valid": false,
    })
}

/// JSON that is ready as text.
pub(super) fn json_text(text: impl Into<Body>) -> Response {
    (
        [(
            header::CONTENT_TYPE,
            HeaderValue::from_static("application/json"),
        )],
        text.into(),
    )
        .into_response()
}

/// A stream of server-sent events.
pub(super) fn events(body: Body) -> Response {
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/event-stream; charset=utf-8"),
        ),
        (
            header::CACHE_CONTROL, // `no-store` makes browsers report a stream that was read to its end as broken off.
            HeaderValue::from_static("no-cache"),
        ),
        // A proxy that gathers a stream before it passes it on would make it useless.
        (
            HeaderName::from_static("x-accel-buffering"),
            HeaderValue::from_static("no"),
        ),
    ];
    (headers, body).into_response()
}

pub(super) fn not_found() -> Response {
    Detail(StatusCode::NOT_FOUND, "Not Found".into()).into_response()
}

pub(super) async fn method_not_allowed() -> Response {
    Detail(StatusCode::METHOD_NOT_ALLOWED, "Method Not Allowed".into()).into_response()
}
