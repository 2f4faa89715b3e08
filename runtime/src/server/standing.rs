//! `/events`: what became of the runs of a session, for a while.

use std::sync::Arc;

use axum::{
    extract::{Path, Query, Request, State},
    response::Response,
};
use serde::Deserialize;

use super::{
    Served,
    answer::{Refusal, json_text},
    pages::language,
};
use crate::{
    i18n::Language,
    run::{Run, RunId, write_standing},
};

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    session_hash: Option<String>,
    reader: Option<String>,
    #[serde(rename = "__lang")]
    language: Option<String>,
}

impl Asked {
    /// The language of the page, if it is a page that asks.
    fn page(&self, app: &Served, request: &Request) -> Option<Arc<Language>> {
        let is_page = self.reader.as_deref() == Some("page");
        is_page.then(|| Arc::new(language(app, request.headers(), self.language.as_deref())))
    }
}

/// All of a session. One that is unknown has none.
pub(super) async fn all(
    State(app): State<Arc<Served>>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Response {
    let page = asked.page(&app, &request);
    let session = asked.session_hash.as_deref().unwrap_or_default();
    let mut out = b"{\"runs\":[".to_vec();
    for (place, run) in app.engine.runs_of(session).iter().enumerate() {
        if place > 0 {
            out.push(b',');
        }
        let show_error = app.engine.limits().show_error;
        write_standing(run, page.clone(), show_error, &mut out);
    }
    out.extend_from_slice(b"]}");
    json_text(out)
}

/// One of them. A run that was begun without a session is known by its id alone.
pub(super) async fn one(
    State(app): State<Arc<Served>>,
    Path(event_id): Path<String>,
    Query(asked): Query<Asked>,
    request: Request,
) -> Result<Response, Refusal> {
    let session = asked.session_hash.as_deref();
    let is_own =
        |run: &Arc<Run>| !run.has_owner() || session.is_some_and(|session| run.belongs_to(session));
    let run = RunId::parse(&event_id).and_then(|id| app.engine.find(id));
    let Some(run) = run.filter(is_own) else {
        return Err(Refusal::Unknown("This session has no such run.".into()));
    };
    let mut out = Vec::with_capacity(512);
    let page = asked.page(&app, &request);
    write_standing(&run, page, app.engine.limits().show_error, &mut out);
    Ok(json_text(out))
}
