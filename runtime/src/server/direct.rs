//! `/run` and `/api`: one request, one answer.

use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};

use super::{
    Served,
    answer::{Refusal, json_text},
    pages::language,
    request::{PredictBody, facts, take},
};
use crate::{endpoint::Refused, run::write_error};

pub(super) async fn run(
    State(app): State<Arc<Served>>,
    Path(name): Path<String>,
    request: Request,
) -> Result<Response, Refusal> {
    if app.engine.stopping().is_cancelled() {
        return Err(Refusal::Stopping);
    }
    let (parts, bytes) = take(request).await?;
    let body = PredictBody::read(&bytes)?;
    let session = body.session_hash.as_deref();
    let dependency = app.function(body.fn_index, &name, session)?;
    if dependency.queue && !app.engine.limits().api_open {
        return Err(Refusal::Unknown(
            "This API endpoint does not accept direct HTTP POST requests. Please join the queue to use this API.".into(),
        ));
    }
    let (job, question) = app.in_session(session, || body.jobs(&dependency))?;
    let event = body.event(&app, &dependency);
    let page = body
        .is_page
        .then(|| language(&app, &parts.headers, body.language.as_deref()));
    let facts = facts(parts, body.session_hash, event);
    app.judge(&dependency, question, &facts).await?;
    match app.engine.direct(&dependency, job, facts).await {
        Ok(step) => Ok(json_text(
            step.body(dependency.outputs.len(), page.as_ref()),
        )),
        Err(failure) => {
            let error = failure.shown(app.engine.limits().show_error);
            if let Some(refused) = Refused::late(&error, &dependency.specs) {
                return Err(refused.into());
            }
            let mut text = Vec::new();
            write_error(&error, &mut text);
            Ok((StatusCode::INTERNAL_SERVER_ERROR, json_text(text)).into_response())
        }
    }
}
