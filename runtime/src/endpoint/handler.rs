//! A function as the pipeline sees it: arguments in, a job out, no types left.

use std::{fmt, future::Future, pin::Pin};

use futures_core::Stream;

use super::{Args, Ctx, Refused, Together, Values};
use crate::{Error, ErrorCode, component::Invalid, push::Stopped, store::Key};

/// Where a function runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// In place, on the task that took the request: for cheap functions.
    Inline,
    /// On the pool for functions that block.
    Blocking,
    /// On the runtime, as a future.
    Async,
}

type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;
type Prepare = dyn Fn(&mut Args<'_>) -> Result<Job, Refused> + Send + Sync;

/// A function with its components, ready to be called.
pub struct Handler {
    mode: Mode,
    prepare: Box<Prepare>,
}

impl Handler {
    /// A handler whose `prepare` decodes the arguments of a call and packs them into a job.
    pub fn new(
        mode: Mode,
        prepare: impl Fn(&mut Args<'_>) -> Result<Job, Refused> + Send + Sync + 'static,
    ) -> Self {
        Self {
            mode,
            prepare: Box::new(prepare),
        }
    }

    /// Where the function runs.
    #[must_use]
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Decodes and checks all arguments; the function itself has not run yet.
    ///
    /// # Errors
    /// When arguments are missing or refused: all of them.
    pub fn prepare(&self, args: &mut Args<'_>) -> Result<Job, Vec<Refused>> {
        (self.prepare)(args).map_err(|first| {
            let all = args.refused();
            if all.is_empty() { vec![first] } else { all }
        })
    }
}

impl fmt::Debug for Handler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handler")
            .field("mode", &self.mode)
            .finish_non_exhaustive()
    }
}

/// An ordinary function with its arguments.
type Call = Box<dyn FnOnce(&mut Ctx) -> Result<Produced, Failure> + Send>;
/// An async function with its arguments.
type AsyncCall = Box<dyn FnOnce(Ctx) -> BoxFuture<Result<Produced, Failure>> + Send>;

/// One call with its arguments decoded: run it once.
#[derive(Debug)]
pub struct Job {
    pub(crate) task: Task,
    /// What equal calls have in common, where their results are kept.
    pub(crate) key: Option<Key>,
}

/// What there is to do for a call.
pub(crate) enum Task {
    /// An ordinary function.
    Sync(Call),
    /// An async one.
    Async(AsyncCall),
    /// One that is answered together with others.
    Batched(Together),
}

impl Job {
    /// A job that runs `call`.
    pub fn sync(call: impl FnOnce(&mut Ctx) -> Result<Produced, Failure> + Send + 'static) -> Self {
        Self::of(Task::Sync(Box::new(call)))
    }

    /// A job that awaits what `call` makes.
    pub fn future<F>(call: impl FnOnce(Ctx) -> F + Send + 'static) -> Self
    where
        F: Future<Output = Result<Produced, Failure>> + Send + 'static,
    {
        Self::of(Task::Async(Box::new(move |ctx| Box::pin(call(ctx)))))
    }

    pub(super) fn of(task: Task) -> Self {
        Self { task, key: None }
    }

    /// The same job, which lets go of `what` when it is done, or when nobody wants it any more.
    pub(crate) fn holding(self, what: Vec<impl Send + 'static>) -> Self {
        if what.is_empty() {
            return self;
        }
        let Self { task, key } = self;
        let job = match task {
            Task::Sync(call) => Self::sync(move |ctx| {
                let _what = what;
                call(ctx)
            }),
            Task::Async(call) => Self::future(move |ctx| async move {
                let _what = what;
                call(ctx).await
            }),
            Task::Batched(one) => Self::of(Task::Batched(one.holding(what))),
        };
        Self { key, ..job }
    }
}

impl fmt::Debug for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sync(_) => "Sync",
            Self::Async(_) => "Async",
            Self::Batched(_) => "Batched",
        })
    }
}

/// What a function gave back.
pub enum Produced {
    /// One set of results.
    Once(Values),
    /// A set per item, as they come.
    Stream(Pin<Box<dyn Stream<Item = Result<Values, Failure>> + Send>>),
    /// A set per item, from an iterator that may block.
    Iter(Box<dyn Iterator<Item = Result<Values, Failure>> + Send>),
}

impl Produced {
    /// Shows each item of `stream` as it comes.
    pub fn stream<S>(
        stream: S,
        show: impl FnMut(S::Item) -> Result<Values, Failure> + Send + Unpin + 'static,
    ) -> Self
    where
        S: Stream + Send + 'static,
    {
        Self::Stream(Box::pin(Shown {
            stream: Box::pin(stream),
            show,
        }))
    }

    /// Shows each item of `items` as it comes.
    pub fn iter<I>(
        items: I,
        show: impl FnMut(I::Item) -> Result<Values, Failure> + Send + 'static,
    ) -> Self
    where
        I: IntoIterator,
        I::IntoIter: Send + 'static,
    {
        Self::Iter(Box::new(items.into_iter().map(show)))
    }
}

impl fmt::Debug for Produced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Once(_) => "Produced::Once",
            Self::Stream(_) => "Produced::Stream",
            Self::Iter(_) => "Produced::Iter",
        })
    }
}

struct Shown<S, F> {
    stream: Pin<Box<S>>,
    show: F,
}

impl<S: Stream, F: FnMut(S::Item) -> Result<Values, Failure> + Unpin> Stream for Shown<S, F> {
    type Item = Result<Values, Failure>;

    fn poll_next(
        mut self: Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        let item = std::task::ready!(self.stream.as_mut().poll_next(cx));
        std::task::Poll::Ready(item.map(|item| (self.show)(item)))
    }
}

/// How a run failed.
#[derive(Debug, Clone)]
pub enum Failure {
    /// With words for the person at the page.
    Shown(Error),
    /// With an internal error: the log has the text, the page gets the id.
    Hidden {
        /// Finds the line in the log.
        id: String,
        /// What the log says.
        text: String,
    },
}

impl Failure {
    /// Takes what a function returned as its error.
    ///
    /// [`Error`], `String` and `&str` are shown as they are; any other type is internal.
    pub fn from_error(
        error: impl Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
    ) -> Self {
        use std::any::Any;
        let words =
            (&error as &dyn Any).is::<String>() || (&error as &dyn Any).is::<&'static str>();
        let error: Box<dyn std::error::Error + Send + Sync> = error.into();
        match error.downcast::<Error>() {
            Ok(shown) => Self::Shown(*shown),
            Err(error) if words => Self::Shown(Error::new(error.to_string())),
            Err(error) => Self::hidden(with_causes(error.as_ref())),
        }
    }

    /// An internal failure; a fresh id ties what the page shows to the log.
    pub(crate) fn hidden(text: String) -> Self {
        let id = format!("{:08x}", rand::random::<u32>());
        eprintln!("error {id}: {text}");
        Self::Hidden { id, text }
    }

    /// A function that panicked. The panic hook has printed the place already.
    pub(crate) fn panicked(panic: &(dyn std::any::Any + Send)) -> Self {
        // A loop that ended because nobody waits any more; this is for nobody, then.
        if let Some(stopped) = panic.downcast_ref::<Stopped>() {
            return Self::Shown((*stopped).into());
        }
        let text = panic
            .downcast_ref::<&str>()
            .map(ToString::to_string)
            .or_else(|| panic.downcast_ref::<String>().cloned())
            .unwrap_or_else(|| "no message".into());
        Self::hidden(format!("the function panicked: {text}"))
    }

    #[cold]
    pub(crate) fn unshown(index: usize, why: &Invalid) -> Self {
        Self::hidden(format!("output {index} cannot be shown: {why}"))
    }

    /// The error as clients get it; internal text only when the app shows errors.
    pub(crate) fn shown(&self, show_error: bool) -> Error {
        match self {
            Self::Shown(error) => error.clone(),
            Self::Hidden { text, .. } if show_error => {
                Error::coded(ErrorCode::Internal, text.clone())
            }
            Self::Hidden { id, .. } => {
                let text = format!("Something went wrong. The log has the details, under {id}.");
                Error::coded(ErrorCode::Internal, text)
            }
        }
    }
}

fn with_causes(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text.push_str(": ");
        text.push_str(&error.to_string());
        cause = error.source();
    }
    text
}
