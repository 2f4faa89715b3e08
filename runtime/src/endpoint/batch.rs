//! Functions that answer many calls at once.

use std::{
    any::{Any, TypeId},
    fmt,
    marker::PhantomData,
    pin::Pin,
    sync::Arc,
};

use super::{
    Call, Ctx, Failure, FromCall, Function, Held, Job, Mode, Outcome, Show, Values, Wiring,
    handler::Task,
};

/// A function that answers many calls at once; [`batch`] makes it.
#[derive(Debug, Clone, Copy)]
pub struct Batch<F>(F);

/// Lets a function answer the calls of many users together: each of its parameters is a list with
/// the values of all of them, and it gives a list of results in the same order.
///
/// Calls are joined while others run, up to [`max_batch_size`](crate::page::Listener::max_batch_size)
/// of them. Whoever calls sees one value, as of any other function, and an error in the list fails
/// that one call. Of what is taken from the call, such as [`Request`](super::Request), there is a
/// list as well.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn roots(ui: &mut Ui) {
///     let number = ui.add(Number::new().label("Number"));
///     let root = ui.add(Number::new().label("Root"));
///     number.submit(batch(square_roots), &number, &root).max_batch_size(16);
/// }
///
/// fn square_roots(numbers: Vec<f64>) -> Vec<Result<f64, Error>> {
///     let root = |number: f64| match number {
///         ..0.0 => Err(Error::new("A negative number has no root here")),
///         _ => Ok(number.sqrt()),
///     };
///     numbers.into_iter().map(root).collect()
/// }
/// ```
pub fn batch<F>(function: F) -> Batch<F> {
    Batch(function)
}

/// The values of one call, of which a batch has many.
pub trait Row: Sized {
    /// A list for each of them.
    type Columns;

    /// Puts the values of many calls into lists.
    fn columns(rows: Vec<Self>) -> Self::Columns;
}

/// Lists of what is taken from each call.
pub trait Extras: Sized {
    /// What is taken from one call.
    type Row: FromCall + Send + 'static;

    #[doc(hidden)]
    fn gathered(rows: Vec<Self::Row>) -> Self;
}

macro_rules! rows {
    ($([$($value:ident $index:tt)*])*) => {$(
        impl<$($value),*> Row for ($($value,)*) {
            type Columns = ($(Vec<$value>,)*);

            fn columns(_rows: Vec<Self>) -> Self::Columns {
                let _columns = ($(Vec::<$value>::with_capacity(_rows.len()),)*);
                rows!(@fill _rows _columns $($index)*)
            }
        }
    )*};
    (@fill $rows:ident $columns:ident) => { () };
    (@fill $rows:ident $columns:ident $($index:tt)+) => {{
        let mut columns = $columns;
        for row in $rows {
            $(columns.$index.push(row.$index);)+
        }
        columns
    }};
}

rows! {
    []
    [A 0]
    [A 0 B 1]
    [A 0 B 1 C 2]
    [A 0 B 1 C 2 D 3]
    [A 0 B 1 C 2 D 3 E 4]
    [A 0 B 1 C 2 D 3 E 4 G 5]
    [A 0 B 1 C 2 D 3 E 4 G 5 H 6]
    [A 0 B 1 C 2 D 3 E 4 G 5 H 6 I 7]
    [A 0 B 1 C 2 D 3 E 4 G 5 H 6 I 7 J 8]
    [A 0 B 1 C 2 D 3 E 4 G 5 H 6 I 7 J 8 K 9]
    [A 0 B 1 C 2 D 3 E 4 G 5 H 6 I 7 J 8 K 9 L 10]
    [A 0 B 1 C 2 D 3 E 4 G 5 H 6 I 7 J 8 K 9 L 10 M 11]
}

macro_rules! extras {
    ($([$($extra:ident)*])*) => {$(
        impl<$($extra: FromCall + Send + 'static),*> Extras for ($(Vec<$extra>,)*) {
            type Row = ($($extra,)*);

            fn gathered(rows: Vec<Self::Row>) -> Self {
                Row::columns(rows)
            }
        }
    )*};
}

extras! { [] [X] [X Y] [X Y Z] }

/// What a function gives for a batch: one result per call, in order, or an error for all of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not what a batch gives",
    label = "not a list of results",
    note = "give one result per call in a `Vec`, or a `Result` of one; errors of single calls are `Vec<Result<T, E>>`"
)]
pub trait Answers {
    /// The result of one call.
    type Each: Outcome;

    /// The results.
    ///
    /// # Errors
    /// When the function failed for all of them.
    fn each(self) -> Result<Vec<Self::Each>, Failure>;
}

impl<R: Outcome> Answers for Vec<R> {
    type Each = R;

    fn each(self) -> Result<Self, Failure> {
        Ok(self)
    }
}

impl<R: Outcome, E> Answers for Result<Vec<R>, E>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    type Each = R;

    fn each(self) -> Result<Vec<R>, Failure> {
        self.map_err(Failure::from_error)
    }
}

/// The kind of a function that answers many calls.
#[derive(Debug)]
pub struct Batched<X>(PhantomData<X>);
/// The kind of an async one.
#[derive(Debug)]
pub struct BatchedAwaited<X, R>(PhantomData<(X, R)>);

/// Reads the values of one call.
type Read<A> = Box<dyn FnOnce(&mut Ctx) -> Result<A, Failure> + Send>;
/// Shows the result of one call.
type ShowOne<R> = Box<dyn FnOnce(R) -> Result<Values, Failure> + Send>;
type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

/// Asks the function: the values of all calls in, the results of all out.
enum Ask<A, R> {
    Blocking(AskMany<A, Result<Vec<R>, Failure>>),
    Async(AskMany<A, BoxFuture<Result<Vec<R>, Failure>>>),
}

type AskMany<A, T> = Arc<dyn Fn(Vec<A>) -> T + Send + Sync>;

impl<A, R> Clone for Ask<A, R> {
    fn clone(&self) -> Self {
        match self {
            Self::Blocking(ask) => Self::Blocking(Arc::clone(ask)),
            Self::Async(ask) => Self::Async(Arc::clone(ask)),
        }
    }
}

/// One call, before it is known which others it is answered with.
struct One<A, R> {
    read: Read<A>,
    ask: Ask<A, R>,
    show: ShowOne<R>,
}

impl Job {
    /// One call of a function that answers many: `read` gives its values, `ask` answers those of all,
    /// `show` shows its result.
    pub fn batch<A: Send + 'static, R: 'static>(
        read: impl FnOnce(&mut Ctx) -> Result<A, Failure> + Send + 'static,
        ask: impl Fn(Vec<A>) -> Result<Vec<R>, Failure> + Send + Sync + 'static,
        show: impl FnOnce(R) -> Result<Values, Failure> + Send + 'static,
    ) -> Self {
        One {
            read: Box::new(read),
            ask: Ask::Blocking(Arc::new(ask)),
            show: Box::new(show),
        }
        .together()
    }

    /// The same for an async function.
    pub fn batch_future<A: Send + 'static, R: 'static, F>(
        read: impl FnOnce(&mut Ctx) -> Result<A, Failure> + Send + 'static,
        ask: impl Fn(Vec<A>) -> F + Send + Sync + 'static,
        show: impl FnOnce(R) -> Result<Values, Failure> + Send + 'static,
    ) -> Self
    where
        F: Future<Output = Result<Vec<R>, Failure>> + Send + 'static,
    {
        One {
            read: Box::new(read),
            ask: Ask::Async(Arc::new(move |rows| Box::pin(ask(rows)))),
            show: Box::new(show),
        }
        .together()
    }
}

impl<A: Send + 'static, R: 'static> One<A, R> {
    fn together(self) -> Job {
        Job::of(Task::Batched(Together {
            one: Box::new(self),
            work: work::<A, R>,
            held: None,
        }))
    }
}

// Whoever wired another function wrong is not helped by this one.
#[diagnostic::do_not_recommend]
impl<F, A, X, R> Function<A, Batched<X>> for Batch<F>
where
    F: Call<A::Columns, X, Returned = R>,
    A: Row + Send + 'static,
    X: Extras,
    R: Answers,
{
    type Value = <R::Each as Outcome>::Value;
    const MODE: Mode = Mode::Blocking;
    const BATCH: bool = true;

    fn name() -> &'static str {
        std::any::type_name::<F>()
    }

    fn annotated() -> TypeId {
        TypeId::of::<F>()
    }

    fn wire(wiring: &mut Wiring) {
        X::Row::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<Self::Value>) -> Job {
        Job::batch(
            move |ctx| Ok((values.get(ctx)?, X::Row::from_call(ctx)?)),
            move |rows: Vec<(A, X::Row)>| {
                let (values, extras): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
                self.0.call(A::columns(values), X::gathered(extras)).each()
            },
            move |result: R::Each| show(result.settle()?),
        )
    }
}

#[diagnostic::do_not_recommend]
impl<F, A, X, Fut, R> Function<A, BatchedAwaited<X, R>> for Batch<F>
where
    F: Call<A::Columns, X, Returned = Fut>,
    A: Row + Send + 'static,
    A::Columns: Send,
    X: Extras + Send + 'static,
    Fut: Future<Output = R> + Send,
    R: Answers,
{
    type Value = <R::Each as Outcome>::Value;
    const MODE: Mode = Mode::Async;
    const BATCH: bool = true;

    fn name() -> &'static str {
        std::any::type_name::<F>()
    }

    fn annotated() -> TypeId {
        TypeId::of::<F>()
    }

    fn wire(wiring: &mut Wiring) {
        X::Row::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<Self::Value>) -> Job {
        Job::batch_future(
            move |ctx| Ok((values.get(ctx)?, X::Row::from_call(ctx)?)),
            move |rows: Vec<(A, X::Row)>| {
                let (values, extras): (Vec<_>, Vec<_>) = rows.into_iter().unzip();
                let (values, extras) = (A::columns(values), X::gathered(extras));
                let function = Arc::clone(&self);
                async move { function.0.call(values, extras).await.each() }
            },
            move |result: R::Each| show(result.settle()?),
        )
    }
}

/// What came of each call of a batch, in order.
pub(crate) type Answered = Vec<Result<Values, Failure>>;
/// Calls that are answered together, their types gone.
type Calls = Vec<(Box<dyn Any + Send>, Ctx)>;

/// One call of a batch, ready to be answered with others of the same function.
pub(crate) struct Together {
    one: Box<dyn Any + Send>,
    /// How calls are answered. All of one function are, by the same code.
    work: fn(Calls) -> Work,
    /// What it lets go of when it is answered.
    held: Option<Box<dyn Any + Send>>,
}

/// The work that answers a batch.
pub(crate) enum Work {
    Blocking(Box<dyn FnOnce() -> Answered + Send>),
    Async(Pin<Box<dyn Future<Output = Answered> + Send>>),
}

impl Together {
    /// The work that answers all of these.
    pub(crate) fn work(calls: Vec<(Self, Ctx)>) -> Work {
        let Some(work) = calls.first().map(|(one, _)| one.work) else {
            return Work::Blocking(Box::new(Vec::new));
        };
        let calls = calls
            .into_iter()
            .map(|(call, ctx)| ((call.one, ctx), call.held));
        let (calls, held): (Calls, Vec<_>) = calls.unzip();
        match work(calls) {
            Work::Async(work) => Work::Async(Box::pin(async move {
                let _held = held;
                work.await
            })),
            Work::Blocking(work) => Work::Blocking(Box::new(move || {
                let _held = held;
                work()
            })),
        }
    }

    pub(super) fn holding(mut self, what: impl Send + 'static) -> Self {
        self.held = Some(Box::new(what));
        self
    }
}

impl fmt::Debug for Together {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Together")
    }
}

fn work<A: Send + 'static, R: 'static>(calls: Calls) -> Work {
    let first = calls
        .first()
        .and_then(|(one, _)| one.downcast_ref::<One<A, R>>());
    match first.map(|one| one.ask.clone()) {
        None => Work::Blocking(Box::new(Vec::new)),
        Some(Ask::Blocking(ask)) => Work::Blocking(Box::new(move || {
            let (waiting, rows) = gather::<A, R>(calls);
            if rows.is_empty() {
                return waiting.refused();
            }
            waiting.settle(ask(rows))
        })),
        Some(Ask::Async(ask)) => Work::Async(Box::pin(async move {
            let (waiting, rows) = gather::<A, R>(calls);
            if rows.is_empty() {
                return waiting.refused();
            }
            let results = ask(rows).await;
            waiting.settle(results)
        })),
    }
}

/// Calls that wait for their results; some have failed already.
struct Waiting<R>(Vec<(Ctx, Result<ShowOne<R>, Failure>)>);

/// Puts the values of all calls together. A call whose values cannot be had fails alone.
fn gather<A: 'static, R: 'static>(calls: Calls) -> (Waiting<R>, Vec<A>) {
    let (mut rows, mut waiting) = (Vec::new(), Vec::new());
    for (one, mut ctx) in calls {
        let Ok(one) = one.downcast::<One<A, R>>() else {
            unreachable!("the calls of a batch are of one function");
        };
        let One { read, show, .. } = *one;
        let caller = ctx.clone();
        let open = caller.sending(|| read(&mut ctx)).map(|row| {
            rows.push(row);
            show
        });
        waiting.push((ctx, open));
    }
    (Waiting(waiting), rows)
}

impl<R> Waiting<R> {
    /// Why each of them failed, when none is left to be answered.
    fn refused(self) -> Answered {
        let failures = self.0.into_iter().filter_map(|(_, open)| open.err());
        failures.map(Err).collect()
    }

    /// Gives each call its result.
    fn settle(self, results: Result<Vec<R>, Failure>) -> Answered {
        let wanted = self.0.iter().filter(|(_, open)| open.is_ok()).count();
        let results = results.and_then(|results| match results.len() {
            given if given == wanted => Ok(results),
            given => Err(Failure::hidden(format!(
                "the function gave {given} results for a batch of {wanted} calls"
            ))),
        });
        let mut results = results.map(Vec::into_iter);
        let answers = self.0.into_iter().map(|(ctx, open)| {
            let show = open?;
            let result = results.as_mut().map_err(|failure| failure.clone())?.next();
            let result = result.ok_or_else(|| Failure::hidden("a result is missing".into()))?;
            ctx.sending(|| show(result))
        });
        answers.collect()
    }
}
