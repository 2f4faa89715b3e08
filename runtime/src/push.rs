//! Results that are pushed: for code that calls back with each piece, where an iterator would have
//! to be turned inside out.
//!
//! [`iter`] is for code that blocks, [`stream`] for code that awaits. Both give what a function
//! returns to show one item after the other.
//!
//! ```
//! # fn generate(prompt: &str, mut token: impl FnMut(&str) -> bool) {
//! #     for word in prompt.split(' ') {
//! #         if !token(word) { break; }
//! #     }
//! # }
//! use vetrina::{prelude::*, push};
//!
//! #[endpoint]
//! fn answer(prompt: String) -> impl Iterator<Item = Result<String, Error>> {
//!     push::iter(move |out| {
//!         let mut text = String::new();
//!         generate(&prompt, |token| {
//!             text.push_str(token);
//!             // False when nobody waits for more.
//!             out.send(text.clone()).is_ok()
//!         });
//!         Ok(())
//!     })
//! }
//! # let all: Vec<_> = answer("to be".into()).map(Result::unwrap).collect();
//! # assert_eq!(all, ["to", "tobe"]);
//! ```

use std::{
    fmt,
    panic::resume_unwind,
    pin::Pin,
    sync::mpsc::{Receiver, SyncSender, sync_channel},
    task::{Context, Poll},
    thread::{self, JoinHandle},
};

use futures_core::Stream;
use tokio::sync::mpsc;

/// How far the sender may be ahead of what was shown.
const AHEAD: usize = 1;

/// Nobody waits for more: the run was cancelled, or its caller is gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stopped;

impl fmt::Display for Stopped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("nobody waits for more")
    }
}

impl std::error::Error for Stopped {}

impl From<Stopped> for crate::Error {
    fn from(stopped: Stopped) -> Self {
        Self::new(stopped.to_string())
    }
}

/// Sends items from code that blocks: see [`iter`].
#[derive(Debug, Clone)]
pub struct Sender<T>(SyncSender<T>);

impl<T> Sender<T> {
    /// Sends an item, once the one before is on its way.
    ///
    /// # Errors
    /// When nobody waits for more; then it is time to stop.
    pub fn send(&self, item: T) -> Result<(), Stopped> {
        self.0.send(item).map_err(|_| Stopped)
    }
}

/// The items that `work` sends, from a thread of its own; its error is the last of them.
///
/// `work` is never more than an item ahead. A panic in it is one of the function that returned
/// this.
///
/// ```
/// use vetrina::{Result, push};
///
/// let mut items = push::iter(|out| -> Result<()> {
///     for number in 1.. {
///         out.send(number)?;
///     }
///     Ok(())
/// });
/// assert_eq!(items.next().unwrap().unwrap(), 1);
/// assert_eq!(items.next().unwrap().unwrap(), 2);
/// // Dropping it ends the work.
/// drop(items);
/// ```
pub fn iter<T, E>(
    work: impl FnOnce(Sender<T>) -> Result<(), E> + Send + 'static,
) -> impl Iterator<Item = Result<T, E>> + Send
where
    T: Send + 'static,
    E: Send + 'static,
{
    Iter::Ready(work)
}

enum Iter<T, E, W> {
    /// Nobody has asked yet.
    Ready(W),
    Works(Receiver<T>, JoinHandle<Result<(), E>>),
    Over,
}

impl<T, E, W> Iterator for Iter<T, E, W>
where
    T: Send + 'static,
    E: Send + 'static,
    W: FnOnce(Sender<T>) -> Result<(), E> + Send + 'static,
{
    type Item = Result<T, E>;

    fn next(&mut self) -> Option<Self::Item> {
        let (items, worker) = match std::mem::replace(self, Self::Over) {
            Self::Ready(work) => {
                let (sender, items) = sync_channel(AHEAD - 1);
                (items, thread::spawn(move || work(Sender(sender))))
            }
            Self::Works(items, worker) => (items, worker),
            Self::Over => return None,
        };
        if let Ok(item) = items.recv() {
            *self = Self::Works(items, worker);
            return Some(Ok(item));
        }
        match worker.join() {
            Ok(ended) => ended.err().map(Err),
            Err(panic) => resume_unwind(panic),
        }
    }
}

/// Sends items from code that awaits: see [`stream`].
#[derive(Debug, Clone)]
pub struct AsyncSender<T>(mpsc::Sender<T>);

impl<T> AsyncSender<T> {
    /// Sends an item, once the one before is on its way.
    ///
    /// # Errors
    /// When nobody waits for more; then it is time to stop.
    pub async fn send(&self, item: T) -> Result<(), Stopped> {
        self.0.send(item).await.map_err(|_| Stopped)
    }
}

/// The items that the future of `work` sends; its error is the last of them. The future is dropped
/// when nobody waits for more.
///
/// ```
/// use vetrina::{prelude::*, push};
///
/// #[endpoint]
/// fn count() -> impl futures_core::Stream<Item = Result<u32, Error>> {
///     push::stream(async |out| {
///         for number in 0..3 {
///             out.send(number).await?;
///         }
///         Ok(())
///     })
/// }
/// ```
pub fn stream<T, E, F>(work: impl FnOnce(AsyncSender<T>) -> F) -> impl Stream<Item = Result<T, E>>
where
    F: Future<Output = Result<(), E>>,
{
    let (sender, items) = mpsc::channel(AHEAD);
    Pushed {
        items,
        work: Some(Box::pin(work(AsyncSender(sender)))),
        failed: None,
    }
}

struct Pushed<T, E, F> {
    items: mpsc::Receiver<T>,
    work: Option<Pin<Box<F>>>,
    failed: Option<E>,
}

// What is pinned is in a box of its own.
impl<T, E, F> Unpin for Pushed<T, E, F> {}

impl<T, E, F: Future<Output = Result<(), E>>> Stream for Pushed<T, E, F> {
    type Item = Result<T, E>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        if let Some(work) = &mut this.work
            && let Poll::Ready(ended) = work.as_mut().poll(cx)
        {
            this.work = None;
            this.failed = ended.err();
        }
        match this.items.poll_recv(cx) {
            Poll::Ready(Some(item)) => Poll::Ready(Some(Ok(item))),
            Poll::Ready(None) => Poll::Ready(this.failed.take().map(Err)),
            Poll::Pending => Poll::Pending,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future::poll_fn,
        panic::{AssertUnwindSafe, catch_unwind},
        sync::mpsc,
        time::Duration,
    };

    use super::*;

    #[test]
    fn items_come_in_order_and_the_error_last() {
        let mut items = iter(|out| {
            out.send(1).unwrap();
            out.send(2).unwrap();
            Err("no more")
        });
        let all = [(); 4].map(|()| items.next());
        assert_eq!(all, [Some(Ok(1)), Some(Ok(2)), Some(Err("no more")), None]);
    }

    #[test]
    fn work_nobody_waits_for_learns_it() {
        let (tell, told) = mpsc::channel();
        let mut items = iter(move |out| {
            while out.send(()).is_ok() {}
            tell.send("stopped").unwrap();
            Ok::<_, ()>(())
        });
        assert_eq!(items.next(), Some(Ok(())));
        drop(items);
        assert_eq!(told.recv_timeout(Duration::from_secs(10)), Ok("stopped"));
    }

    #[test]
    fn a_panic_is_passed_on() {
        let mut items = iter(|out| {
            out.send(1).unwrap();
            out.send("two".parse().expect("a number")).unwrap();
            Ok::<_, ()>(())
        });
        assert_eq!(items.next(), Some(Ok(1)));
        assert!(catch_unwind(AssertUnwindSafe(|| items.next())).is_err());
    }

    #[tokio::test]
    async fn a_future_sends_as_well() {
        let items = stream(async |out| {
            for number in 1..=3 {
                out.send(number).await.unwrap();
                tokio::task::yield_now().await;
            }
            Err("no more")
        });
        let mut items = Box::pin(items);
        let mut all = Vec::new();
        while let Some(item) = poll_fn(|cx| items.as_mut().poll_next(cx)).await {
            all.push(item);
        }
        assert_eq!(all, [Ok(1), Ok(2), Ok(3), Err("no more")]);
    }
}
