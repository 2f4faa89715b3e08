//! Calls other apps: those of Gradio 5 and 6, and of Vetrina.
//!
//! ```no_run
//! use vetrina::client::Client;
//!
//! #[tokio::main]
//! async fn main() -> vetrina::client::Result<()> {
//!     let client = Client::connect("http://127.0.0.1:7860").await?;
//!     let greeting: String = client.predict("/greet", ("Ada", 3)).await?;
//!     println!("{greeting}");
//!     Ok(())
//! }
//! ```
//!
//! Needs the feature `client`.
//!
//! | to | is |
//! |---|---|
//! | see what an app can do | `println!("{}", client.view_api())` |
//! | call by position | `client.predict("/greet", ("Ada", 3))` |
//! | call by name, leaving out what has a default | `client.predict("/greet", json!({"name": "Ada"}))` |
//! | take several results | `let (text, score): (String, f64) = client.predict(…).await?` |
//! | send a file | [`Upload::path`]`("cat.png")` among the arguments |
//! | get one | `let file: RemoteFile = …`, then [`file.save("folder")`](RemoteFile::save) |
//! | see progress, and results one by one | [`client.submit(…)`](Client::submit) |
//! | have a function of one's own that runs there | [`#[remote]`](macro@crate::remote) |
//! | show an app on a page | [`ui.load_app(url)`](crate::Ui::load_app) |
//! | do without async | [`blocking::Client`] |
//! | log in | [`Client::builder(url).login("user", "password").connect()`](Builder::login) |

mod api;
mod args;
pub mod blocking;
mod builder;
mod config;
mod download;
mod error;
mod feed;
mod http;
mod job;
mod message;
mod part;
#[doc(hidden)]
pub mod remote;
mod rust_type;
mod session;
mod sse;
mod upload;

use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

pub use api::{Api, Endpoint, Parameter, Returned};
pub use builder::Builder;
pub use download::RemoteFile;
pub use error::{Error, Failure, Refusal, Result};
pub use job::Job;
pub use message::{Event, Note, Progress};
pub use upload::Upload;

pub(crate) use config::{
    Component as RemoteComponent, Function as RemoteFunction, Node as RemoteNode,
};
pub(crate) use job::Core;
pub(crate) use part::Remote;

use args::Given;
use config::{Config, Function};
use session::Session;

/// An app somewhere else, ready to be called.
///
/// Copies of it are cheap, and share one session: what the app keeps for its visitors, it keeps
/// for all of them together. [`new_session`](Self::new_session) begins another one.
#[derive(Debug, Clone)]
pub struct Client {
    known: Arc<Known>,
    session: Arc<Session>,
}

/// What is known of an app.
#[derive(Debug)]
struct Known {
    origin: download::Origin,
    config: Config,
    /// What it tells of.
    shown: Api,
    /// What may be called besides.
    all: Api,
}

impl Client {
    /// Connects to the app at this address.
    ///
    /// # Errors
    /// When nothing answers, when what answers is no app, or when it asks for a login.
    pub async fn connect(url: impl Into<String>) -> Result<Self> {
        Self::builder(url).connect().await
    }

    /// Says more than an address: who logs in, which headers are sent, how long to wait.
    pub fn builder(url: impl Into<String>) -> Builder {
        Builder::new(url)
    }

    /// The app's address.
    #[must_use]
    pub fn url(&self) -> &str {
        self.known.origin.http.base()
    }

    /// What the app can do.
    #[must_use]
    pub fn view_api(&self) -> &Api {
        &self.known.shown
    }

    /// The name of the session, as the app knows it.
    #[must_use]
    pub fn session_hash(&self) -> &str {
        &self.session.feed.session
    }

    /// The same app, with a session of its own.
    #[must_use]
    pub fn new_session(&self) -> Self {
        Self {
            known: Arc::clone(&self.known),
            session: Arc::new(Session::new(&self.known, true)),
        }
    }

    /// Begins a new session: what the app kept for the one before is not seen any more.
    pub fn reset_session(&mut self) {
        *self = self.new_session();
    }

    /// Calls a function and waits for its result; the last one, where there are several.
    ///
    /// `arguments` are a tuple or a list in the order of the parameters, or a struct, a map or
    /// `json!({…})` with their names. What has a default may be left out; a single argument
    /// needs no tuple. A function without results gives `()`, one with several a tuple.
    ///
    /// # Errors
    /// When there is no such endpoint, when the arguments do not fit, when the function fails, or
    /// gives nothing of this type.
    pub async fn predict<R: DeserializeOwned>(
        &self,
        name: &str,
        arguments: impl Serialize,
    ) -> Result<R> {
        self.submit(name, arguments).await?.result().await
    }

    /// Calls a function, and gives what it says of itself on the way: its place in the queue,
    /// progress, and results one after the other.
    ///
    /// # Errors
    /// When there is no such endpoint, when the arguments do not fit, or when the app does not
    /// take the call.
    pub async fn submit<R: DeserializeOwned>(
        &self,
        name: &str,
        arguments: impl Serialize,
    ) -> Result<Job<R>> {
        self.call(name, Given::read(arguments)?).await
    }

    async fn call<R: DeserializeOwned>(&self, name: &str, given: Given) -> Result<Job<R>> {
        let function = self.known.find(name)?;
        let values = match self.known.all.endpoint(name) {
            Some(endpoint) => given.fit(endpoint)?,
            None => given.listed()?,
        };
        let data = self.known.with_gaps(function, values);
        let shown = self.known.shown(&function.outputs);
        self.start(function.id, data, shown).await.map(Job::new)
    }

    /// The same app, with a session that nobody returns to.
    fn for_one_call(&self) -> Self {
        Self {
            known: Arc::clone(&self.known),
            session: Arc::new(Session::new(&self.known, false)),
        }
    }

    async fn start(&self, function: u64, mut data: Vec<Value>, shown: Vec<usize>) -> Result<Core> {
        let origin = &self.known.origin;
        let most = self.known.config.max_file_size;
        upload::send_all(&origin.http, &mut data, most).await?;
        self.session.keep(&origin.http);
        Core::start(origin.clone(), &self.session.feed, function, data, shown).await
    }
}

impl Known {
    fn find(&self, name: &str) -> Result<&Function> {
        let bare = name.trim_start_matches('/');
        let all = self.config.functions.iter();
        let named = all.filter(|it| it.name.as_deref() == Some(bare));
        match named.max_by_key(|it| !it.is_private()) {
            Some(found) if found.is_private() => Err(Error::Disabled { name: name.into() }),
            Some(found) if found.on_server => Ok(found),
            _ => Err(Error::NoEndpoint {
                name: name.into(),
                others: nearest(bare, self.all.endpoints.iter().map(|it| it.name.clone())),
            }),
        }
    }

    /// Nothing is sent for what the app keeps itself.
    fn with_gaps(&self, function: &Function, values: Vec<Value>) -> Vec<Value> {
        let mut values = values.into_iter();
        let shown = self.shown(&function.inputs);
        let data = (0..function.inputs.len()).map(|place| {
            let is_given = shown.contains(&place);
            is_given
                .then(|| values.next())
                .flatten()
                .unwrap_or_default()
        });
        data.collect()
    }

    /// The places of those that clients give or see.
    fn shown(&self, components: &[u64]) -> Vec<usize> {
        let is_skipped = |id: &u64| {
            let component = self.config.components.iter().find(|it| it.id == *id);
            component.is_some_and(config::Component::is_skipped)
        };
        let places = components.iter().enumerate();
        places
            .filter(|(_, id)| !is_skipped(id))
            .map(|(place, _)| place)
            .collect()
    }
}

/// All of them, those that look like `name` first.
fn nearest(name: &str, all: impl Iterator<Item = String>) -> Vec<String> {
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|other| changes(name, other.trim_start_matches('/')));
    all
}

/// How many letters have to change for one name to be the other.
fn changes(a: &str, b: &str) -> usize {
    let b: Vec<_> = b.chars().collect();
    let mut row: Vec<_> = (0..=b.len()).collect();
    for (i, letter) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, other) in b.iter().enumerate() {
            let swapped = diagonal + usize::from(letter != *other);
            diagonal = row[j + 1];
            row[j + 1] = swapped.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_the_first() {
        let all = ["/subtract", "/predict", "/add", "/greet"];
        for (name, expected) in [
            ("predikt", "/predict"),
            ("gret", "/greet"),
            ("addd", "/add"),
        ] {
            assert_eq!(
                nearest(name, all.iter().map(ToString::to_string))[0],
                expected
            );
        }
    }
}
