//! The same for programs without an async runtime: calls that wait.
//!
//! ```no_run
//! use vetrina::client::blocking::Client;
//!
//! fn main() -> vetrina::client::Result<()> {
//!     let client = Client::connect("http://127.0.0.1:7860")?;
//!     let greeting: String = client.predict("/greet", ("Ada", 3))?;
//!     println!("{greeting}");
//!     for event in client.submit::<String>("/count", (10,))? {
//!         println!("{:?}", event?);
//!     }
//!     Ok(())
//! }
//! ```
//!
//! A thread of its own reads what the app says in the meantime. It is not for async functions: there
//! waiting would stop everything else, and panics.

use std::{fmt, sync::Arc};

use serde::{Serialize, de::DeserializeOwned};
use tokio::runtime::{Builder as Threads, Handle, Runtime};

use super::{Api, Builder, Error, Event, Result};

/// An app somewhere else, ready to be called.
///
/// Copies of it are cheap, and share one session.
#[derive(Debug, Clone)]
pub struct Client {
    client: super::Client,
    runtime: Arc<Runtime>,
}

impl Client {
    /// Connects to the app at this address; a [`Builder`] in its place says more, such as who logs in.
    ///
    /// # Errors
    /// When nothing answers, when what answers is no app, or when it asks for a login.
    ///
    /// # Panics
    /// In an async function, as all that waits here.
    pub fn connect(app: impl Into<Builder>) -> Result<Self> {
        let mut threads = Threads::new_multi_thread();
        let runtime = threads.worker_threads(1).enable_all().build();
        let runtime =
            runtime.map_err(|why| Error::Arguments(format!("no thread to wait: {why}")))?;
        let client = runtime.block_on(app.into().connect())?;
        Ok(Self {
            client,
            runtime: Arc::new(runtime),
        })
    }

    /// What the app can do.
    #[must_use]
    pub fn view_api(&self) -> &Api {
        self.client.view_api()
    }

    /// The same app, with a session of its own.
    #[must_use]
    pub fn new_session(&self) -> Self {
        Self {
            client: self.client.new_session(),
            runtime: Arc::clone(&self.runtime),
        }
    }

    /// Calls a function and waits for its result: see [`predict`](super::Client::predict).
    ///
    /// # Errors
    /// When there is no such endpoint, when the arguments do not fit, when the function fails, or
    /// gives nothing of this type.
    pub fn predict<R: DeserializeOwned>(&self, name: &str, arguments: impl Serialize) -> Result<R> {
        self.wait(self.client.predict(name, arguments))
    }

    /// Calls a function, and gives what it says of itself on the way.
    ///
    /// # Errors
    /// When there is no such endpoint, when the arguments do not fit, or when the app does not
    /// take the call.
    pub fn submit<R: DeserializeOwned>(
        &self,
        name: &str,
        arguments: impl Serialize,
    ) -> Result<Job<R>> {
        let job = self.wait(self.client.submit(name, arguments))?;
        Ok(Job {
            job,
            runtime: Arc::clone(&self.runtime),
        })
    }

    /// Waits for anything else that the client gives: `client.wait(file.save("pictures"))`.
    pub fn wait<F: Future>(&self, what: F) -> F::Output {
        self.runtime.block_on(what)
    }
}

/// A call that is under way: an iterator of what it says of itself. One that is dropped before its
/// end is cancelled.
pub struct Job<R> {
    job: super::Job<R>,
    runtime: Arc<Runtime>,
}

impl<R> fmt::Debug for Job<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.job.fmt(f)
    }
}

impl<R: DeserializeOwned> Job<R> {
    /// The results alone, as they come.
    pub fn outputs(self) -> impl Iterator<Item = Result<R>> {
        self.filter_map(|event| match event {
            Ok(Event::Output(output)) => Some(Ok(output)),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        })
    }
}

impl<R> Job<R> {
    /// Stops it: the app is asked to, and nothing more comes.
    ///
    /// # Errors
    /// When the app cannot be asked.
    pub fn cancel(&mut self) -> Result<()> {
        self.runtime.block_on(self.job.cancel())
    }
}

impl<R: DeserializeOwned> Iterator for Job<R> {
    type Item = Result<Event<R>>;

    fn next(&mut self) -> Option<Self::Item> {
        self.runtime.block_on(self.job.next())
    }
}

impl<R> Drop for Job<R> {
    fn drop(&mut self) {
        // The program may end with it, and the thread that would ask the app to stop.
        if Handle::try_current().is_err() {
            _ = self.cancel();
        }
    }
}
