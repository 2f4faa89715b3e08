//! `/config`, `/info`, and the small facts that clients and browsers ask for.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Json,
    body::Bytes,
    extract::{Query, Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use super::{
    Served,
    answer::{Detail, json_text},
    assets::Assets,
    lines::Line,
    packed::Packed,
    root,
};

pub(super) async fn config(State(app): State<Arc<Served>>, request: Request) -> Response {
    let line = Line::of(request.headers());
    let root = root::root(&request.into_parts().0, app.root_path.as_deref());
    let text = app.configs.get((root, line), |(root, line)| {
        let mut config = app.config.clone();
        config["username"] = Value::Null;
        config["root"] = json!(root);
        line.fit(&mut config);
        config.to_string().into()
    });
    json_text(text)
}

pub(super) async fn info(
    State(app): State<Arc<Served>>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let all = query
        .get("all_endpoints")
        .is_some_and(|all| !all.is_empty());
    json_text(if all {
        app.info_all_text.clone()
    } else {
        app.info_text.clone()
    })
}

pub(super) async fn app_id(State(app): State<Arc<Served>>) -> Response {
    Json(json!({"app_id": app.app_id})).into_response()
}

pub(super) async fn user() -> Response {
    json_text("null")
}

pub(super) async fn token() -> Response {
    Json(json!({"token": null, "user": null})).into_response()
}

pub(super) async fn startup_events() -> Response {
    json_text("false")
}

/// The variables that the look is made of. The pages of an app have them inside their one style sheet, and what the theme
/// changes in one after it; here both are for pages of other programs that want to look alike.
const TOKENS: &str = include_str!("../../frontend/styles/tokens.css");

pub(super) async fn theme(State(app): State<Arc<Served>>, headers: HeaderMap) -> Response {
    let tag = format!("\"{}\"", app.theme_hash);
    let known = headers.get(header::IF_NONE_MATCH);
    if known.is_some_and(|known| known.as_bytes() == tag.as_bytes()) {
        return (StatusCode::NOT_MODIFIED, [(header::ETAG, tag)]).into_response();
    }
    let sheet = app.theme_sheet.get_or_init(|| {
        let mut css = TOKENS.to_owned();
        css.push_str(&app.theme.css("assets/app/").unwrap_or_default());
        Packed::new(css)
    });
    let mut response = sheet.answer(&headers);
    let headers = response.headers_mut();
    let kind = HeaderValue::from_static("text/css; charset=utf-8");
    headers.insert(header::CONTENT_TYPE, kind);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    response
}

pub(super) async fn favicon() -> Response {
    let assets = Assets::current();
    let svg: Bytes = assets
        .file("favicon.svg")
        .map(|f| f.bytes().clone())
        .unwrap_or_default();
    ([(header::CONTENT_TYPE, "image/svg+xml")], svg).into_response()
}

pub(super) async fn robots() -> Response {
    (
        [(header::CONTENT_TYPE, "text/plain; charset=utf-8")],
        "User-agent: *\nDisallow: ",
    )
        .into_response()
}

pub(super) async fn manifest() -> Response {
    Detail(StatusCode::NOT_FOUND, "PWA not enabled.".into()).into_response()
}
