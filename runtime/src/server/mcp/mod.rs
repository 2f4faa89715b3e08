//! `/mcp`: the functions of an app as tools, resources and prompts, for programs that speak the
//! Model Context Protocol.
//!
//! | file | what it does |
//! |---|---|
//! | `offer.rs` | what there is to call, with its schemas |
//! | `schema.rs` | schemas in one piece, files as addresses |
//! | `arguments.rs` | arguments on their way in |
//! | `calling.rs` | a call in the pipeline |
//! | `progress.rs` | what is told of it on its way |
//! | `content.rs`, `blocks.rs` | results on their way out |
//! | `address.rs` | addresses of resources |
//! | `speaker.rs` | the protocol itself, by `rmcp` |
//! | `line.rs` | the transport of older clients |
//! | `hosts.rs` | by which names the app may be called |

mod address;
mod arguments;
mod blocks;
mod calling;
mod content;
mod hosts;
mod line;
mod offer;
mod progress;
mod schema;
mod speaker;

use std::sync::{Arc, OnceLock};

use axum::{
    Json,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, Method, header},
    response::{IntoResponse, Redirect, Response},
};
use rmcp::transport::streamable_http_server::{
    StreamableHttpServerConfig, StreamableHttpService,
    session::local::{LocalSessionManager, SessionConfig},
};
use serde::Deserialize;
use serde_json::Value;

pub(crate) use self::offer::Offered;
use self::speaker::Speaker;
pub(super) use self::{
    hosts::Hosts,
    line::{Line, Lines, listen, speak},
};
use super::{MAX_BODY, Peer, Served, answer::Refusal, request::read_body};

/// The header that names a session.
const SESSION: &str = "mcp-session-id";
/// So many clients have a session at once; others are served without.
const MOST_SESSIONS: usize = 1_000;
/// How long a session waits for the next word.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(60 * 60);

/// What an app keeps for programs that speak MCP.
#[derive(Debug)]
pub(crate) struct Mcp {
    offered: OnceLock<Arc<Vec<Arc<Offered>>>>,
    sessions: Arc<LocalSessionManager>,
    lines: Lines,
    hosts: Hosts,
}

impl Mcp {
    pub(crate) fn new(allowed_hosts: &[String], root_path: Option<&str>) -> Self {
        let mut sessions = LocalSessionManager::default();
        let mut config = SessionConfig::default();
        config.keep_alive = Some(PATIENCE);
        sessions.session_config = config;
        Self {
            offered: OnceLock::new(),
            sessions: Arc::new(sessions),
            lines: Lines::default(),
            hosts: Hosts::new(allowed_hosts, root_path),
        }
    }
}

impl Served {
    /// All that the app offers to programs that speak MCP; nothing where it does not speak it.
    pub(crate) fn offered(&self) -> Arc<Vec<Arc<Offered>>> {
        let Some(mcp) = &self.mcp else {
            return Arc::default();
        };
        let all = || Arc::new(Offered::all(self).into_iter().map(Arc::new).collect());
        Arc::clone(mcp.offered.get_or_init(all))
    }

    fn speaker(self: &Arc<Self>) -> Speaker {
        Speaker::new(Arc::clone(self), self.offered())
    }

    /// Lets those in that may speak with the app.
    fn door(&self, request: &Request) -> Result<&Mcp, Refusal> {
        let Some(mcp) = &self.mcp else {
            return Err(Refusal::Unknown("This app does not speak MCP.".into()));
        };
        let address = Peer::address(request.extensions());
        mcp.hosts
            .admit(request.headers(), address.map(|it| it.ip()))?;
        Ok(mcp)
    }
}

/// The names after `tools=` in a query.
fn chosen(query: &str) -> Option<Vec<String>> {
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    let (_, names) = pairs.find(|(key, _)| *key == "tools")?;
    let names = percent_encoding::percent_decode_str(names).decode_utf8_lossy();
    let names = names.split(',').filter(|name| !name.is_empty());
    Some(names.map(str::to_owned).collect())
}

/// `/mcp/schema`: what there is, for those that do not speak the protocol.
pub(super) async fn schema(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    app.door(&request)?;
    let chosen = request.uri().query().and_then(chosen);
    let all = app.offered();
    let all = all
        .iter()
        .filter(|it| chosen.as_ref().is_none_or(|names| names.contains(&it.name)));
    let all: Vec<Value> = all.map(|it| it.listed()).collect();
    Ok(Json(all).into_response())
}

/// What a message is about, as much as decides who answers it.
#[derive(Deserialize)]
struct Glimpse<'a> {
    #[serde(borrow)]
    method: Option<std::borrow::Cow<'a, str>>,
}

/// The one address of the protocol.
///
/// A client that says hello gets a session, so that it may cancel calls and functions may keep
/// something for it; whoever asks without one is answered all the same.
pub(super) async fn meet(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    let mcp = app.door(&request)?;
    let headers = request.headers();
    let reads_pages = headers
        .get(header::ACCEPT)
        .and_then(|accept| accept.to_str().ok())
        .is_some_and(|accept| accept.contains("text/html"));
    if request.method() == Method::GET && reads_pages {
        let root = super::root::root(&request.into_parts().0, app.root_path.as_deref());
        return Ok(Redirect::to(&format!("{root}/?view=api#mcp")).into_response());
    }
    // Later revisions have no sessions; what calls itself one there is nobody's.
    let is_old = headers
        .get("mcp-protocol-version")
        .is_none_or(|version| version.as_bytes() < &b"2026-07-28"[..]);
    let (mut parts, body) = request.into_parts();
    if !is_old {
        parts.headers.remove(SESSION);
    }
    let named = parts.headers.contains_key(SESSION);
    let body = read_body(body).await?;
    let greets = serde_json::from_slice::<Glimpse>(&body)
        .is_ok_and(|it| it.method.as_deref() == Some("initialize"));
    let has_room = || async { mcp.sessions.sessions.read().await.len() < MOST_SESSIONS };
    let with_session = named || parts.method != Method::POST || (greets && has_room().await);
    let speaker = {
        let app = Arc::clone(&app);
        move || Ok(app.speaker())
    };
    let config = StreamableHttpServerConfig::default()
        // Looked at already.
        .disable_allowed_hosts()
        .with_max_request_body_bytes(MAX_BODY)
        .with_legacy_session_mode(with_session);
    let service = StreamableHttpService::new(speaker, Arc::clone(&mcp.sessions), config);
    let request = Request::from_parts(parts, Body::from(body));
    let mut response = service.handle(request).await.map(Body::new);
    let headers = response.headers_mut();
    let exposed = HeaderValue::from_static(SESSION);
    headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, exposed);
    Ok(response)
}
