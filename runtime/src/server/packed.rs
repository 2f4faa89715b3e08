//! A text that is made once and sent often, also compressed.

use std::{io::Write as _, sync::OnceLock};

use axum::{
    body::Bytes,
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse, Response},
};

/// Bytes and, once somebody asks for it, their compressed form.
#[derive(Debug)]
pub(crate) struct Packed {
    plain: Bytes,
    brotli: OnceLock<Option<Bytes>>,
}

/// Nearly as small as the best level, in a fraction of its time: the first visitor does not wait.
const QUALITY: u32 = 6;

impl Packed {
    pub(crate) fn new(plain: impl Into<Bytes>) -> Self {
        Self {
            plain: plain.into(),
            brotli: OnceLock::new(),
        }
    }

    /// The bytes as they are.
    pub(crate) fn plain(&self) -> &Bytes {
        &self.plain
    }

    /// The bytes for readers that accept `br`, made when first asked for; `None` if that would not
    /// save anything.
    pub(crate) fn brotli(&self) -> Option<&Bytes> {
        self.brotli.get_or_init(|| brotli(&self.plain)).as_ref()
    }

    /// An answer in the form that the asker prefers.
    pub(crate) fn answer(&self, asked: &HeaderMap) -> Response {
        let packed = accepts_brotli(asked).then(|| self.brotli()).flatten();
        let mut response = packed.unwrap_or(&self.plain).clone().into_response();
        let headers = response.headers_mut();
        headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
        headers.insert(
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        );
        if packed.is_some() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
        response
    }
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(',')
                .any(|coding| coding.trim() == "br" || coding.trim().starts_with("br;"))
        })
}

fn brotli(bytes: &[u8]) -> Option<Bytes> {
    // No text here is larger than this window, and a larger one would only take memory.
    let window = 18;
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, QUALITY, window);
    writer.write_all(bytes).ok()?;
    let packed = writer.into_inner();
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
        brotli::BrotliDecompress(&mut &packed.brotli().unwrap()[..], &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
    }

    #[test]
    fn what_would_grow_is_sent_as_it_is() {
        assert!(Packed::new("a").brotli().is_none());
    }
}
