//! What a function gets from the call itself, not from an input.

use std::{borrow::Cow, net::SocketAddr, sync::Arc};

use axum::http::{HeaderMap, header};
use percent_encoding::percent_decode_str;

use super::{Cancel, Ctx, Facts, Failure, Wiring};

/// Values made from the call: parameters of such a type are no inputs, and clients never see them.
///
/// ```
/// use vetrina::{endpoint::{Ctx, Failure, FromCall}, prelude::*};
///
/// /// Who calls, as the proxy in front of the app says.
/// struct Caller(Option<String>);
///
/// impl FromCall for Caller {
///     fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
///         let request = Request::from_call(ctx)?;
///         Ok(Self(request.header("x-forwarded-user").map(Into::into)))
///     }
/// }
///
/// #[endpoint]
/// fn whoami(caller: Caller) -> String {
///     caller.0.unwrap_or_else(|| "somebody".into())
/// }
/// ```
pub trait FromCall: Sized {
    /// Makes the value when the function is about to run.
    ///
    /// # Errors
    /// When this call has no such value; the run then fails with that error.
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure>;

    #[doc(hidden)]
    fn wire(wiring: &mut Wiring) {
        wiring.depends_on::<Self>();
    }
}

/// The request that started the run.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn browser(request: Request) -> String {
///     request.header("user-agent").unwrap_or("unknown").to_owned()
/// }
/// ```
#[derive(Debug, Clone, Default)]
pub struct Request(Arc<Facts>);

impl Request {
    /// All headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// The first header of that name, if it is text.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.0.headers.get(name)?.to_str().ok()
    }

    /// The address at the other end of the connection; behind a proxy, the proxy's.
    #[must_use]
    pub fn client(&self) -> Option<SocketAddr> {
        self.0.client
    }

    /// The session the call belongs to: one per open page or client. None for single API calls.
    #[must_use]
    pub fn session_hash(&self) -> Option<&str> {
        self.0.session_hash.as_deref()
    }

    /// The path that was asked for.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.uri.path()
    }

    /// What follows the `?` of the address, as it was sent.
    #[must_use]
    pub fn query(&self) -> Option<&str> {
        self.0.uri.query()
    }

    /// The names and values in the query, in order. A page sends those that it was opened with.
    pub fn parameters(&self) -> impl Iterator<Item = (Cow<'_, str>, Cow<'_, str>)> {
        let pairs = self.query().unwrap_or_default().split('&');
        pairs.filter(|pair| !pair.is_empty()).map(|pair| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (plain(name), plain(value))
        })
    }

    /// The first value of that name in the query.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[endpoint]
    /// fn campaign(request: Request) -> String {
    ///     request.parameter("from").unwrap_or("nowhere".into()).into_owned()
    /// }
    /// ```
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut all = self.parameters();
        all.find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// The names and values of the cookies, as they were sent.
    pub fn cookies(&self) -> impl Iterator<Item = (&str, &str)> {
        let headers = self.0.headers.get_all(header::COOKIE).iter();
        let texts = headers.filter_map(|value| value.to_str().ok());
        let pairs = texts.flat_map(|text| text.split(';'));
        pairs.filter_map(|pair| {
            let (name, value) = pair.split_once('=')?;
            Some((name.trim(), value.trim()))
        })
    }

    /// The value of the cookie of that name.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let mut all = self.cookies();
        all.find(|(other, _)| *other == name)
            .map(|(_, value)| value)
    }
}

/// A part of a query as it was meant: `a+b%21` is `a b!`.
fn plain(part: &str) -> Cow<'_, str> {
    if !part.contains(['+', '%']) {
        return part.into();
    }
    let spaced = part.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8_lossy();
    Cow::Owned(decoded.into_owned())
}

impl FromCall for Request {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(Self(Arc::clone(ctx.facts())))
    }
}

impl FromCall for Cancel {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(ctx.cancel().clone())
    }

    fn wire(_: &mut Wiring) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(uri: &str, cookies: &[&'static str]) -> Request {
        let mut headers = HeaderMap::new();
        for cookie in cookies {
            headers.append(header::COOKIE, cookie.parse().unwrap());
        }
        Request(Arc::new(Facts {
            uri: uri.parse().unwrap(),
            headers,
            ..Facts::default()
        }))
    }

    #[test]
    fn a_query_is_read_by_its_names() {
        let request = request("/a/b?x=1&name=J%C3%BCrg+%26+Co&flag&x=2&&=", &[]);
        assert_eq!(request.path(), "/a/b");
        assert_eq!(request.parameter("x").as_deref(), Some("1"));
        assert_eq!(request.parameter("name").as_deref(), Some("Jürg & Co"));
        assert_eq!(request.parameter("flag").as_deref(), Some(""));
        assert_eq!(request.parameter("other"), None);
        let names: Vec<_> = request.parameters().map(|(name, _)| name).collect();
        assert_eq!(names, ["x", "name", "flag", "x", ""]);
        assert_eq!(self::request("/", &[]).parameters().count(), 0);
    }

    #[test]
    fn cookies_are_read_by_their_names() {
        let request = request("/", &["a=1; token=x=y;bad", "b = 2 "]);
        assert_eq!(request.cookie("a"), Some("1"));
        assert_eq!(request.cookie("token"), Some("x=y"));
        assert_eq!(request.cookie("b"), Some("2"));
        assert_eq!(request.cookie("bad"), None);
    }
}
