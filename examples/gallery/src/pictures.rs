//! Pictures on the cards: small ones, inside the page itself.

use axum::{
    Router,
    body::{Body, to_bytes},
    http::Request,
};
use base64::{Engine as _, engine::general_purpose::STANDARD as BASE64};
use serde_json::Value;
use tower::ServiceExt as _;

use crate::html::escape;

/// Larger ones would make the front page wait.
const LARGEST: usize = 64 << 10;
/// A card has no room for more.
const MOST: usize = 6;

/// Puts the bytes of every picture in `value` where its address is: files of the store do not stay
/// for as long as the page.
pub(crate) async fn embed(app: &Router, value: &mut Value) {
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        if is_picture(value) {
            let path = value["path"].as_str().unwrap_or_default();
            value["url"] = fetched(app, path).await.into();
            continue;
        }
        match value {
            Value::Array(list) => open.extend(list),
            Value::Object(object) => open.extend(object.values_mut()),
            _ => {}
        }
    }
}

fn is_picture(value: &Value) -> bool {
    let kind = value["mime_type"].as_str();
    kind.is_some_and(|kind| kind.starts_with("image/"))
}

/// A picture as an address that is the picture itself; none if it cannot be had.
async fn fetched(app: &Router, path: &str) -> Option<String> {
    let request = Request::get(format!("/gradio_api/file={path}")).body(Body::empty());
    let Ok(response) = app.clone().oneshot(request.ok()?).await;
    let kind = response.headers().get("content-type")?.to_str().ok()?;
    let kind = kind.to_owned();
    let bytes = to_bytes(response.into_body(), LARGEST).await.ok()?;
    Some(format!("data:{kind};base64,{}", BASE64.encode(bytes)))
}

/// The pictures in a value, if there are any to see.
pub(crate) fn drawn(value: &Value) -> Option<String> {
    let mut found = Vec::new();
    collect(value, &mut found);
    found.truncate(MOST);
    let drawn = found
        .iter()
        .map(|url| format!("<img src=\"{}\" alt=\"\">", escape(url)))
        .collect::<Vec<_>>()
        .concat();
    match found.len() {
        0 => None,
        1 => Some(drawn),
        _ => Some(format!("<span class=\"pictures\">{drawn}</span>")),
    }
}

fn collect<'a>(value: &'a Value, found: &mut Vec<&'a str>) {
    let url = value["url"].as_str();
    match value {
        _ if url.is_some_and(|url| url.starts_with("data:image/")) => found.extend(url),
        Value::Array(list) => list.iter().for_each(|it| collect(it, found)),
        // What is marked in a picture is none of its own.
        Value::Object(object) => object
            .iter()
            .filter(|(name, _)| *name != "annotations")
            .for_each(|(_, it)| collect(it, found)),
        _ => {}
    }
}
