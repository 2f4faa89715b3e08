//! What a browser does for a page: requests, and the one stream of messages. The app's own routes answer
//! them; there is no server and no port.

use std::{
    future::Future,
    net::{Ipv4Addr, SocketAddr},
    pin::Pin,
    sync::{Arc, mpsc},
};

use axum::{
    Router,
    body::{Body, Bytes, HttpBody},
    extract::ConnectInfo,
    http::{Request, StatusCode, header},
};
use serde_json::Value;
use tokio::{
    runtime::{Builder, Runtime},
    task::JoinHandle,
};
use tower_service::Service;

use crate::server::{API_PREFIX, Served};

/// What comes while runs are under way.
#[derive(Debug)]
pub(super) enum News {
    /// A message of the stream.
    Message(Value),
    /// The stream ended.
    Closed,
    /// A call that is not queued was answered.
    Answered(u64, StatusCode, Value),
}

/// An app, and a runtime for what it does.
#[derive(Debug)]
pub(super) struct Host {
    pub(super) app: Arc<Served>,
    router: Router,
    runtime: Option<Runtime>,
}

impl Host {
    pub(super) fn new(app: Arc<Served>) -> Self {
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime can be started");
        Self {
            router: crate::server::router(app.clone()),
            app,
            runtime: Some(runtime),
        }
    }

    /// Runs work of the page in the background; it does not matter who waits, on which thread.
    pub(super) fn spawn<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> JoinHandle<T> {
        let runtime = self.runtime.as_ref();
        runtime.expect("there until it is dropped").spawn(work)
    }

    /// The answer to a `POST` of JSON below the API.
    pub(super) fn post(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        self.send(request("POST", path, "application/json", body.to_string()))
    }

    /// The same, told when it comes.
    pub(super) fn post_later(
        &self,
        path: &str,
        body: &Value,
        number: u64,
        tell: mpsc::Sender<News>,
    ) {
        let request = request("POST", path, "application/json", body.to_string());
        let answer = answer(self.router.clone(), request);
        self.spawn(async move {
            let (status, body) = answer.await;
            let _ = tell.send(News::Answered(number, status, json(&body)));
        });
    }

    /// Sends files; what to call them by.
    pub(super) fn upload(&self, files: &[(&str, &[u8])]) -> (StatusCode, Value) {
        const BOUNDARY: &str = "--a-file-begins-or-ends-here--";
        let mut body = Vec::new();
        for (name, bytes) in files {
            let name = name.replace(['"', '\r', '\n'], "_");
            let head = format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"files\"; filename=\"{name}\"\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={BOUNDARY}");
        self.send(request("POST", "/upload", &kind, body))
    }

    /// A file of the server.
    pub(super) fn file(&self, path: &str) -> (StatusCode, Bytes) {
        self.wait(answer(
            self.router.clone(),
            request("GET", &format!("/file={path}"), "", ""),
        ))
    }

    /// Reads the messages of a session until the server ends the stream.
    pub(super) fn listen(&self, session: &str, tell: mpsc::Sender<News>) -> JoinHandle<()> {
        let path = format!("/queue/data?session_hash={session}");
        let answer = respond(self.router.clone(), request("GET", &path, "", ""));
        self.spawn(async move {
            let mut body = Body::new(answer.await.into_body());
            let mut rest = Vec::new();
            while let Some(chunk) = chunk(&mut body).await {
                rest.extend_from_slice(&chunk);
                while let Some(end) = rest.iter().position(|&byte| byte == b'\n') {
                    let line: Vec<u8> = rest.drain(..=end).collect();
                    if let Some(data) = line.strip_prefix(b"data:") {
                        let _ = tell.send(News::Message(json(data)));
                    }
                }
            }
            let _ = tell.send(News::Closed);
        })
    }

    /// Holds the line that says that a page is open.
    pub(super) fn stay(&self, session: &str) -> JoinHandle<()> {
        let path = format!("/heartbeat/{session}");
        let answer = self.wait(respond(self.router.clone(), request("GET", &path, "", "")));
        self.spawn(async move {
            let mut body = Body::new(answer.into_body());
            while chunk(&mut body).await.is_some() {}
        })
    }

    fn send(&self, request: Request<Body>) -> (StatusCode, Value) {
        let (status, body) = self.wait(answer(self.router.clone(), request));
        (status, json(&body))
    }

    /// Waits on this thread, which may itself belong to another runtime.
    pub(super) fn wait<T: Send + 'static>(
        &self,
        work: impl Future<Output = T> + Send + 'static,
    ) -> T {
        let (tell, told) = mpsc::channel();
        self.spawn(async move {
            let _ = tell.send(work.await);
        });
        told.recv().expect("the app answers")
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        // Functions that still block are not waited for.
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

fn request(method: &str, path: &str, kind: &str, body: impl Into<Body>) -> Request<Body> {
    let mut request = Request::builder()
        .method(method)
        .uri(format!("{API_PREFIX}{path}"))
        .header(header::HOST, "localhost");
    if !kind.is_empty() {
        request = request.header(header::CONTENT_TYPE, kind);
    }
    let here = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    request
        .extension(ConnectInfo(here))
        .body(body.into())
        .unwrap_or_else(|error| panic!("{path} is no address: {error}"))
}

async fn respond(mut router: Router, request: Request<Body>) -> axum::response::Response {
    let Ok(response) = Service::call(&mut router, request).await;
    response
}

async fn answer(router: Router, request: Request<Body>) -> (StatusCode, Bytes) {
    let response = respond(router, request).await;
    let status = response.status();
    let body = axum::body::to_bytes(response.into_body(), usize::MAX).await;
    (status, body.unwrap_or_default())
}

async fn chunk(body: &mut Body) -> Option<Bytes> {
    loop {
        let frame = std::future::poll_fn(|cx| Pin::new(&mut *body).poll_frame(cx)).await?;
        if let Ok(data) = frame.ok()?.into_data() {
            return Some(data);
        }
    }
}

/// What is no JSON is the text it is.
fn json(text: &[u8]) -> Value {
    let Ok(mut value) = serde_json::from_slice(text) else {
        return String::from_utf8_lossy(text).into_owned().into();
    };
    whole(&mut value);
    value
}

/// For a page 2.0 and 2 are one number.
pub(super) fn whole(value: &mut Value) {
    /// Up to here every whole number has a float of its own.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match value {
        Value::Number(number) if number.is_f64() => {
            let float = number.as_f64().unwrap_or_default();
            if float.fract() == 0.0 && float.abs() < EXACT {
                #[allow(clippy::cast_possible_truncation, reason = "whole, and not too large")]
                let int = float as i64;
                *value = int.into();
            }
        }
        Value::Array(list) => list.iter_mut().for_each(whole),
        Value::Object(object) => object.values_mut().for_each(whole),
        _ => {}
    }
}
