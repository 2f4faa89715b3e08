//! The limit: what axum can do if it does the least that the protocol allows.
//!
//! Every official client can talk to this server, but it checks nothing, knows no positions in a queue, no
//! cancelling and no page. Whatever a framework does beyond this costs something; the bench says how much.

use std::collections::HashMap;
use std::convert::Infallible;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::serve::ListenerExt as _;
use axum::{Json, Router};
use futures_util::stream::{self, BoxStream, StreamExt as _};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Value, json};
use tokio::task::spawn_blocking;

/// The functions, in the order of their numbers.
const FUNCTIONS: [&str; 5] = ["in_place", "asynchronous", "blocking", "count", "greet"];

#[derive(Deserialize)]
struct Call<'a> {
    #[serde(borrow)]
    data: &'a RawValue,
    fn_index: Option<usize>,
    session_hash: Option<String>,
}

#[derive(Deserialize)]
struct Reader {
    session_hash: String,
}

#[derive(Serialize)]
struct Joined {
    event_id: String,
}

#[derive(Serialize)]
struct Output<T> {
    data: (T,),
}

#[derive(Serialize)]
struct Message<'a, T> {
    msg: &'static str,
    event_id: &'a str,
    output: Output<T>,
    success: bool,
}

/// The messages of a run, as the stream of its session will send them.
type Messages = BoxStream<'static, String>;

#[derive(Default)]
struct Sessions {
    waiting: Mutex<HashMap<String, Vec<Messages>>>,
    last_event: AtomicU64,
}

type App = State<Arc<Sessions>>;
type Failure = (StatusCode, String);

#[tokio::main]
async fn main() -> io::Result<()> {
    // The variable by which every measured server is told its port.
    let port = std::env::var("GRADIO_SERVER_PORT")
        .ok()
        .and_then(|port| port.parse().ok())
        .unwrap_or(7860);
    // Without this a message waits for the acknowledgement of the one before it, for up to 40 ms.
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port))
        .await?
        .tap_io(|stream| {
            let _ = stream.set_nodelay(true);
        });
    let router = Router::new()
        .route("/", get("the limit"))
        .route("/config", get(async || Json(config())))
        .route("/gradio_api/info", get(async || Json(info())))
        .route("/gradio_api/run/{name}", post(run))
        .route("/gradio_api/queue/join", post(join))
        .route("/gradio_api/queue/data", get(data))
        .route("/gradio_api/heartbeat/{session}", get(heartbeat))
        .with_state(Arc::default());
    axum::serve(listener, router).await
}

fn say(text: String) -> String {
    text + ", you said"
}

fn greet(name: &str, intensity: usize) -> String {
    format!("Hello, {name}{}", "!".repeat(intensity))
}

async fn run(Path(name): Path<String>, body: Bytes) -> Result<Json<Output<String>>, Failure> {
    let call: Call = parse(&body)?;
    let answer = match name.as_str() {
        "in_place" | "asynchronous" => say(text(&call)?),
        "blocking" => {
            let text = text(&call)?;
            spawn_blocking(move || say(text))
                .await
                .map_err(|error| bad(&error))?
        }
        "greet" => greeting(&call)?,
        _ => return Err((StatusCode::NOT_FOUND, name)),
    };
    Ok(Json(Output { data: (answer,) }))
}

async fn join(State(sessions): App, body: Bytes) -> Result<Json<Joined>, Failure> {
    let call: Call = parse(&body)?;
    let event_id = format!(
        "{:032x}",
        sessions.last_event.fetch_add(1, Ordering::Relaxed)
    );
    let id = event_id.clone();
    let messages = match call
        .fn_index
        .and_then(|index| FUNCTIONS.get(index))
        .copied()
    {
        Some("in_place" | "asynchronous") => one(completed(&id, say(text(&call)?))),
        Some("greet") => one(completed(&id, greeting(&call)?)),
        Some("blocking") => {
            let text = text(&call)?;
            let answer = spawn_blocking(move || say(text));
            stream::once(async move { completed(&id, answer.await.unwrap_or_default()) }).boxed()
        }
        Some("count") => count(id, parse::<(u64,)>(call.data.get().as_bytes())?.0).boxed(),
        _ => return Err((StatusCode::NOT_FOUND, "no such function".into())),
    };
    let session = call.session_hash.unwrap_or_default();
    sessions
        .waiting
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .entry(session)
        .or_default()
        .push(messages);
    Ok(Json(Joined { event_id }))
}

async fn data(State(sessions): App, Query(Reader { session_hash }): Query<Reader>) -> Response {
    let waiting = sessions
        .waiting
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .remove(&session_hash);
    let end = one(String::from(
        "data: {\"msg\":\"close_stream\",\"event_id\":null}\n\n",
    ));
    let messages = stream::iter(waiting.unwrap_or_default())
        .flatten()
        .chain(end);
    event_stream(Body::from_stream(messages.map(Ok::<_, Infallible>)))
}

async fn heartbeat() -> Response {
    let beats = stream::unfold(Duration::ZERO, |pause| async move {
        tokio::time::sleep(pause).await;
        Some((
            Ok::<_, Infallible>("data: ALIVE\n\n"),
            Duration::from_secs(15),
        ))
    });
    event_stream(Body::from_stream(beats))
}

fn one(message: String) -> Messages {
    stream::once(std::future::ready(message)).boxed()
}

/// The first item goes out whole, the others as what has changed; several of them in one write, as they are there
/// at once.
fn count(id: String, length: u64) -> impl stream::Stream<Item = String> + Send {
    let last = id.clone();
    let items = stream::iter(0..length).map(move |number| {
        let item = format!("item {number}");
        if number == 0 {
            message("process_generating", &id, item)
        } else {
            message("process_generating", &id, json!([["replace", [], item]]))
        }
    });
    let end =
        stream::once(async move { completed(&last, format!("item {}", length.saturating_sub(1))) });
    items
        .chain(end)
        .ready_chunks(64)
        .map(|messages| messages.concat())
}

fn completed(id: &str, answer: String) -> String {
    message("process_completed", id, answer)
}

fn message<T: Serialize>(msg: &'static str, event_id: &str, value: T) -> String {
    let message = Message {
        msg,
        event_id,
        output: Output { data: (value,) },
        success: true,
    };
    format!(
        "data: {}\n\n",
        serde_json::to_string(&message).unwrap_or_default()
    )
}

fn event_stream(body: Body) -> Response {
    const EVENTS: HeaderValue = HeaderValue::from_static("text/event-stream; charset=utf-8");
    ([(header::CONTENT_TYPE, EVENTS)], body).into_response()
}

fn text(call: &Call) -> Result<String, Failure> {
    Ok(parse::<(String,)>(call.data.get().as_bytes())?.0)
}

fn greeting(call: &Call) -> Result<String, Failure> {
    let (name, intensity): (String, usize) = parse(call.data.get().as_bytes())?;
    Ok(greet(&name, intensity))
}

fn parse<'a, T: Deserialize<'a>>(json: &'a [u8]) -> Result<T, Failure> {
    serde_json::from_slice(json).map_err(|error| bad(&error))
}

fn bad(error: &impl ToString) -> Failure {
    (StatusCode::UNPROCESSABLE_ENTITY, error.to_string())
}

fn config() -> Value {
    let dependency = |(id, name): (usize, &&str)| {
        let inputs: &[usize] = if *name == "greet" { &[1, 2] } else { &[1] };
        json!({ "id": id, "api_name": name, "inputs": inputs, "outputs": [3], "backend_fn": true })
    };
    let components = [1, 2, 3].map(|id| json!({ "id": id, "type": "textbox", "props": {} }));
    json!({
        "version": "5.49.1",
        "protocol": "sse_v3",
        "api_prefix": "/gradio_api",
        "enable_queue": true,
        "components": components,
        "dependencies": FUNCTIONS.iter().enumerate().map(dependency).collect::<Vec<_>>(),
    })
}

fn info() -> Value {
    json!({ "named_endpoints": {}, "unnamed_endpoints": {} })
}
