//! What `#[remote]` prints calls of.

use std::{
    collections::HashMap,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use futures_core::Stream;
use futures_util::{StreamExt as _, TryFutureExt as _};
use serde::{Serialize, Serializer, de::DeserializeOwned, ser};
use serde_json::Value;
use tokio::sync::OnceCell;

use super::{Builder, Client, Error, Event, Result, args::Given};

/// Where a function is: an address, or more than that.
#[derive(Debug)]
pub struct Place(Builder);

impl<B: Into<Builder>> From<B> for Place {
    fn from(how: B) -> Self {
        Self(how.into())
    }
}

/// A type that can be an argument of a function elsewhere.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be sent to a function of another app",
    label = "not a type that serde can write",
    note = "put `#[data_model]` on a struct or an enum of your own, or derive `serde::Serialize` for it"
)]
pub trait Sent {
    /// The argument as JSON.
    fn sent(self) -> Argument;
}

#[diagnostic::do_not_recommend]
impl<T: Serialize> Sent for T {
    fn sent(self) -> Argument {
        Argument(serde_json::to_value(self))
    }
}

/// An argument, whatever its type was: what cannot be sent is told once, at that type.
#[derive(Debug)]
pub struct Argument(serde_json::Result<Value>);

impl Serialize for Argument {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        match &self.0 {
            Ok(value) => value.serialize(serializer),
            Err(error) => Err(ser::Error::custom(error)),
        }
    }
}

/// An argument, which has to be of a type that can be sent.
#[must_use]
pub fn argument<T: Sent>(value: T) -> Argument {
    value.sent()
}

/// Calls a function and waits for its result. Each call is a session of its own.
///
/// # Errors
/// When the app cannot be reached, or the function fails.
pub async fn predict<R: DeserializeOwned>(
    place: Place,
    name: &str,
    arguments: impl Serialize,
) -> Result<R> {
    let arguments = Given::read(arguments)?;
    let connected = Connected::to(place.0).await?;
    let called = async {
        let job = connected.client.call::<R>(name, arguments).await?;
        job.result().await
    };
    connected.noted(called.await)
}

/// Calls a function, and gives one result after the other.
pub fn submit<R: DeserializeOwned + Send + 'static>(
    place: Place,
    name: &'static str,
    arguments: impl Serialize,
) -> impl Stream<Item = Result<R>> + Send + 'static {
    let arguments = Given::read(arguments);
    let begun = async move {
        let connected = Connected::to(place.0).await?;
        let job = connected.client.call::<R>(name, arguments?).await;
        let job = connected.noted(job)?;
        let outputs = job.filter_map(|event| {
            std::future::ready(match event {
                Ok(Event::Output(output)) => Some(Ok(output)),
                Ok(_) => None,
                Err(error) => Some(Err(error)),
            })
        });
        Ok::<_, Error>(outputs)
    };
    begun.try_flatten_stream()
}

/// Stands in for the stream of a function that has mistakes.
pub fn never<T: Send>() -> impl Stream<Item = T> + Send {
    futures_util::stream::pending()
}

/// Turns the results of a stream into those of the function.
pub fn each<R, T>(
    results: impl Stream<Item = Result<R>> + Send,
    turn: impl FnMut(Result<R>) -> T + Send,
) -> impl Stream<Item = T> + Send {
    results.map(turn)
}

/// What is known of an app, for all calls.
type Known = Arc<OnceCell<Client>>;

/// A program that makes up ever new addresses should not grow for it.
const MOST: usize = 64;

static KNOWN: LazyLock<Mutex<HashMap<Vec<u8>, Known>>> = LazyLock::new(Mutex::default);

struct Connected {
    key: Vec<u8>,
    client: Client,
}

impl Connected {
    async fn to(place: Builder) -> Result<Self> {
        let key = place.key();
        let known = {
            let mut all = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
            if all.len() >= MOST && !all.contains_key(&key) {
                all.clear();
            }
            Arc::clone(all.entry(key.clone()).or_default())
        };
        let client = known.get_or_try_init(|| place.connect()).await?;
        Ok(Self {
            key,
            client: client.for_one_call(),
        })
    }

    /// An app that was started anew may have other functions: it is asked again.
    fn noted<T>(&self, result: Result<T>) -> Result<T> {
        let is_answer = matches!(
            result,
            Ok(_)
                | Err(Error::Failed(_)
                    | Error::Refused(_)
                    | Error::Cancelled
                    | Error::QueueFull { .. }
                    | Error::Type { .. }
                    | Error::File { .. })
        );
        if !is_answer {
            let mut all = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
            all.remove(&self.key);
        }
        result
    }
}
