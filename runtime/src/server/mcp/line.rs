//! The transport of older clients: a stream of events from the app, and an address to write to.

use std::{
    collections::HashMap,
    convert::Infallible,
    fmt,
    pin::Pin,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Query, Request, State, rejection::QueryRejection},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use http_body::Frame;
use rmcp::{
    RoleServer,
    model::{ClientJsonRpcMessage, GetExtensions, ServerJsonRpcMessage},
    service::serve_server,
    transport::Transport,
};
use serde::Deserialize;
use tokio::{
    sync::mpsc,
    time::{Sleep, sleep},
};

use crate::server::{
    API_PREFIX, Served,
    answer::{Refusal, events},
    request::{read_body, wrong_json},
    root,
};

/// Messages that wait to be taken.
const WAITING: usize = 64;
/// So many clients are connected at once.
const MOST: usize = 1_000;
const EVERY: Duration = Duration::from_secs(15);

/// The id of a line, among what is known of a request.
#[derive(Debug, Clone)]
pub(crate) struct Line(pub(crate) String);

type To = mpsc::Sender<ClientJsonRpcMessage>;

/// The lines that are open.
#[derive(Default)]
pub(crate) struct Lines(Arc<Mutex<HashMap<String, To>>>);

impl fmt::Debug for Lines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Lines")
    }
}

impl Lines {
    fn all(&self) -> MutexGuard<'_, HashMap<String, To>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Both ends of a line, as the protocol wants them.
struct Ends {
    from: mpsc::Receiver<ClientJsonRpcMessage>,
    to: mpsc::Sender<ServerJsonRpcMessage>,
}

impl Transport<RoleServer> for Ends {
    type Error = mpsc::error::SendError<ServerJsonRpcMessage>;

    fn send(
        &mut self,
        message: ServerJsonRpcMessage,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send + 'static {
        let to = self.to.clone();
        async move { to.send(message).await }
    }

    async fn receive(&mut self) -> Option<ClientJsonRpcMessage> {
        self.from.recv().await
    }

    async fn close(&mut self) -> Result<(), Self::Error> {
        self.from.close();
        Ok(())
    }
}

/// `/mcp/sse`: opens a line.
pub(in crate::server) async fn listen(
    State(app): State<Arc<Served>>,
    request: Request,
) -> Result<Response, Refusal> {
    let lines = &app.door(&request)?.lines;
    let id = format!("{:032x}", rand::random::<u128>());
    let (to, from) = mpsc::channel(WAITING);
    let (out, told) = mpsc::channel(WAITING);
    {
        let mut all = lines.all();
        if all.len() >= MOST {
            return Err(Refusal::TooMany);
        }
        all.insert(id.clone(), to);
    }
    let root = root::root(&request.into_parts().0, app.root_path.as_deref());
    // Clients put it behind the host that they know.
    let path = root
        .split_once("://")
        .and_then(|(_, rest)| rest.split_once('/'));
    let path = path.map_or_else(String::new, |(_, path)| format!("/{path}"));
    let hello = format!(
        "event: endpoint\r\ndata: {path}{API_PREFIX}/mcp/messages/?session_id={id}\r\n\r\n"
    );
    let (speaker, ends) = (app.speaker(), Ends { from, to: out });
    tokio::spawn(async move {
        if let Ok(speaking) = serve_server(speaker, ends).await {
            let _ = speaking.waiting().await;
        }
    });
    let stopping = app.engine.stopping().clone();
    Ok(events(Body::new(Told {
        hello: Some(hello),
        messages: told,
        timer: Box::pin(sleep(EVERY)),
        stopped: Box::pin(async move { stopping.cancelled().await }),
        lines: Arc::clone(&lines.0),
        id,
    })))
}

/// The stream of a line.
struct Told {
    hello: Option<String>,
    messages: mpsc::Receiver<ServerJsonRpcMessage>,
    timer: Pin<Box<Sleep>>,
    stopped: Pin<Box<dyn Future<Output = ()> + Send>>,
    lines: Arc<Mutex<HashMap<String, To>>>,
    id: String,
}

impl HttpBody for Told {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = &mut *self;
        let text = if let Some(hello) = this.hello.take() {
            hello
        } else if let Poll::Ready(message) = this.messages.poll_recv(cx) {
            let Some(text) = message.and_then(|it| serde_json::to_string(&it).ok()) else {
                return Poll::Ready(None);
            };
            format!("event: message\r\ndata: {text}\r\n\r\n")
        } else if this.stopped.as_mut().poll(cx).is_ready() {
            return Poll::Ready(None);
        } else {
            std::task::ready!(this.timer.as_mut().poll(cx));
            ": ping\r\n\r\n".into()
        };
        this.timer
            .as_mut()
            .reset(tokio::time::Instant::now() + EVERY);
        Poll::Ready(Some(Ok(Frame::data(text.into()))))
    }
}

impl Drop for Told {
    fn drop(&mut self) {
        let mut lines = self.lines.lock().unwrap_or_else(PoisonError::into_inner);
        lines.remove(&self.id);
    }
}

#[derive(Debug, Deserialize)]
pub(in crate::server) struct Addressed {
    session_id: String,
}

/// `/mcp/messages/`: a message over a line.
pub(in crate::server) async fn speak(
    State(app): State<Arc<Served>>,
    query: Result<Query<Addressed>, QueryRejection>,
    request: Request,
) -> Result<Response, Refusal> {
    let mcp = app.door(&request)?;
    let Ok(Query(Addressed { session_id })) = query else {
        return Err(Refusal::Missing("query", vec!["session_id"]));
    };
    let to = mcp.lines.all().get(&session_id).cloned();
    let to = to.ok_or_else(|| Refusal::Unknown("There is no such session.".into()))?;
    let (mut parts, body) = request.into_parts();
    let body = read_body(body).await?;
    let mut message: ClientJsonRpcMessage =
        serde_json::from_slice(&body).map_err(|error| wrong_json(&error))?;
    parts.extensions.insert(Line(session_id));
    match &mut message {
        ClientJsonRpcMessage::Request(request) => {
            request.request.extensions_mut().insert(parts);
        }
        ClientJsonRpcMessage::Notification(note) => {
            note.notification.extensions_mut().insert(parts);
        }
        _ => {}
    }
    let gone = |_| Refusal::Unknown("This session has ended.".into());
    to.send(message).await.map_err(gone)?;
    Ok((StatusCode::ACCEPTED, "Accepted").into_response())
}
