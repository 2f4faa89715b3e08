//! Functions that take their values from components: `fn`s, `async fn`s and closures.
//!
//! [`Call`] says how many values and extractors a function takes; [`Function`] says what kind of
//! result it gives, and packs a call into a [`Job`].

use std::{any::TypeId, fmt, marker::PhantomData, sync::Arc};

use futures_core::Stream;

use super::{Ctx, Failure, FromCall, Held, Job, Mode, Outcome, Produced, Values, Wiring};

/// Writes one set of results.
pub type Show<V> = Arc<dyn Fn(V) -> Result<Values, Failure> + Send + Sync>;

/// A function of the values `A` and the extractors `X`, called.
pub trait Call<A, X>: Send + Sync + 'static {
    /// What it returns, as it is.
    type Returned;

    /// Calls it.
    fn call(&self, values: A, extra: X) -> Self::Returned;
}

macro_rules! calls {
    ($([$($value:ident)*] [$($extra:ident)*])*) => {$(
        #[allow(non_snake_case, clippy::too_many_arguments, reason = "one shape for every length")]
        impl<F, R, $($value,)* $($extra,)*> Call<($($value,)*), ($($extra,)*)> for F
        where
            F: Fn($($value,)* $($extra),*) -> R + Send + Sync + 'static,
        {
            type Returned = R;

            fn call(&self, ($($value,)*): ($($value,)*), ($($extra,)*): ($($extra,)*)) -> R {
                self($($value,)* $($extra),*)
            }
        }
    )*};
}

macro_rules! with_extractors {
    ($([$($value:ident)*])*) => {
        calls! { $([$($value)*] [] [$($value)*] [X] [$($value)*] [X Y] [$($value)*] [X Y Z])* }
    };
}

with_extractors! {
    [] [A] [A B] [A B C] [A B C D] [A B C D E] [A B C D E G] [A B C D E G H] [A B C D E G H I]
    [A B C D E G H I J] [A B C D E G H I J K] [A B C D E G H I J K L] [A B C D E G H I J K L M]
}

macro_rules! extractors {
    ($([$($extra:ident)*])*) => {$(
        #[allow(non_snake_case, reason = "one shape for every length")]
        impl<$($extra: FromCall),*> FromCall for ($($extra,)*) {
            fn from_call(_ctx: &mut Ctx) -> Result<Self, Failure> {
                $(let $extra = $extra::from_call(_ctx)?;)*
                Ok(($($extra,)*))
            }

            fn wire(_wiring: &mut Wiring) {
                $($extra::wire(_wiring);)*
            }
        }
    )*};
}

extractors! { [] [X] [X Y] [X Y Z] }

/// The kind of a function that returns its result.
pub struct Plain<X>(PhantomData<X>);
/// The kind of an async function.
pub struct Awaited<X, R>(PhantomData<(X, R)>);
/// The kind of a function that returns a stream of results.
pub struct Streamed<X>(PhantomData<X>);
/// The kind of a function that returns an iterator over results.
pub struct Iterated<X>(PhantomData<X>);

/// A function that takes the values `A` from components, and whatever else from the call.
///
/// Implemented for functions and closures of up to twelve values, with up to three
/// [extractors](FromCall) after them. `Kind` is found by the compiler.
#[diagnostic::on_unimplemented(
    message = "this function does not fit these inputs",
    label = "cannot be called with what the inputs give: `{A}`",
    note = "its parameters are the values of the inputs, in their order: one input per parameter, `&a` for one, \
            `(&a, &b)` for two, `()` for none; a state that it takes is one of them",
    note = "what it takes from the call, such as `Request` or `Cancel`, comes after them",
    note = "it may return what a component shows, a tuple of those, or a `Result`, future, stream or iterator of them; \
            a struct of your own needs `#[data_model]`"
)]
pub trait Function<A, Kind>: Send + Sync + 'static {
    /// What is shown: the result without `Result`, future or stream around it.
    type Value: 'static;
    /// Where it runs unless it is told otherwise.
    const MODE: Mode;
    /// Whether results come one after the other.
    const GENERATOR: bool = false;
    /// Whether it answers many calls at once; see [`batch`](super::batch()).
    const BATCH: bool = false;

    /// Its path, where it has one.
    #[doc(hidden)]
    #[must_use]
    fn name() -> &'static str {
        std::any::type_name::<Self>()
    }

    /// The type that `#[endpoint]` knows it by, if it is annotated.
    #[doc(hidden)]
    #[must_use]
    fn annotated() -> TypeId
    where
        Self: Sized,
    {
        TypeId::of::<Self>()
    }

    #[doc(hidden)]
    fn wire(wiring: &mut Wiring);

    /// One call, ready to run.
    fn job(self: Arc<Self>, values: Held<A>, show: Show<Self::Value>) -> Job;
}

impl<F, A, X, R> Function<A, Plain<X>> for F
where
    F: Call<A, X, Returned = R>,
    A: Send + 'static,
    X: FromCall,
    R: Outcome,
{
    type Value = R::Value;
    const MODE: Mode = Mode::Blocking;

    fn wire(wiring: &mut Wiring) {
        X::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<R::Value>) -> Job {
        Job::sync(move |ctx| {
            let values = values.get(ctx)?;
            let extra = X::from_call(ctx)?;
            show(self.call(values, extra).settle()?).map(Produced::Once)
        })
    }
}

impl<F, A, X, Fut, R> Function<A, Awaited<X, R>> for F
where
    F: Call<A, X, Returned = Fut>,
    A: Send + 'static,
    X: FromCall + Send,
    Fut: Future<Output = R> + Send,
    R: Outcome,
{
    type Value = R::Value;
    const MODE: Mode = Mode::Async;

    fn wire(wiring: &mut Wiring) {
        X::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<R::Value>) -> Job {
        Job::future(move |mut ctx| async move {
            let values = values.get(&mut ctx)?;
            let extra = X::from_call(&mut ctx)?;
            let returned = self.call(values, extra).await;
            show(returned.settle()?).map(Produced::Once)
        })
    }
}

impl<F, A, X, S, R> Function<A, Streamed<X>> for F
where
    F: Call<A, X, Returned = S>,
    A: Send + 'static,
    X: FromCall,
    S: Stream<Item = R> + Send + 'static,
    R: Outcome,
{
    type Value = R::Value;
    const MODE: Mode = Mode::Blocking;
    const GENERATOR: bool = true;

    fn wire(wiring: &mut Wiring) {
        X::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<R::Value>) -> Job {
        Job::sync(move |ctx| {
            let values = values.get(ctx)?;
            let extra = X::from_call(ctx)?;
            let stream = self.call(values, extra);
            Ok(Produced::stream(stream, move |item| show(item.settle()?)))
        })
    }
}

impl<F, A, X, I, R> Function<A, Iterated<X>> for F
where
    F: Call<A, X, Returned = I>,
    A: Send + 'static,
    X: FromCall,
    I: Iterator<Item = R> + Send + 'static,
    R: Outcome,
{
    type Value = R::Value;
    const MODE: Mode = Mode::Blocking;
    const GENERATOR: bool = true;

    fn wire(wiring: &mut Wiring) {
        X::wire(wiring);
    }

    fn job(self: Arc<Self>, values: Held<A>, show: Show<R::Value>) -> Job {
        Job::sync(move |ctx| {
            let values = values.get(ctx)?;
            let extra = X::from_call(ctx)?;
            let items = self.call(values, extra);
            Ok(Produced::iter(items, move |item| show(item.settle()?)))
        })
    }
}

macro_rules! named {
    ($($kind:ident<$($of:ident),*>)*) => {$(
        impl<$($of),*> fmt::Debug for $kind<$($of),*> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($kind))
            }
        }
    )*};
}

named! { Plain<X> Awaited<X, R> Streamed<X> Iterated<X> }
