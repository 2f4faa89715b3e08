//! `/queue/…`: what the clients use. A POST that joins, one stream per session that tells.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{Query, Request, State, rejection::QueryRejection},
    http::{HeaderMap, header},
    response::Response,
};
use serde::Deserialize;

use super::{
    Peer, Served,
    answer::{Refusal, events, json_text},
    call::{event_id, last_event_id},
    pages::language,
    presence::Attended,
    request::{PredictBody, facts, require, take, wrong_json},
};
use crate::{
    endpoint::Cancel,
    run::{FeedReader, Linger, NewRun, Reading, RunId, Until},
};

pub(super) async fn join(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, bytes) = take(request).await?;
    let body = PredictBody::read(&bytes)?;
    let Some(session) = body.session_hash.clone() else {
        return Err(Refusal::Bad("Session hash not found."));
    };
    let Some(index) = body.fn_index else {
        return Err(Refusal::Bad("No function index provided."));
    };
    let tab = body.tab.clone();
    let dependency = app.by_index(index, Some(&session))?;
    let (job, question) = app.in_session(Some(&session), || body.jobs(&dependency))?;
    let event = body.event(&app, &dependency);
    app.admits()?;
    let python = matches!(client(&parts.headers), Client::Python);
    let first_line = user_agent(&parts.headers).starts_with("gradio_client/1.");
    // The 1.x line registers a run only after the answer to its POST, and loses what was told of it
    // before. It uses a connection per request, and closes it when it has the answer.
    let deaf =
        first_line.then(|| Peer::of(&parts).map_or_else(Cancel::raised, |peer| peer.gone.clone()));
    let facts = facts(parts, Some(session.clone()), event);
    app.judge(&dependency, question, &facts).await?;
    if let Some(address) = facts.client.filter(|_| python) {
        app.engine.leave_streams(&session, address.ip()).await;
    }
    let id = app.engine.join(NewRun {
        // The Python clients know of no further piece.
        in_pieces: dependency.hears_stream() && !python,
        dependency,
        job,
        facts,
        session: Some(tab.unwrap_or(session)),
        deaf_until: deaf,
    });
    Ok(event_id(id))
}

/// The client libraries, by their habits.
enum Client {
    Python,
    JavaScript,
    Other,
}

fn client(headers: &HeaderMap) -> Client {
    let agent = user_agent(headers);
    if agent.starts_with("gradio_client/") {
        Client::Python
    } else if agent == "node" || agent.starts_with("Mozilla/") {
        Client::JavaScript
    } else {
        Client::Other
    }
}

fn user_agent(headers: &HeaderMap) -> &str {
    headers
        .get(header::USER_AGENT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}

/// How the stream of a session is asked for.
#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    session_hash: String,
    /// Who reads, where it is not one of the client libraries.
    reader: Option<String>,
    /// The language of the page that reads.
    #[serde(rename = "__lang")]
    language: Option<String>,
    /// The number of the last event that the reader has seen: events are numbered for whoever asks
    /// so, and come again from there.
    after: Option<u64>,
    /// Whose runs a page reads. State is anew with every load of a page; its runs are not.
    tab: Option<String>,
    /// Whether a page is there as long as it reads.
    #[serde(default)]
    stay: bool,
    /// Whether a page that shows nothing now only asks what is new.
    #[serde(default)]
    rest: bool,
}

pub(super) async fn data(
    State(app): State<Arc<Served>>,
    asked: Result<Query<Asked>, QueryRejection>,
    request: Request,
) -> Result<Response, Refusal> {
    let Ok(Query(asked)) = asked else {
        return Err(Refusal::Missing("query", vec!["session_hash"]));
    };
    let headers = request.headers();
    let after = asked.after.or_else(|| last_event_id(headers));
    let lingers_for = match client(headers) {
        _ if after.is_some() => None,
        Client::Python => Peer::address(request.extensions()).map(|it| Linger::Python(it.ip())),
        Client::JavaScript if asked.reader.is_none() => Some(Linger::JavaScript),
        Client::JavaScript | Client::Other => None,
    };
    let is_page = asked.reader.as_deref() == Some("page");
    let reading = Reading {
        lingers_for,
        page: is_page.then(|| language(&app, headers, asked.language.as_deref())),
        after,
        until: match (asked.rest, asked.stay) {
            (true, _) => Until::Now,
            (_, true) => Until::Left,
            _ => Until::Told,
        },
    };
    let session = asked.tab.as_ref().unwrap_or(&asked.session_hash);
    let reader = FeedReader::new(app.engine.clone(), session, reading);
    let body = if is_page && app.keeps_state() {
        Body::new(Attended::new(
            reader,
            app,
            asked.session_hash,
            asked.rest,
            request,
        ))
    } else {
        Body::new(reader)
    };
    Ok(events(body))
}

pub(super) async fn status(State(app): State<Arc<Served>>) -> Response {
    json_text(format!(
        "{{\"msg\":\"estimation\",\"event_id\":null,\"rank\":null,\"queue_size\":{},\"rank_eta\":null}}",
        app.engine.queue_size()
    ))
}

const SUCCESS: &str = "{\"success\":true}";

#[derive(Debug, Deserialize)]
struct CancelBody {
    session_hash: String,
    fn_index: usize,
    event_id: String,
}

pub(super) async fn cancel(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    let (_, bytes) = take(request).await?;
    require(&bytes, &["session_hash", "fn_index", "event_id"])?;
    let body: CancelBody = serde_json::from_slice(&bytes).map_err(|error| wrong_json(&error))?;
    let run = RunId::parse(&body.event_id).and_then(|id| app.engine.find(id));
    let own = run.filter(|run| {
        let owned = run.belongs_to(&body.session_hash) || !run.has_owner();
        run.dependency.id == body.fn_index && owned
    });
    if let Some(run) = own {
        app.engine.cancel(&run);
    }
    Ok(json_text(SUCCESS))
}

pub(super) async fn reset(request: Request) -> Result<Response, Refusal> {
    let (_, bytes) = take(request).await?;
    require(&bytes, &["event_id"])?;
    Ok(json_text(SUCCESS))
}
