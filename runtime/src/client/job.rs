//! A call that is under way.

use std::{
    fmt,
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
    task::{Context, Poll, ready},
};

use futures_core::Stream;
use reqwest::Method;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tokio::sync::mpsc;

use super::{
    Error, Event, Result, download,
    feed::{Feed, Told},
    http::Http,
};

/// A call that is under way: what it says of itself, one event after the other.
///
/// ```no_run
/// # async fn run() -> vetrina::client::Result<()> {
/// use vetrina::client::{Client, Event};
///
/// let client = Client::connect("http://127.0.0.1:7860").await?;
/// let mut job = client.submit::<String>("/count", (10,)).await?;
/// while let Some(event) = job.next().await {
///     match event? {
///         Event::Queued { position, .. } => println!("{position} are before us"),
///         Event::Progress(bars) => println!("{bars:?}"),
///         Event::Output(text) => println!("{text}"),
///         _ => {}
///     }
/// }
/// # Ok(())
/// # }
/// ```
///
/// It is a [`Stream`] as well. A job that is dropped before its end is cancelled.
pub struct Job<R> {
    core: Core,
    types: PhantomData<fn() -> R>,
}

/// A call, with its outputs as they are on the wire.
pub(crate) struct Core {
    call: Arc<Sent>,
    told: mpsc::UnboundedReceiver<Told>,
    is_over: bool,
    origin: download::Origin,
    /// The outputs that a caller sees.
    shown: Vec<usize>,
}

/// How a call is known at the app.
struct Sent {
    http: Arc<Http>,
    feed: Arc<Feed>,
    function: u64,
    id: String,
}

impl<R> fmt::Debug for Job<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Job").field(&self.core.call.id).finish()
    }
}

impl Core {
    pub(super) async fn start(
        origin: download::Origin,
        feed: &Arc<Feed>,
        function: u64,
        data: Vec<Value>,
        shown: Vec<usize>,
    ) -> Result<Self> {
        #[derive(serde::Deserialize)]
        struct Joined {
            event_id: String,
        }
        let http = Arc::clone(&origin.http);
        let body = json!({
            "data": data,
            "fn_index": function,
            "session_hash": feed.session,
            "event_data": null,
            "trigger_id": null,
        });
        // The other line knows by it that no page asks.
        let join = http
            .request(Method::POST, "queue/join")
            .header("x-gradio-user", "api");
        let join = async { Ok(http.json::<Joined>(join.json(&body)).await?.event_id) };
        let (id, told) = feed.call(join).await?;
        Ok(Self {
            call: Arc::new(Sent {
                http: Arc::clone(&http),
                feed: Arc::clone(feed),
                function,
                id,
            }),
            told,
            is_over: false,
            origin,
            shown,
        })
    }

    pub(crate) fn poll_next(&mut self, cx: &mut Context<'_>) -> Poll<Option<Told>> {
        if self.is_over {
            return Poll::Ready(None);
        }
        let told = ready!(self.told.poll_recv(cx));
        self.is_over = !matches!(told, Some(Ok(_)));
        Poll::Ready(told)
    }

    pub(crate) async fn next(&mut self) -> Option<Told> {
        std::future::poll_fn(|cx| self.poll_next(cx)).await
    }

    async fn cancel(&mut self) -> Result<()> {
        if std::mem::replace(&mut self.is_over, true) {
            return Ok(());
        }
        self.call.cancel().await
    }

    fn read<R: DeserializeOwned>(&self, outputs: &[Value]) -> Result<R> {
        let mut values: Vec<_> = self
            .shown
            .iter()
            .map(|i| outputs.get(*i).cloned())
            .collect();
        let mut values: Vec<_> = values.drain(..).map(Option::unwrap_or_default).collect();
        let whole = |values: Vec<Value>| match <[Value; 1]>::try_from(values) {
            Ok([only]) => only,
            Err(values) if values.is_empty() => Value::Null,
            Err(values) => Value::Array(values),
        };
        let value = whole(values.clone());
        download::read(&value, &self.origin).or_else(|source| {
            // A component that changed other things beside its value says so around it.
            let updates = values.iter_mut().filter(|it| it["__type__"] == "update");
            updates.for_each(|it| *it = it["value"].take());
            download::read(&whole(values), &self.origin).map_err(|_| Error::Type {
                source,
                value: Box::new(value),
            })
        })
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        self.call.feed.leave(&self.call.id);
        // Without a runtime there is nobody left who could ask the app to stop.
        if let (false, Ok(runtime)) = (self.is_over, tokio::runtime::Handle::try_current()) {
            let call = Arc::clone(&self.call);
            runtime.spawn(async move { call.cancel().await });
        }
    }
}

impl Sent {
    async fn cancel(&self) -> Result<()> {
        self.feed.leave(&self.id);
        let request = self.http.request(Method::POST, "cancel").json(&json!({
            "session_hash": self.feed.session,
            "fn_index": self.function,
            "event_id": self.id,
        }));
        self.http.open(request).await?;
        let request = self
            .http
            .request(Method::POST, "reset")
            .json(&json!({"event_id": self.id}));
        self.http.open(request).await.map(|_| ())
    }
}

impl<R> Job<R> {
    /// Stops it: the app is asked to, and nothing more comes.
    ///
    /// # Errors
    /// When the app cannot be asked.
    pub async fn cancel(&mut self) -> Result<()> {
        self.core.cancel().await
    }
}

impl<R: DeserializeOwned> Job<R> {
    pub(super) fn new(core: Core) -> Self {
        Self {
            core,
            types: PhantomData,
        }
    }

    fn typed(&self, told: Told) -> Result<Event<R>> {
        Ok(match told? {
            Event::Output(outputs) => Event::Output(self.core.read(&outputs)?),
            Event::Queued {
                position,
                waiting,
                eta,
            } => Event::Queued {
                position,
                waiting,
                eta,
            },
            Event::Started { eta } => Event::Started { eta },
            Event::Progress(bars) => Event::Progress(bars),
            Event::Note(note) => Event::Note(note),
        })
    }

    /// The next event; `None` when there are no more. An error is the last.
    pub async fn next(&mut self) -> Option<Result<Event<R>>> {
        let told = self.core.next().await?;
        Some(self.typed(told))
    }

    /// The next result; `None` when there are no more.
    pub async fn output(&mut self) -> Option<Result<R>> {
        loop {
            match self.next().await? {
                Ok(Event::Output(output)) => return Some(Ok(output)),
                Ok(_) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }

    /// Waits for the end, and gives the last result.
    ///
    /// # Errors
    /// When the function fails, or gives nothing of this type.
    pub async fn result(mut self) -> Result<R> {
        let mut last = None;
        while let Some(told) = self.core.next().await {
            if let Event::Output(outputs) = told? {
                last = Some(outputs);
            }
        }
        self.core.read(&last.unwrap_or_default())
    }
}

impl<R: DeserializeOwned> Stream for Job<R> {
    type Item = Result<Event<R>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let told = ready!(self.core.poll_next(cx));
        Poll::Ready(told.map(|told| self.typed(told)))
    }
}
