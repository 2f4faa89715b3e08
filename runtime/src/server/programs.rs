//! `/programs`: calls that were made on a page, as programs that make them again. The recorder of the API page asks for it.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Request, State},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{
    Served,
    answer::Refusal,
    request::{take, wrong_json},
    root,
};
use crate::api::{Call, programs};

#[derive(Debug, Deserialize)]
struct Recording {
    calls: Vec<Recorded>,
    #[serde(default)]
    lang: Option<String>,
}

/// What the page sent, as far as it says what was called.
#[derive(Debug, Deserialize)]
struct Recorded {
    fn_index: usize,
    data: Vec<Value>,
}

#[derive(Debug, Serialize)]
pub(super) struct Programs {
    html: String,
    /// How many of the calls are in them: not those that only the page can make.
    count: usize,
}

pub(super) async fn write(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Json<Programs>, Refusal> {
    let (parts, body) = take(request).await?;
    let recording: Recording = serde_json::from_slice(&body).map_err(|error| wrong_json(&error))?;
    let calls = recording.calls.into_iter();
    let calls: Vec<Call> = calls.filter_map(|it| it.call(&app)).collect();
    let root = root::root(&parts, app.root_path.as_deref());
    Ok(Json(Programs {
        html: programs(&root, &calls, recording.lang.as_deref()),
        count: calls.len(),
    }))
}

impl Recorded {
    /// The same call as a client makes it: by name, without what only the server keeps.
    fn call(self, app: &Served) -> Option<Call> {
        let dependency = app.dependencies.get(self.fn_index)?;
        let for_clients = dependency.for_clients;
        let for_clients = for_clients.and_then(|id| app.dependencies.iter().find(|it| it.id == id));
        let dependency = for_clients.unwrap_or(dependency);
        let name = dependency.api_name.as_deref()?;
        if !dependency.is_callable_by_name() {
            return None;
        }
        let sent = dependency.inputs.iter().zip(self.data).enumerate();
        let sent = sent.filter(|(place, _)| !dependency.states.contains(place));
        let named = dependency.specs.iter().zip(sent);
        let arguments = named.filter_map(|(spec, (_, (&id, value)))| {
            let is_silent = app.component(id, None)?.skip_api();
            (!is_silent).then(|| (spec.name.clone(), value))
        });
        Some(Call::new(name, arguments.collect()))
    }
}
