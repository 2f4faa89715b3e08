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
    request::take,
};

#[derive(Debug, Deserialize)]
struct ServerCall {
    component_id: usize,
    fn_name: String,
    #[serde(default)]
    data: Value,
}

pub(super) async fn component_server(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    let (_, bytes) = take(request).await?;
    let Ok(call) = serde_json::from_slice::<ServerCall>(&bytes) else {
        return Err(Refusal::Bad("Invalid JSON body."));
    };
    let args = match call.data {
        Value::Array(args) => args,
        single => vec![single],
    };
    let answer = app
        .component(call.component_id)
        .and_then(|c| c.server(&call.fn_name, &args));
    match answer {
        None => Err(Refusal::Unknown("Function not found.".into())),
        Some(Ok(value)) => Ok(json_text(value.to_string())),
        Some(Err(why)) => {
            Ok(Detail(StatusCode::UNPROCESSABLE_ENTITY, why.to_string()).into_response())
        }
    }
}
