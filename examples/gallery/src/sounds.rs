//! Sounds on the cards: a picture of how loud they are.

use std::fmt::Write as _;

use axum::{
    Router,
    body::{Body, to_bytes},
    http::Request,
};
use serde_json::{Value, json};
use tower::ServiceExt as _;

const LARGEST: usize = 1 << 20;
/// Where samples begin in the files that functions make.
const HEAD: usize = 44;
const BARS: usize = 40;

/// Notes how loud a sound is, from its beginning to its end.
pub(crate) async fn embed(app: &Router, value: &mut Value) {
    if value["mime_type"] == "audio/wav" {
        let path = value["path"].as_str().unwrap_or_default();
        value["bars"] = json!(fetched(app, path).await);
    }
}

/// The loudest sample of each part, as a share of the loudest of all.
async fn fetched(app: &Router, path: &str) -> Option<Vec<f64>> {
    let request = Request::get(format!("/gradio_api/file={path}")).body(Body::empty());
    let Ok(response) = app.clone().oneshot(request.ok()?).await;
    let bytes = to_bytes(response.into_body(), LARGEST).await.ok()?;
    let samples: Vec<u16> = bytes
        .get(HEAD..)?
        .chunks_exact(2)
        .map(|sample| i16::from_le_bytes([sample[0], sample[1]]).unsigned_abs())
        .collect();
    let part = samples.len().div_ceil(BARS).max(1);
    let loudest = f64::from(*samples.iter().max()?).max(1.0);
    let bars = samples.chunks(part);
    let share = |bar: &[u16]| f64::from(bar.iter().copied().max().unwrap_or_default()) / loudest;
    Some(bars.map(share).collect())
}

/// The picture, if there is a sound.
pub(crate) fn drawn(value: &Value) -> Option<String> {
    let mut path = String::new();
    for (place, bar) in value["bars"].as_array()?.iter().enumerate() {
        let half = 1.0 + 18.0 * bar.as_f64()?;
        let _ = write!(
            path,
            "M{} {:.1}v{:.1}",
            2 + 4 * place,
            20.0 - half,
            2.0 * half
        );
    }
    Some(format!(
        "<svg class=\"wave\" viewBox=\"0 0 {} 40\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>",
        4 * BARS
    ))
}
