//! `/openapi.json`: the API as a document that other programs read.

mod taken;

use std::sync::Arc;

use self::taken::taken;
use super::{Served, answer::json_text, root};
use crate::{
    api::{self, Beside, Described},
    page::Dependency,
};
use axum::{
    extract::{Request, State},
    response::Response,
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
