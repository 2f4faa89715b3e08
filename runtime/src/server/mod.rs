//! The routes of an app, and the one gate in front of them.
//!
//! | file | routes |
//! |---|---|
//! | `gate.rs` | what holds for every answer: origins, unknown paths |
//! | `pages.rs` | the pages, their files, the API page, `/llms.txt` |
//! | `facts.rs` | `/config`, `/info` and the small facts clients ask for |
//! | `openapi.rs` | `/openapi.json` |
//! | `direct.rs` | `/run`, `/api`: answered at once |
//! | `call.rs` | `/call`, `/call/v2`: two steps, for curl |
//! | `queue.rs` | `/queue/…`, `/cancel`, `/reset`: what clients use |
//! | `stream.rs` | `/stream`: inputs that come in pieces |
//! | `standing.rs` | `/events`: what became of them |
//! | `heartbeat.rs` | `/heartbeat` |
//! | `monitoring.rs` | how the functions do, for whoever runs the app |
//! | `presence.rs` | `/leave`; which pages are open |
//! | `component.rs` | functions of components |
//! | `draw.rs` | `/draw`: blocks that come when a page is already there |
//! | `programs.rs` | `/programs`: what was done on a page, as programs |
//! | `mcp/` | `/mcp/…`: functions as tools, with the feature `mcp` |
//! | `parts.rs`, `upload.rs`, `upload_progress.rs` | `/upload`: files to the server, and how far they are |
//! | `file.rs` | `/file=…`: files from the server |
//! | `request.rs`, `answer.rs` | how a request is read, how a refusal looks |
//! | `own.rs` | files that the app brings along: scripts of events, style sheets |
//! | `packed.rs` | texts that are compressed once |
//! | `peer.rs` | who is at the other end |
//! | `root.rs` | the address an app has for its caller |
//! | `visits.rs` | when pages were asked for |

mod answer;
pub(crate) mod assets;
mod call;
mod component;
mod direct;
mod draw;
mod facts;
mod file;
mod gate;
mod heartbeat;
mod lines;
#[cfg(feature = "mcp")]
pub(crate) mod mcp;
mod monitoring;
mod openapi;
mod own;
mod packed;
mod pages;
mod parts;
mod peer;
mod presence;
mod programs;
mod queue;
mod request;
mod root;
mod served;
mod standing;
mod stream;
mod upload;
mod upload_progress;
mod visits;

use std::sync::Arc;

use axum::{
    Router,
    extract::DefaultBodyLimit,
    middleware,
    routing::{MethodRouter, get, post},
};

pub(crate) use own::{OwnFiles, keep_script, script_url, style_url};
pub(crate) use peer::{Peer, PeerListener};
pub(crate) use request::MAX_BODY;
pub(crate) use served::{Cache, Served};
pub(crate) use upload_progress::Uploads;
pub(crate) use visits::Visits;

/// What stands in front of every route that is not a page.
pub(crate) const API_PREFIX: &str = "/gradio_api";

/// An app as a router, to be served or nested.
pub(crate) fn router(app: Arc<Served>) -> Router {
    // Written out under the prefix: nesting one router in another costs every request.
    let routes = Routes(Router::new());
    #[cfg(feature = "mcp")]
    let routes = with_mcp(routes);
    routes
        .api("/info", get(facts::info))
        .api("/openapi.json", get(openapi::openapi))
        .api("/app_id", get(facts::app_id))
        .api("/user", get(facts::user))
        .api("/token", get(facts::token))
        .api("/login_check", get(facts::user))
        .api("/startup-events", get(facts::startup_events))
        .api("/run/{name}", post(direct::run))
        .api("/api/{name}", post(direct::run))
        .api("/call/{name}", post(call::start))
        .api("/call/{name}/{event_id}", get(call::read))
        .api("/call/v2/{name}", post(call::start_named))
        .api("/call/v2/{name}/{event_id}", get(call::read))
        .api("/queue/join", post(queue::join))
        .api("/queue/data", get(queue::data))
        .api("/queue/status", get(queue::status))
        .api("/cancel", post(queue::cancel))
        .api("/reset", post(queue::reset))
        .api("/stream/{event_id}", post(stream::piece))
        .api("/stream/{event_id}/close", post(stream::close))
        .api(
            "/stream/{session}/{run}/{component}/{name}",
            get(stream::played),
        )
        .api("/events", get(standing::all))
        .api("/events/{event_id}", get(standing::one))
        .api("/heartbeat/{session}", get(heartbeat::heartbeat))
        .api("/leave", post(presence::leave))
        .api(
            "/upload",
            post(upload::upload).layer(DefaultBodyLimit::disable()),
        )
        .api("/upload_progress", get(upload_progress::progress))
        .api("/component_server", post(component::component_server))
        .api("/draw", post(draw::draw))
        .api("/programs", post(programs::write))
        .api("/theme.css", get(facts::theme))
        .both("/config", get(facts::config))
        .0
        .route("/", get(pages::home))
        .route("/{page}", get(pages::page))
        .route("/{page}/", get(pages::page))
        .route("/assets/app/{name}", get(own::own_file))
        .route("/assets/{*path}", get(pages::asset))
        .route("/theme.css", get(facts::theme))
        .route("/monitoring/{key}", get(monitoring::page))
        .route("/monitoring/{key}/summary", get(monitoring::summary))
        .route("/favicon.ico", get(facts::favicon))
        .route("/llms.txt", get(pages::llms))
        .route("/robots.txt", get(facts::robots))
        .route("/manifest.json", get(facts::manifest))
        .fallback(pages::deeper)
        .method_not_allowed_fallback(answer::method_not_allowed)
        .layer(middleware::from_fn(gate::gate))
        .with_state(app)
}

#[cfg(feature = "mcp")]
fn with_mcp(routes: Routes) -> Routes {
    use axum::routing::any;
    routes
        .api("/mcp", any(mcp::meet))
        .api("/mcp/http", any(mcp::meet))
        .api("/mcp/sse", get(mcp::listen))
        .api("/mcp/messages", post(mcp::speak))
        .api("/mcp/schema", get(mcp::schema))
}

/// Clients write many paths with and without a slash at the end.
struct Routes(Router<Arc<Served>>);

impl Routes {
    fn api(self, path: &str, method: MethodRouter<Arc<Served>>) -> Self {
        self.both(&format!("{API_PREFIX}{path}"), method)
    }

    fn both(self, path: &str, method: MethodRouter<Arc<Served>>) -> Self {
        let slashed = format!("{path}/");
        Self(self.0.route(path, method.clone()).route(&slashed, method))
    }
}
