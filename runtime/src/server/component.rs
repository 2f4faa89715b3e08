//! `/component_server`: functions that a component offers to its own page side.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use serde_json::Value;

use super::{
    Served,
    answer::{Detail, Refusal, json_text},
    request::{facts, take},
};
use crate::{
    endpoint::EventData,
    file::{Sent, sent},
};

#[derive(Debug, Deserialize)]
struct ServerCall {
    component_id: usize,
    fn_name: String,
    #[serde(default)]
    data: Value,
    session_hash: Option<String>,
}

pub(super) async fn component_server(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    let (parts, bytes) = take(request).await?;
    let Ok(call) = serde_json::from_slice::<ServerCall>(&bytes) else {
        return Err(Refusal::Bad("Invalid JSON body."));
    };
    let args = match call.data {
        Value::Array(args) => args,
        single => vec![single],
    };
    let Some(component) = app.component(call.component_id, call.session_hash.as_deref()) else {
        return Err(Refusal::Unknown("Function not found.".into()));
    };
    let to = Sent {
        rules: Arc::clone(&app.engine.limits().files),
        caller: facts(parts, None, EventData::default()),
        session: None,
    };
    // It is code of the author's and may take its time.
    let work = move || {
        app.in_session(call.session_hash.as_deref(), || {
            sent(&to, || component.server(&call.fn_name, &args))
        })
    };
    let answer = tokio::task::spawn_blocking(work).await;
    match answer {
        Ok(None) => Err(Refusal::Unknown("Function not found.".into())),
        Ok(Some(Ok(value))) => Ok(json_text(value.to_string())),
        // The panic hook has printed what happened and where.
        Err(_) => Ok(Detail(
            StatusCode::INTERNAL_SERVER_ERROR,
            "Something went wrong. The log has the details.".into(),
        )
        .into_response()),
        Ok(Some(Err(why))) => {
            Ok(Detail(StatusCode::UNPROCESSABLE_ENTITY, why.to_string()).into_response())
        }
    }
}
