//! Functions that answer many calls at once.

use std::{any::Any, fmt, marker::PhantomData, pin::Pin, sync::Arc};

use super::{
    Call, Ctx, Failure, FromCall, Function, Held, Job, Mode, Outcome, Show, Values, Wiring,
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

    #[doc(hidden)]
    fn columns(rows: Vec<Self>) -> Self::Columns;
}

/// Lists of what is taken from each call.
pub trait Extras: Sized {
    /// What is taken from one call.
    type Row: FromCall + Send;

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
}

macro_rules! extras {
    ($([$($extra:ident)*])*) => {$(
        impl<$($extra: FromCall + Send),*> Extras for ($(Vec<$extra>,)*) {
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

/// One call, before it is known which others it is answered with.
struct One<F, A, V> {
    function: Arc<Batch<F>>,
    values: Held<A>,
    show: Show<V>,
}

impl<F, A, V> One<F, A, V>
where
    Self: Send + 'static,
{
    fn together(self, answer: Answer) -> Job {
        Job::Batched(Together {
            one: Box::new(self),
            answer,
            held: None,
        })
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

    fn wire(wiring: &mut Wiring) {
        X::Row::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<Self::Value>) -> Job {
        let answer = Answer::Blocking(|calls| {
            let (waiting, asked) = gather::<F, A, X, Self::Value>(calls);
            match asked {
                None => waiting.refused(),
                Some((function, values, extras)) => {
                    waiting.settle(function.0.call(values, extras).each())
                }
            }
        });
        One {
            function: self,
            values,
            show,
        }
        .together(answer)
    }
}

#[diagnostic::do_not_recommend]
impl<F, A, X, Fut, R> Function<A, BatchedAwaited<X, R>> for Batch<F>
where
    F: Call<A::Columns, X, Returned = Fut>,
    A: Row + Send + 'static,
    A::Columns: Send,
    X: Extras + Send,
    Fut: Future<Output = R> + Send,
    R: Answers,
{
    type Value = <R::Each as Outcome>::Value;
    const MODE: Mode = Mode::Async;
    const BATCH: bool = true;

    fn name() -> &'static str {
        std::any::type_name::<F>()
    }

    fn wire(wiring: &mut Wiring) {
        X::Row::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<Self::Value>) -> Job {
        let answer = Answer::Async(|calls| {
            Box::pin(async move {
                let (waiting, asked) = gather::<F, A, X, Self::Value>(calls);
                match asked {
                    None => waiting.refused(),
                    Some((function, values, extras)) => {
                        let returned = function.0.call(values, extras).await;
                        waiting.settle(returned.each())
                    }
                }
            })
        });
        One {
            function: self,
            values,
            show,
        }
        .together(answer)
    }
}

/// What came of each call of a batch, in order.
pub(crate) type Answered = Vec<Result<Values, Failure>>;
/// Calls that are answered together, their types gone.
type Calls = Vec<(Box<dyn Any + Send>, Ctx)>;

/// One call of a batch, ready to be answered with others of the same function.
pub struct Together {
    one: Box<dyn Any + Send>,
    answer: Answer,
    /// What it lets go of when it is answered.
    held: Option<Box<dyn Any + Send>>,
}

/// How calls are answered. All of one function are, by the same code.
#[derive(Clone, Copy)]
enum Answer {
    Blocking(fn(Calls) -> Answered),
    Async(fn(Calls) -> Pin<Box<dyn Future<Output = Answered> + Send>>),
}

/// The work that answers a batch.
pub(crate) enum Work {
    Blocking(Box<dyn FnOnce() -> Answered + Send>),
    Async(Pin<Box<dyn Future<Output = Answered> + Send>>),
}

impl Together {
    /// The work that answers all of these.
    pub(crate) fn work(calls: Vec<(Self, Ctx)>) -> Work {
        let answer = calls.first().map(|(one, _)| one.answer);
        let calls = calls
            .into_iter()
            .map(|(call, ctx)| ((call.one, ctx), call.held));
        let (calls, held): (Calls, Vec<_>) = calls.unzip();
        match answer {
            Some(Answer::Async(answer)) => Work::Async(Box::pin(async move {
                let _held = held;
                answer(calls).await
            })),
            Some(Answer::Blocking(answer)) => Work::Blocking(Box::new(move || {
                let _held = held;
                answer(calls)
            })),
            None => Work::Blocking(Box::new(Vec::new)),
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

/// Calls that wait for their results; some have failed already.
struct Waiting<V>(Vec<(Ctx, Result<Show<V>, Failure>)>);

/// A function with the values of all calls.
type Asked<F, A, X> = (Arc<Batch<F>>, <A as Row>::Columns, X);

/// Puts the values of all calls together. A call whose values cannot be had fails alone.
fn gather<F, A, X, V>(calls: Calls) -> (Waiting<V>, Option<Asked<F, A, X>>)
where
    F: 'static,
    A: Row + 'static,
    X: Extras,
    V: 'static,
{
    let (mut rows, mut extras, mut waiting) = (Vec::new(), Vec::new(), Vec::new());
    let mut function = None;
    for (one, mut ctx) in calls {
        let Ok(one) = one.downcast::<One<F, A, V>>() else {
            unreachable!("the calls of a batch are of one function");
        };
        let One {
            function: asked,
            values,
            show,
        } = *one;
        let caller = ctx.clone();
        let values = caller.sending(|| Ok((values.get(&mut ctx)?, X::Row::from_call(&mut ctx)?)));
        let open = values.map(|(values, extra)| {
            rows.push(values);
            extras.push(extra);
            function.get_or_insert(asked);
            show
        });
        waiting.push((ctx, open));
    }
    let asked = function.map(|function| (function, A::columns(rows), X::gathered(extras)));
    (Waiting(waiting), asked)
}

impl<V: 'static> Waiting<V> {
    /// Why each of them failed, when none is left to be answered.
    fn refused(self) -> Answered {
        let failures = self.0.into_iter().filter_map(|(_, open)| open.err());
        failures.map(Err).collect()
    }

    /// Gives each call its result.
    fn settle<R: Outcome<Value = V>>(self, results: Result<Vec<R>, Failure>) -> Answered {
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
            ctx.sending(|| show(result.settle()?))
        });
        answers.collect()
    }
}
