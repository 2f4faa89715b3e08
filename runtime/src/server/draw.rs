//! `/draw`: blocks that come when a page is already there, such as components in a message.

use axum::{
    Json,
    extract::Request,
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::Value;

use super::{
    answer::Refusal,
    request::{take, wrong_json},
};
use crate::page::alone;

#[derive(Debug, Deserialize)]
struct Asked {
    /// As in the config: `id`, `type`, `props`.
    components: Vec<Value>,
}

/// What is drawn is what the caller sent: it says nothing that the caller does not know, and all
/// that is not plain text is made safe.
pub(super) async fn draw(request: Request) -> Result<Response, Refusal> {
    let (_, bytes) = take(request).await?;
    let asked: Asked = serde_json::from_slice(&bytes).map_err(|error| wrong_json(&error))?;
    let mut response = Json(alone(&asked.components)).into_response();
    let no_store = HeaderValue::from_static("no-store");
    response
        .headers_mut()
        .insert(header::CACHE_CONTROL, no_store);
    Ok(response)
}
