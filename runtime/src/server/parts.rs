//! The parts of an upload, read so that none of them is without end but a file, which has a limit of its own.

use std::{
    future::poll_fn,
    pin::Pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering::Relaxed},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    BoxError,
    body::{Body, BodyDataStream, Bytes},
    extract::{
        FromRequest as _, Multipart, Request,
        multipart::{Field, MultipartError},
    },
};
use futures_core::Stream;
use tokio::time::timeout;

use super::answer::Refusal;

/// How much may come before the head of a part is whole.
const HEAD: usize = 64 << 10;
/// How long a sender may say nothing.
const IDLE: Duration = Duration::from_secs(60);
/// How much of a refused body is still read.
const DRAINED: usize = 64 << 20;
/// While there is no head to wait for.
const ANY: usize = usize::MAX;

/// What is left of it is read when its parts cannot be any more.
type SharedBody = Arc<Mutex<BodyDataStream>>;

fn poll(body: &SharedBody, cx: &mut Context<'_>) -> Poll<Option<<BodyDataStream as Stream>::Item>> {
    let mut body = body.lock().unwrap_or_else(PoisonError::into_inner);
    Pin::new(&mut *body).poll_next(cx)
}

/// The parts of a request, one after the other.
pub(super) struct Parts {
    reader: Multipart,
    body: SharedBody,
    /// How much more may be read just now.
    left: Arc<AtomicUsize>,
}

impl Parts {
    pub(super) async fn of(request: Request) -> Result<Self, Refusal> {
        let left = Arc::new(AtomicUsize::new(ANY));
        let (head, body) = request.into_parts();
        let body = Arc::new(Mutex::new(body.into_data_stream()));
        let paced = Body::from_stream(Paced {
            body: Arc::clone(&body),
            left: Arc::clone(&left),
            rests: false,
        });
        let parts = Multipart::from_request(Request::from_parts(head, paced), &()).await;
        let parts = parts.map_err(|error| Refusal::Broken(error.body_text()))?;
        Ok(Self {
            reader: parts,
            body,
            left,
        })
    }

    /// Reads on for a while: a connection that is cut while somebody still sends tells them nothing.
    pub(super) async fn drain(self) {
        let mut left = DRAINED;
        let next = || timeout(IDLE, poll_fn(|cx| poll(&self.body, cx)));
        while let Ok(Some(Ok(bytes))) = next().await
            && left > bytes.len()
        {
            left -= bytes.len();
        }
    }

    /// The next part; the one before has to be read to its end.
    pub(super) async fn next(&mut self) -> Result<Option<Field<'_>>, Refusal> {
        self.left.store(HEAD, Relaxed);
        let part = heard(self.reader.next_field()).await;
        if self.left.swap(ANY, Relaxed) == 0 && part.is_err() {
            return Err(Refusal::Broken("The head of a part is too long.".into()));
        }
        part
    }
}

/// What came of a part since the last time; `None` at its end.
pub(super) async fn chunk(part: &mut Field<'_>) -> Result<Option<Bytes>, Refusal> {
    heard(part.chunk()).await
}

async fn heard<T>(next: impl Future<Output = Result<T, MultipartError>>) -> Result<T, Refusal> {
    match timeout(IDLE, next).await {
        Ok(Ok(read)) => Ok(read),
        Ok(Err(error)) => Err(Refusal::Broken(error.body_text())),
        Err(_) => Err(Refusal::Broken(format!(
            "Nothing came for {} seconds.",
            IDLE.as_secs()
        ))),
    }
}

/// A body that is given one piece at a time: the reader of parts gathers all that is ready, and looks only then for the
/// end of a head, each time from its beginning.
struct Paced {
    body: SharedBody,
    left: Arc<AtomicUsize>,
    rests: bool,
}

impl Stream for Paced {
    type Item = Result<Bytes, BoxError>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if std::mem::take(&mut self.rests) {
            cx.waker().wake_by_ref();
            return Poll::Pending;
        }
        let left = self.left.load(Relaxed);
        if left == 0 {
            return Poll::Ready(Some(Err("too much".into())));
        }
        let next = ready!(poll(&self.body, cx));
        if let Some(Ok(bytes)) = &next {
            self.rests = true;
            if left != ANY {
                self.left.store(left.saturating_sub(bytes.len()), Relaxed);
            }
        }
        Poll::Ready(next.map(|bytes| bytes.map_err(Into::into)))
    }
}
