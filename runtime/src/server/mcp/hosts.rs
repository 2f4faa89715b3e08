//! By which names an app may be called.
//!
//! A page of a stranger can have its own name lead to this machine, and so call what listens here
//! from the browser of whoever looks at it. An address in numbers cannot be bent like that, nor
//! can a name that the app was told.

use std::net::IpAddr;

use axum::http::{HeaderMap, header};

use crate::server::{answer::Refusal, gate::is_foreign};

/// The names that an app was told it has.
#[derive(Debug)]
pub(crate) struct Hosts(Vec<String>);

impl Hosts {
    pub(super) fn new(allowed: &[String], root_path: Option<&str>) -> Self {
        let own = root_path.and_then(|root| root.split_once("://"));
        let own = own.map(|(_, rest)| rest.split('/').next().unwrap_or_default());
        let all = allowed.iter().map(String::as_str).chain(own);
        Self(all.map(|host| name(host).to_ascii_lowercase()).collect())
    }

    /// Lets a request in, or says why not.
    pub(super) fn admit(&self, headers: &HeaderMap, peer: Option<IpAddr>) -> Result<(), Refusal> {
        let host = headers.get(header::HOST);
        let host = host.and_then(|host| host.to_str().ok()).unwrap_or_default();
        // Who comes over the network was meant to: the app listens there.
        let is_here = peer.is_none_or(|ip| ip.to_canonical().is_loopback());
        if is_here && !self.knows(host) {
            return Err(Refusal::Forbidden(format!(
                "This app does not know that it is called {host}: `App::allowed_hosts` tells it."
            )));
        }
        if is_foreign(headers) {
            let text = "The page of another origin may not speak with this app.";
            return Err(Refusal::Forbidden(text.into()));
        }
        Ok(())
    }

    fn knows(&self, host: &str) -> bool {
        let name = name(host).to_ascii_lowercase();
        let is_number = name.trim_matches(['[', ']']).parse::<IpAddr>().is_ok();
        is_number
            || name.is_empty()
            || name == "localhost"
            || name.ends_with(".localhost")
            || self.0.contains(&name)
    }
}

/// The name in front of the port.
fn name(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|it| it.is_ascii_digit()) => name,
        _ => host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn strange_names_are_let_in_from_elsewhere_only() {
        let hosts = Hosts::new(&["App.example".into()], Some("https://demo.example:8443/x"));
        let admits = |host: &'static str, origin: Option<&'static str>, peer: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(header::HOST, HeaderValue::from_static(host));
            if let Some(origin) = origin {
                headers.insert(header::ORIGIN, HeaderValue::from_static(origin));
            }
            hosts.admit(&headers, peer.parse().ok()).is_ok()
        };
        for host in [
            "localhost:7860",
            "127.0.0.1:1",
            "[::1]:7860",
            "10.0.0.8",
            "app.example",
            "demo.example",
        ] {
            assert!(admits(host, None, "127.0.0.1"), "{host}");
        }
        assert!(!admits("evil.example:7860", None, "127.0.0.1"));
        assert!(!admits("evil.example", None, "::ffff:127.0.0.1"));
        assert!(!admits("evil.example", None, "unknown"));
        assert!(admits("public.example", None, "203.0.113.7"));
        assert!(!admits(
            "localhost:7860",
            Some("http://evil.example"),
            "127.0.0.1"
        ));
        assert!(!admits("localhost:7860", Some("null"), "127.0.0.1"));
        assert!(admits(
            "localhost:7860",
            Some("http://localhost:6274"),
            "127.0.0.1"
        ));
    }
}
