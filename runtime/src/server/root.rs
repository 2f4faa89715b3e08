//! The address an app has for its caller.

use axum::{
    extract::OriginalUri,
    http::{HeaderMap, Uri, header, request::Parts},
};

use crate::{endpoint::Facts, file::Caller};

/// The app's address without a slash at the end, as this caller reaches it.
///
/// A configured address wins; then what a proxy says of itself; then the request's own host. The
/// path is what stands before the routes of the app, so that nested apps know theirs.
pub(super) fn root(parts: &Parts, configured: Option<&str>) -> String {
    let original = parts
        .extensions
        .get::<OriginalUri>()
        .map_or(&parts.uri, |uri| &uri.0);
    address(&parts.headers, prefix(original, &parts.uri), configured)
}

impl Caller for Facts {
    fn root(&self, configured: Option<&str>) -> String {
        // All calls go to the API, so what stands before it is where the app is.
        let path = self.uri.path();
        let path = path
            .split_once(super::API_PREFIX)
            .map_or("", |(before, _)| before);
        address(&self.headers, path.trim_matches('/'), configured)
    }
}

/// The address of an app at `path`, for somebody who sent these headers.
fn address(headers: &HeaderMap, path: &str, configured: Option<&str>) -> String {
    if let Some(url) =
        configured.filter(|root| root.starts_with("http://") || root.starts_with("https://"))
    {
        return url.trim_end_matches('/').into();
    }
    let host = first(headers, "x-forwarded-host")
        .or_else(|| first(headers, header::HOST.as_str()))
        .unwrap_or("127.0.0.1");
    let scheme = match first(headers, "x-forwarded-proto") {
        Some("https") => "https",
        _ => "http",
    };
    let path = configured.map_or(path, |root| root.trim_matches('/'));
    if path.is_empty() {
        format!("{scheme}://{host}")
    } else {
        format!("{scheme}://{host}/{path}")
    }
}

/// The part of the path that stands before the app, without slashes at its ends.
fn prefix<'a>(original: &'a Uri, inner: &Uri) -> &'a str {
    let original = original.path().trim_end_matches('/');
    original
        .strip_suffix(inner.path().trim_end_matches('/'))
        .unwrap_or("")
        .trim_matches('/')
}

/// From the page at hand to the root of the app: relative, so that it holds behind any proxy.
pub(super) fn to_root(parts: &Parts) -> String {
    let original = parts
        .extensions
        .get::<OriginalUri>()
        .map_or(&parts.uri, |uri| &uri.0)
        .path();
    let inner = parts.uri.path().trim_start_matches('/');
    if inner.is_empty() {
        return match original.rsplit_once('/') {
            Some((_, last)) if !last.is_empty() => format!("./{last}/"),
            _ => String::new(),
        };
    }
    "../".repeat(inner.matches('/').count())
}

fn first<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let value = headers.get(name)?.to_str().ok()?;
    value
        .split(',')
        .next()
        .map(str::trim)
        .filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::Request;

    fn parts(original: &str, inner: &str, headers: &[(&str, &str)]) -> Parts {
        let mut request = Request::builder().uri(inner);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut parts = request.body(()).unwrap().into_parts().0;
        parts
            .extensions
            .insert(OriginalUri(original.parse().unwrap()));
        parts
    }

    #[test]
    fn the_root_is_the_address_the_caller_used() {
        let at = |headers: &[(&str, &str)], configured| {
            root(&parts("/shop/config", "/config", headers), configured)
        };
        assert_eq!(at(&[("host", "myapp.com")], None), "http://myapp.com/shop");
        let proxied = [
            ("host", "in:1"),
            ("x-forwarded-host", "out.com, b"),
            ("x-forwarded-proto", "https"),
        ];
        assert_eq!(at(&proxied, None), "https://out.com/shop");
        assert_eq!(
            at(&proxied, Some("/elsewhere/")),
            "https://out.com/elsewhere"
        );
        assert_eq!(
            at(&proxied, Some("https://full.url/x/")),
            "https://full.url/x"
        );
    }

    #[test]
    fn pages_find_their_root_with_and_without_a_slash() {
        assert_eq!(to_root(&parts("/", "/", &[])), "");
        assert_eq!(to_root(&parts("/hello", "/", &[])), "./hello/");
        assert_eq!(to_root(&parts("/hello/", "/", &[])), "");
        assert_eq!(to_root(&parts("/hello/second", "/second", &[])), "");
        assert_eq!(to_root(&parts("/hello/second/", "/second/", &[])), "../");
    }
}
