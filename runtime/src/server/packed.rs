//! A text that is made once and sent often, also compressed.

use std::{io::Read as _, sync::OnceLock};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};
use flate2::{Compression, bufread::GzEncoder};

/// Bytes and, once somebody asks for it, their compressed form.
#[derive(Debug)]
pub(crate) struct Packed {
    plain: Bytes,
    gzip: OnceLock<Option<Bytes>>,
}

impl Packed {
    pub(crate) fn new(plain: impl Into<Bytes>) -> Self {
        Self {
            plain: plain.into(),
            gzip: OnceLock::new(),
        }
    }

    /// The bytes as they are.
    pub(crate) fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// The bytes for readers that accept `gzip`, made when first asked for; `None` if that would not
    /// save anything.
    pub(crate) fn gzip(&self) -> Option<&Bytes> {
        self.gzip.get_or_init(|| gzip(&self.plain)).as_ref()
    }

    /// An answer in the form that the asker prefers.
    pub(crate) fn answer(&self, asked: &HeaderMap) -> Response {
        let packed = accepts_gzip(asked).then(|| self.gzip()).flatten();
        let mut response = packed.unwrap_or(&self.plain).clone().into_response();
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        headers.insert(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        );
        if packed.is_some() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip"));
        }
        response
    }
}

fn accepts_gzip(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value.split(',').any(|coding| {
                let (name, weight) = coding.split_once(';').unwrap_or((coding, ""));
                // A weight of nothing is a refusal.
                let refused = weight
                    .trim()
                    .strip_prefix("q=0")
                    .is_some_and(|rest| rest.chars().all(|digit| matches!(digit, '.' | '0')));
                name.trim() == "gzip" && !refused
            })
        })
}

/// Brotli would save five bytes of a hundred more, and its tables are a tenth of a small program.
fn gzip(bytes: &[u8]) -> Option<Bytes> {
    let mut packed = Vec::new();
    let mut reader = GzEncoder::new(bytes, Compression::best());
    reader.read_to_end(&mut packed).ok()?;
    (packed.len() < bytes.len()).then(|| packed.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compression_keeps_the_text() {
        let text = "a shop window ".repeat(50);
        let packed = Packed::new(text.clone());
        let mut unpacked = Vec::new();
        let mut reader = flate2::bufread::GzDecoder::new(&packed.gzip().unwrap()[..]);
        reader.read_to_end(&mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
    }

    #[test]
    fn only_who_asks_gets_it() {
        for (asked, packed) in [
            ("gzip", true),
            ("br, gzip;q=0.5", true),
            ("gzip;q=0", false),
            ("gzip; q=0.0", false),
            ("br", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(asked));
            assert_eq!(accepts_gzip(&headers), packed, "{asked}");
        }
    }

    #[test]
    fn what_would_grow_is_sent_as_it_is() {
        assert!(Packed::new("a").gzip().is_none());
    }
}
