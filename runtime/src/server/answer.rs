//! How a refusal looks: JSON that says what, where and how to mend it.

use axum::{
    Json,
    body::Body,
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::{
    endpoint::{ArgSpec, Refused},
    run::Full,
};

/// `{"detail": …}` with a status.
#[derive(Debug)]
pub(super) struct Detail(pub(super) StatusCode, pub(super) String);

impl IntoResponse for Detail {
    fn into_response(self) -> Response {
        (self.0, Json(json!({"detail": self.1}))).into_response()
    }
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

    fn detail(&self, index: usize) -> Value {
        match &self.why {
            None => json!({
                "__type__": "validate", "is_valid": true, "message": "", "parameter_name": self.parameter,
            }),
            Some(why) => argument(&Refused {
                code: "refused",
                index: Some(index),
                parameter: Some(self.parameter.clone()),
                why: why.clone(),
            }),
        }
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

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        match self {
            Self::Unknown(text) => Detail(StatusCode::NOT_FOUND, text).into_response(),
            Self::TooLarge => Detail(
                StatusCode::PAYLOAD_TOO_LARGE,
                "the body is too large".into(),
            )
            .into_response(),
            Self::Body { kind, text } => unprocessable(vec![
                json!({"type": kind, "loc": ["body"], "msg": text, "message": text, "input": {}}),
            ]),
            Self::Missing(place, keys) => {
                let input = if place == "query" {
                    json!(null)
                } else {
                    json!({})
                };
                let missing = keys.iter().map(|key| {
                    let text = format!("{key}: this field is required");
                    json!({"type": "missing", "loc": [place, key], "msg": text, "message": text, "input": input})
                });
                unprocessable(missing.collect())
            }
            Self::Arguments(refused) => unprocessable(refused.iter().map(argument).collect()),
            Self::Judged(verdicts) => {
                let verdicts = verdicts.iter().enumerate();
                unprocessable(verdicts.map(|(index, it)| it.detail(index)).collect())
            }
            Self::Judgement(text) => Detail(StatusCode::BAD_REQUEST, text).into_response(),
            Self::Bad(text) => Detail(StatusCode::BAD_REQUEST, text.into()).into_response(),
            Self::Broken(text) => (StatusCode::BAD_REQUEST, text).into_response(),
            Self::FileTooLarge(limit) => (
                StatusCode::PAYLOAD_TOO_LARGE,
                format!("File size exceeded maximum allowed size of {limit} bytes."),
            )
                .into_response(),
            Self::Storage(why) => {
                eprintln!("a file cannot be stored: {why}");
                Detail(
                    StatusCode::INSUFFICIENT_STORAGE,
                    "The server cannot store the file.".into(),
                )
                .into_response()
            }
            Self::Foreign => Detail(
                StatusCode::FORBIDDEN,
                "Only pages of this app may send files to it from a browser.".into(),
            )
            .into_response(),
            Self::Full(Full { max_size, size }) => later(format!(
                "Queue is full. Max size is {max_size} and size is {size}."
            )),
            Self::Stopping => later("Queue is stopped.".into()),
        }
    }
}

fn argument(refused: &Refused) -> Value {
    let mut loc = vec![json!("body"), json!("data")];
    loc.extend(refused.index.map(|index| json!(index)));
    json!({
        // The Python clients put the name in front of the message themselves.
        "__type__": "validate",
        "type": refused.code,
        "loc": loc,
        "msg": refused.message(),
        "message": refused.why,
        "parameter_name": refused.parameter,
        "is_valid": false,
    })
}

/// Python clients read every 422 as a list of objects.
fn unprocessable(details: Vec<Value>) -> Response {
    let body = Json(Value::Object(
        [("detail".to_owned(), details.into())]
            .into_iter()
            .collect(),
    ));
    (StatusCode::UNPROCESSABLE_ENTITY, body).into_response()
}

fn later(text: String) -> Response {
    let mut response = Detail(StatusCode::SERVICE_UNAVAILABLE, text).into_response();
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("1"));
    response
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
