//! `/openapi.json`: the API as a document that other programs read.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    response::Response,
};
use serde_json::value::RawValue;

use super::{Served, answer::json_text, root};
use crate::{
    api::{self, Beside, Described, Taken},
    endpoint::{ArgSpec, Args},
    page::Dependency,
};

pub(super) async fn openapi(State(app): State<Arc<Served>>, request: Request) -> Response {
    let root = root::root(&request.into_parts().0, app.root_path.as_deref());
    json_text(app.openapis.get(root, |root| {
        let described = Described {
            title: &app.title,
            description: &app.description,
            info: &app.info,
            root,
        };
        let document = api::openapi(&described, |name| {
            app.by_name(name).map(|it| beside(&app, it))
        });
        document.to_string().into()
    }))
}

/// What `/info` does not say of an endpoint.
pub(super) fn beside(app: &Served, dependency: &Dependency) -> Beside {
    let shown = |id: &usize| app.component(*id, None).filter(|it| !it.skip_api());
    let results = dependency.outputs.iter();
    Beside {
        results: results.map(|id| Some(shown(id)?.api_info())).collect(),
        updates: dependency.updates,
        taken: taken(app, dependency),
    }
}

/// What the parameters take: null, where they do not refuse it, and which numbers.
fn taken(app: &Served, dependency: &Dependency) -> Vec<Taken> {
    let specs = &dependency.specs;
    let nulls = vec![Some(RawValue::NULL); specs.len()];
    let refused = match (&dependency.handler, Args::new(&nulls, specs)) {
        (Some(handler), Ok(mut args)) => handler.prepare(&mut args).err().unwrap_or_default(),
        _ => return Vec::new(),
    };
    let inputs = dependency.inputs.iter().enumerate();
    let inputs = inputs.filter(|(index, _)| !dependency.states.contains(index));
    let place = |(index, (spec, (_, id))): (usize, (&ArgSpec, (usize, &usize)))| {
        let mut props = app
            .component(*id, None)
            .map(|it| it.props())
            .unwrap_or_default();
        let mut limit = |name: &str| props.remove(name).unwrap_or_default();
        Taken {
            name: spec.name.clone(),
            null: refused.iter().all(|it| it.index != Some(index)),
            minimum: limit("minimum"),
            maximum: limit("maximum"),
        }
    };
    specs.iter().zip(inputs).enumerate().map(place).collect()
}
