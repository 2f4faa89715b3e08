//! `/stream/…`: further pieces of the inputs of a run, such as the pictures of a camera; and pieces of its outputs,
//! for players.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Path, Request, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};

use super::{
    Served,
    answer::{Refusal, json_text},
    request::{PredictBody, take},
};
use crate::{
    media::Playlists,
    run::{Run, RunId},
};

const SUCCESS: &str = "{\"msg\":\"success\"}";

/// Takes the next piece. One that still waits for the function gives way to it.
pub(super) async fn piece(
    State(app): State<Arc<Served>>,
    Path(event_id): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    let run = find(&app, &event_id)?;
    let (_, bytes) = take(request).await?;
    let body = PredictBody::read(&bytes)?;
    let facts = run.ctx.facts();
    let session = facts.session_hash.as_deref();
    let (job, question) = app.in_session(session, || body.jobs(&run.dependency))?;
    app.judge(&run.dependency, question, facts).await?;
    if let Some(pieces) = &run.pieces {
        pieces.add(job);
    }
    Ok(json_text(SUCCESS))
}

/// There are no further pieces: the run ends with what it has shown.
pub(super) async fn close(
    State(app): State<Arc<Served>>,
    Path(event_id): Path<String>,
) -> Result<Response, Refusal> {
    if let Some(pieces) = &find(&app, &event_id)?.pieces {
        pieces.close();
    }
    Ok(json_text(SUCCESS))
}

fn find(app: &Served, event_id: &str) -> Result<Arc<Run>, Refusal> {
    let run = RunId::parse(event_id).and_then(|id| app.engine.find(id));
    run.filter(|run| run.pieces.is_some() && !run.has_ended())
        .ok_or_else(|| Refusal::Unknown("There is no such stream, or it has ended.".into()))
}

/// A list of pieces, one of them, or all of them joined.
pub(super) async fn played(
    Path((session, run, component, name)): Path<(String, String, String, String)>,
) -> Response {
    let address = format!("{session}/{run}/{component}");
    let found = Playlists::open().at(&address, |list| match &*name {
        "playlist.m3u8" => Some((LIST.to_owned(), list.text().into())),
        "playlist-file" => {
            let (mime, bytes) = list.joined();
            Some((mime, bytes.into()))
        }
        name => list
            .file(name)
            .map(|(mime, bytes)| (mime, Body::from(bytes))),
    });
    let mut response = Response::default();
    let Some((mime, body)) = found.flatten() else {
        *response.status_mut() = StatusCode::NOT_FOUND;
        return response;
    };
    *response.body_mut() = body;
    let headers = response.headers_mut();
    headers.extend(HeaderValue::from_str(&mime).map(|mime| (header::CONTENT_TYPE, mime)));
    // It grows.
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

const LIST: &str = "application/vnd.apple.mpegurl";
