//! An HTTP client that shows what was sent, byte for byte.

use std::{
    fmt,
    io::{BufRead, BufReader, Read},
    time::Duration,
};

use serde_json::Value;
use ureq::{Agent, http};

/// A `GET`.
pub fn get(url: impl AsRef<str>) -> Answer {
    request("GET", url).send()
}

/// A `POST` of JSON.
pub fn post(url: impl AsRef<str>, body: &Value) -> Answer {
    request("POST", url).json(body).send()
}

/// A request that is still being written.
pub fn request(method: &str, url: impl AsRef<str>) -> Request {
    let builder = http::Request::builder().method(method).uri(url.as_ref());
    Request {
        what: format!("{method} {}", url.as_ref()),
        builder,
        body: None,
    }
}

/// A request that is still being written.
#[derive(Debug)]
#[must_use]
pub struct Request {
    what: String,
    builder: http::request::Builder,
    body: Option<Vec<u8>>,
}

impl Request {
    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.builder = self.builder.header(name, value);
        self
    }

    /// Sends `value` as JSON.
    pub fn json(self, value: &Value) -> Self {
        self.body("application/json", value.to_string())
    }

    /// Sends `body` as it is.
    pub fn body(self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let mut request = self.header("content-type", content_type);
        request.body = Some(body.into());
        request
    }

    /// The whole answer.
    ///
    /// # Panics
    /// When there is none, or one that is no text.
    pub fn send(self) -> Answer {
        let (head, bytes) = self.read();
        let body =
            String::from_utf8(bytes).unwrap_or_else(|error| panic!("{}: {error}", head.what));
        Answer { body, ..head }
    }

    /// The head of the answer, with the number of bytes in place of a body that is no text.
    ///
    /// # Panics
    /// When there is no answer.
    #[must_use]
    pub fn bytes(self) -> Answer {
        let (head, bytes) = self.read();
        Answer {
            body: bytes.len().to_string(),
            ..head
        }
    }

    fn read(self) -> (Answer, Vec<u8>) {
        let what = self.what.clone();
        let (parts, mut body) = self.open().into_parts();
        let mut bytes = Vec::new();
        // A stream that is cut is an answer too: what came before the cut.
        let _ = body.as_reader().read_to_end(&mut bytes);
        let status = parts.status.as_u16();
        (
            Answer {
                what,
                status,
                headers: parts.headers,
                body: String::new(),
            },
            bytes,
        )
    }

    /// The answer as a stream of events, to be read as they come.
    ///
    /// # Panics
    /// When there is no answer, or one that is no stream.
    #[must_use]
    pub fn events(self) -> Events {
        let what = self.what.clone();
        let (parts, body) = self.open().into_parts();
        assert_eq!(parts.status, 200, "{what}");
        assert_eq!(
            parts.headers["content-type"], "text/event-stream; charset=utf-8",
            "{what}"
        );
        Events {
            what,
            headers: parts.headers,
            lines: BufReader::new(Box::new(body.into_reader())),
        }
    }

    fn open(self) -> http::Response<ureq::Body> {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_global(Some(Duration::from_secs(60)))
            .build()
            .into();
        let sent = match self.body {
            Some(body) => agent.run(self.builder.body(body).expect("a well-formed request")),
            None => agent.run(self.builder.body(()).expect("a well-formed request")),
        };
        sent.unwrap_or_else(|error| panic!("{}: {error}", self.what))
    }
}

/// An answer.
#[derive(Debug)]
pub struct Answer {
    /// Method and address of the request.
    pub what: String,
    /// The status code.
    pub status: u16,
    /// The headers.
    pub headers: http::HeaderMap,
    /// The body.
    pub body: String,
}

impl Answer {
    /// The value of a header, if it is there.
    ///
    /// # Panics
    /// When it is not text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .get(name)
            .map(|value| value.to_str().expect("headers are text"))
    }

    /// The body as JSON, which it must be and say it is.
    ///
    /// # Panics
    /// When it is not.
    #[must_use]
    pub fn json(&self) -> Value {
        assert_eq!(
            self.header("content-type"),
            Some("application/json"),
            "{self}"
        );
        serde_json::from_str(&self.body).unwrap_or_else(|error| panic!("{error}: {self}"))
    }

    /// What a refusal says to people, and its code.
    ///
    /// # Panics
    /// When it is none.
    #[must_use]
    pub fn refused(&self) -> (String, String) {
        let body = self.json();
        let text = |value: &Value| {
            value
                .as_str()
                .unwrap_or_else(|| panic!("{self}"))
                .to_owned()
        };
        (text(&body["detail"]), text(&body["failure"]["code"]))
    }

    /// This answer, which must have the status `wanted`.
    ///
    /// # Panics
    /// When it has another.
    #[must_use]
    pub fn expect(self, wanted: u16) -> Self {
        assert_eq!(self.status, wanted, "{self}");
        self
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} answered {}: {}", self.what, self.status, self.body)
    }
}

/// A stream of server-sent events that is being read.
pub struct Events {
    what: String,
    /// The headers of the answer.
    pub headers: http::HeaderMap,
    lines: BufReader<Box<dyn Read + Send>>,
}

impl Events {
    /// The next event as it was sent, its empty line included; nothing at the end.
    ///
    /// # Panics
    /// When none comes in time.
    pub fn raw(&mut self) -> Option<String> {
        let mut event = String::new();
        loop {
            let before = event.len();
            self.lines
                .read_line(&mut event)
                .unwrap_or_else(|error| panic!("{}: {error} after {event:?}", self.what));
            match &event[before..] {
                "" if event.is_empty() => return None,
                "" => panic!("{}: the stream ends within {event:?}", self.what),
                "\n" => return Some(event),
                _ => {}
            }
        }
    }

    /// The next message of a queue stream: a line of `data:`, in compact JSON.
    ///
    /// # Panics
    /// When it is anything else.
    pub fn message(&mut self) -> Option<Value> {
        let raw = self.raw()?;
        let data = raw
            .strip_prefix("data: ")
            .and_then(|rest| rest.strip_suffix("\n\n"))
            .filter(|data| !data.contains('\n'))
            .unwrap_or_else(|| panic!("{}: {raw:?} is no message", self.what));
        Some(serde_json::from_str(data).unwrap_or_else(|error| panic!("{error} in {data:?}")))
    }

    /// All messages up to the end of the stream.
    #[must_use]
    pub fn messages(mut self) -> Vec<Value> {
        std::iter::from_fn(|| self.message()).collect()
    }

    /// Reads on until a message is called `name`.
    ///
    /// # Panics
    /// When the stream ends before.
    pub fn wait_for(&mut self, name: &str) -> Value {
        loop {
            let message = self
                .message()
                .unwrap_or_else(|| panic!("{}: the stream ended without {name}", self.what));
            if message["msg"] == name {
                return message;
            }
        }
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events")
            .field("what", &self.what)
            .finish_non_exhaustive()
    }
}
