//! The style sheet and the script of the gallery's own pages.

use std::{
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::LazyLock,
};

use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse as _, Response},
};

/// A file under a name that changes with its bytes, so that it may be kept for a year.
#[derive(Debug)]
pub(crate) struct Asset {
    /// The address, relative to the front page.
    pub(crate) url: String,
    kind: &'static str,
    text: &'static str,
}

impl Asset {
    fn new(extension: &str, kind: &'static str, text: &'static str) -> Self {
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        Self {
            url: format!("assets/gallery-{:016x}.{extension}", hasher.finish()),
            kind,
            text,
        }
    }
}

pub(crate) static STYLES: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "css",
        "text/css; charset=utf-8",
        include_str!("../assets/gallery.css"),
    )
});

pub(crate) static SCRIPT: LazyLock<Asset> = LazyLock::new(|| {
    Asset::new(
        "js",
        "text/javascript; charset=utf-8",
        include_str!("../assets/gallery.js"),
    )
});

/// `/assets/{name}`
pub(crate) async fn send(Path(name): Path<String>) -> Response {
    let found = [&*STYLES, &*SCRIPT]
        .into_iter()
        .find(|asset| asset.url.ends_with(&format!("/{name}")));
    match found {
        Some(asset) => {
            let headers = [
                (header::CONTENT_TYPE, asset.kind),
                (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ];
            (headers, asset.text).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}
