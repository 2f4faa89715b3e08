//! An app of one module, served in the test's own process.

use std::sync::{
    LazyLock,
    atomic::{AtomicUsize, Ordering},
};

use serde_json::{Value, json};
use tokio::runtime::Runtime;
use vetrina::{App, Running};

use crate::{get, post, request};

/// Where the apps of a suite run.
pub static RUNTIME: LazyLock<Runtime> =
    LazyLock::new(|| Runtime::new().expect("threads can be had"));

/// What stands in one module, served.
#[derive(Debug)]
pub struct Page {
    /// The server.
    pub running: Running,
}

impl Page {
    /// Serves what is annotated in `module`.
    ///
    /// # Panics
    /// When it cannot be served.
    #[must_use]
    pub fn of(module: &str) -> Self {
        Self::app(App::module(module))
    }

    /// The same with settings of its own.
    ///
    /// # Panics
    /// When it cannot be served.
    #[must_use]
    pub fn app(app: App) -> Self {
        let app = app.host("127.0.0.1").port(0);
        let running = RUNTIME.block_on(app.start());
        Self {
            running: running.expect("the app is whole"),
        }
    }

    /// The address of a path.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}{path}", self.running.url())
    }

    /// What clients read first.
    #[must_use]
    pub fn config(&self) -> Value {
        get(self.at("/config")).expect(200).json()
    }

    /// The event of a name, as the config tells of it.
    ///
    /// # Panics
    /// When there is no such thing, or it fails.
    #[must_use]
    pub fn event(&self, api_name: &str) -> Value {
        let config = self.config();
        let events = config["dependencies"].as_array().expect("a list");
        let found = events.iter().find(|event| event["api_name"] == api_name);
        found
            .unwrap_or_else(|| panic!("{api_name} is not in {config}"))
            .clone()
    }

    /// The id of the component with a label.
    ///
    /// # Panics
    /// When there is no such thing, or it fails.
    #[must_use]
    pub fn component(&self, label: &str) -> Value {
        let config = self.config();
        let components = config["components"].as_array().expect("a list");
        let found = components
            .iter()
            .find(|component| component["props"]["label"] == label);
        found.unwrap_or_else(|| panic!("{label} is not in {config}"))["id"].clone()
    }

    /// Calls a function through the queue, as the page does; all messages of that run.
    ///
    /// # Panics
    /// When there is no such thing, or it fails.
    #[must_use]
    pub fn messages(&self, api_name: &str, data: &Value, session: &str) -> Vec<Value> {
        let index = &self.event(api_name)["id"];
        let body = json!({"data": data, "fn_index": index, "session_hash": session});
        let joined = post(self.at("/gradio_api/queue/join"), &body).expect(200);
        let id = joined.json()["event_id"].clone();
        let url = self.at(&format!("/gradio_api/queue/data?session_hash={session}"));
        let messages = request("GET", url).events().messages();
        messages
            .into_iter()
            .filter(|message| message["event_id"] == id)
            .collect()
    }

    /// What a function gives, called through the queue.
    ///
    /// # Panics
    /// When there is no such thing, or it fails.
    #[must_use]
    pub fn call(&self, api_name: &str, data: &Value, session: &str) -> Value {
        let messages = self.messages(api_name, data, session);
        let last = messages.last().expect("a run ends with a message");
        assert_eq!(last["success"], true, "{last}");
        last["output"]["data"].clone()
    }

    /// What a function gives to a client without a session, or with one.
    ///
    /// # Panics
    /// When there is no such thing, or it fails.
    #[must_use]
    pub fn run(&self, api_name: &str, data: &Value, session: Option<&str>) -> Value {
        let body = json!({"data": data, "session_hash": session});
        let url = self.at(&format!("/gradio_api/run/{api_name}"));
        post(url, &body).expect(200).json()["data"].clone()
    }
}

/// A session nobody else has.
#[must_use]
pub fn session() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("session{}", NEXT.fetch_add(1, Ordering::Relaxed))
}

/// The messages called `name`.
#[must_use]
pub fn only<'a>(messages: &'a [Value], name: &str) -> Vec<&'a Value> {
    let named = |message: &&Value| message["msg"] == name;
    messages.iter().filter(named).collect()
}
