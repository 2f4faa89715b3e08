//! What a function gets from the call itself, not from an input.

use std::{net::SocketAddr, sync::Arc};

use axum::http::HeaderMap;

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
    fn wire(_: &mut Wiring) {}
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
}
