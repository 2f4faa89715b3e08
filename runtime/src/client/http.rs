//! Requests to one app: its address, its headers, its cookies, and what its refusals mean.

use std::{fmt, time::Duration};

use bytes::Bytes;
use reqwest::{
    Method, RequestBuilder, Response, StatusCode, Url,
    header::{COOKIE, HeaderMap, HeaderValue, RETRY_AFTER},
    redirect,
};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Error, Refusal, Result};

/// Longer answers of an app are no answers: a config, or the description of an API.
const LONGEST: u64 = 64 << 20;
/// How much of an unexpected answer is told.
const TOLD: usize = 300;

/// What all requests to one app share.
#[derive(Clone)]
pub(super) struct Http {
    client: reqwest::Client,
    /// Without a slash at its end.
    base: String,
    /// What stands before all routes but `/config` and `/login`.
    pub(super) prefix: String,
    cookie: Option<HeaderValue>,
    /// How long the app may take until it begins to answer.
    timeout: Duration,
}

impl fmt::Debug for Http {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the headers: they may hold a secret.
        f.debug_tuple("Http").field(&self.base).finish()
    }
}

/// An answer whose status is good.
#[derive(Debug)]
pub(super) struct Answer {
    response: Response,
    /// How long there may be nothing.
    silence: Duration,
}

impl Http {
    pub(super) fn new(url: &str, headers: HeaderMap, timeout: Duration) -> Result<Self> {
        let not_an_app = |why: String| Error::NotAnApp {
            url: url.into(),
            why,
        };
        let base = url.trim().trim_end_matches('/').to_owned();
        let parsed = Url::parse(&base).map_err(|error| not_an_app(error.to_string()))?;
        if !matches!(parsed.scheme(), "http" | "https") || !parsed.has_host() {
            return Err(not_an_app(
                "an address begins with http:// or https://".into(),
            ));
        }
        // Whoever chose another one for the whole program keeps it.
        _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .default_headers(headers)
            .user_agent(concat!("vetrina/", env!("CARGO_PKG_VERSION")))
            .connect_timeout(timeout)
            .redirect(on_the_same_host())
            .build()
            .map_err(|error| not_an_app(error.to_string()))?;
        Ok(Self {
            client,
            base,
            prefix: String::new(),
            cookie: None,
            timeout,
        })
    }

    /// The app's address, without a slash at its end.
    pub(super) fn base(&self) -> &str {
        &self.base
    }

    /// A request for a route outside the prefix.
    pub(super) fn outside(&self, method: Method, route: &str) -> RequestBuilder {
        let request = self
            .client
            .request(method, format!("{}/{route}", self.base));
        match &self.cookie {
            Some(cookie) => request.header(COOKIE, cookie.clone()),
            None => request,
        }
    }

    /// A request for a route.
    pub(super) fn request(&self, method: Method, route: &str) -> RequestBuilder {
        let prefix = self.prefix.trim_start_matches('/');
        match prefix {
            "" => self.outside(method, route),
            _ => self.outside(method, &format!("{prefix}/{route}")),
        }
    }

    /// Sends a request, whatever the answer.
    pub(super) async fn send(&self, request: RequestBuilder) -> Result<Response> {
        match tokio::time::timeout(self.timeout, request.send()).await {
            Ok(response) => response.map_err(|source| self.unreachable(source)),
            Err(_) => Err(Error::TimedOut),
        }
    }

    /// Sends a request that is to succeed.
    pub(super) async fn open(&self, request: RequestBuilder) -> Result<Answer> {
        let response = self.send(request).await?;
        if response.status().is_success() {
            return Ok(Answer {
                response,
                silence: Duration::from_secs(60),
            });
        }
        Err(refusal(response).await)
    }

    /// Sends a request whose answer is JSON.
    pub(super) async fn json<T: DeserializeOwned>(&self, request: RequestBuilder) -> Result<T> {
        let bytes = self.open(request).await?.all(LONGEST).await?;
        serde_json::from_slice(&bytes).map_err(Error::unreadable)
    }

    /// Keeps what a login gives.
    pub(super) fn keep_cookies(&mut self, response: &Response) {
        let all = response.headers().get_all(reqwest::header::SET_COOKIE);
        let pairs = all
            .iter()
            .filter_map(|cookie| cookie.to_str().ok()?.split(';').next());
        let cookies = pairs.collect::<Vec<_>>().join("; ");
        self.cookie = HeaderValue::from_str(&cookies).ok();
    }

    fn unreachable(&self, source: reqwest::Error) -> Error {
        if source.is_timeout() {
            return Error::TimedOut;
        }
        Error::Unreachable {
            url: self.base.clone(),
            source: Box::new(source.without_url()),
        }
    }
}

/// Tokens and cookies are for the app that they were given for, and for nobody it names.
fn on_the_same_host() -> redirect::Policy {
    redirect::Policy::custom(|attempt| {
        let origin = |url: &Url| {
            (
                url.host_str().map(str::to_owned),
                url.port_or_known_default(),
            )
        };
        let first = attempt.previous().first();
        let is_same = first.is_some_and(|first| origin(first) == origin(attempt.url()));
        if is_same && attempt.previous().len() < 5 {
            attempt.follow()
        } else {
            attempt.stop()
        }
    })
}

impl Answer {
    /// What comes next; `None` at the end.
    pub(super) async fn chunk(&mut self) -> Result<Option<Bytes>> {
        let lost = |error: reqwest::Error| Error::Disconnected(error.without_url().to_string());
        match tokio::time::timeout(self.silence, self.response.chunk()).await {
            Ok(chunk) => chunk.map_err(lost),
            Err(_) => Err(Error::TimedOut),
        }
    }

    /// All of it, if it is not more than this.
    pub(super) async fn all(mut self, most: u64) -> Result<Vec<u8>> {
        let mut all = Vec::new();
        while let Some(chunk) = self.chunk().await? {
            if all.len() as u64 + chunk.len() as u64 > most {
                return Err(Error::TooLarge { most });
            }
            all.extend_from_slice(&chunk);
        }
        Ok(all)
    }
}

/// What a bad status means.
pub(super) async fn refusal(response: Response) -> Error {
    let status = response.status();
    let retry_after = response.headers().get(RETRY_AFTER);
    let retry_after = retry_after.and_then(|it| it.to_str().ok()?.parse().ok());
    let answer = Answer {
        response,
        silence: Duration::from_secs(10),
    };
    let text = answer.all(1 << 20).await.unwrap_or_default();
    let body: Value = serde_json::from_slice(&text).unwrap_or_default();
    match status {
        StatusCode::UNAUTHORIZED => Error::LoginNeeded,
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS => Error::QueueFull {
            retry_after: retry_after.map(Duration::from_secs),
        },
        StatusCode::PAYLOAD_TOO_LARGE => Error::Unexpected {
            status: status.as_u16(),
            text: told(&text, &body),
        },
        StatusCode::UNPROCESSABLE_ENTITY => match refusals(&body) {
            Some(refusals) => Error::Refused(refusals),
            None => Error::Arguments(told(&text, &body)),
        },
        StatusCode::BAD_REQUEST => Error::Arguments(told(&text, &body)),
        // A function that failed on a way that has no stream to say so.
        _ if body.get("error").is_some() => Error::Failed(super::Failure::read(body)),
        _ => Error::Unexpected {
            status: status.as_u16(),
            text: told(&text, &body),
        },
    }
}

/// What a validator says of each value.
fn refusals(body: &Value) -> Option<Vec<Refusal>> {
    let all = body.get("detail")?.as_array()?;
    let bad = all.iter().filter(|it| it["is_valid"] == false);
    let bad = bad.map(|it| Refusal {
        parameter: it["parameter_name"].as_str().map(Into::into),
        message: it["message"].as_str().unwrap_or("not valid").into(),
    });
    let bad: Vec<_> = bad.collect();
    (!bad.is_empty()).then_some(bad)
}

fn told(text: &[u8], body: &Value) -> String {
    match body.get("detail") {
        Some(Value::String(detail)) => detail.clone(),
        Some(other) => other.to_string(),
        None => String::from_utf8_lossy(text).chars().take(TOLD).collect(),
    }
}
