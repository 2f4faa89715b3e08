//! Methods that a component offers to its own page side.

use std::marker::PhantomData;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;
use tokio::runtime::Handle;

use super::{Failure, Outcome};
use crate::component::Invalid;

/// The values a page side sends, as a method takes them.
pub trait Arguments: Sized {
    /// Reads them all.
    ///
    /// # Errors
    /// When there are too few or too many, or one does not fit its parameter.
    fn read(sent: &[Value]) -> Result<Self, Invalid>;
}

/// A method that answers its page side: `fn` or `async fn`, with `&self` and up to six values that serde can read.
///
/// It may return what serde can write, or a `Result` of it. `Kind` is found by the compiler.
#[diagnostic::on_unimplemented(
    message = "this method cannot answer the page side of its component",
    label = "not a method that a page can call",
    note = "it takes `&self` and up to six values that serde can read: `fn price(&self, seats: Vec<String>) -> f64`",
    note = "it returns a plain value, a struct with `#[data_model]`, or a `Result` of one; it may be `async`"
)]
pub trait Offered<C, A, Kind> {
    /// Calls it.
    ///
    /// # Errors
    /// When the method gives an error.
    fn answer(&self, component: &C, args: A) -> Result<Value, Failure>;
}

/// The kind of an ordinary method.
#[derive(Debug)]
pub struct AtOnce(PhantomData<()>);
/// The kind of an async one.
#[derive(Debug)]
pub struct Later(PhantomData<()>);

macro_rules! offered {
    ($([$($arg:ident)*])*) => {$(
        impl<$($arg: DeserializeOwned),*> Arguments for ($($arg,)*) {
            fn read(sent: &[Value]) -> Result<Self, Invalid> {
                let wanted: &[&str] = &[$(stringify!($arg)),*];
                let mut _sent = list(sent, wanted.len())?;
                Ok(($(next::<$arg>(&mut _sent)?,)*))
            }
        }

        #[allow(non_snake_case, reason = "one shape for every length")]
        impl<C, F, R, $($arg),*> Offered<C, ($($arg,)*), AtOnce> for F
        where
            F: Fn(&C, $($arg),*) -> R,
            R: Outcome<Value: Serialize>,
        {
            fn answer(&self, component: &C, ($($arg,)*): ($($arg,)*)) -> Result<Value, Failure> {
                written(self(component, $($arg),*))
            }
        }

        #[allow(non_snake_case, reason = "one shape for every length")]
        impl<C, F, R, $($arg),*> Offered<C, ($($arg,)*), Later> for F
        where
            F: AsyncFn(&C, $($arg),*) -> R,
            R: Outcome<Value: Serialize>,
        {
            fn answer(&self, component: &C, ($($arg,)*): ($($arg,)*)) -> Result<Value, Failure> {
                // Answers are made on the pool for blocking work, where waiting is welcome.
                let runtime = Handle::try_current().map_err(|error| Failure::hidden(error.to_string()))?;
                written(runtime.block_on(self(component, $($arg),*)))
            }
        }
    )*};
}

offered! { [] [A1] [A1 A2] [A1 A2 A3] [A1 A2 A3 A4] [A1 A2 A3 A4 A5] [A1 A2 A3 A4 A5 A6] }

fn list(sent: &[Value], wanted: usize) -> Result<impl Iterator<Item = (usize, &Value)>, Invalid> {
    if sent.len() == wanted {
        return Ok(sent.iter().enumerate());
    }
    Err(format!("expected {wanted} values, got {}", sent.len()).into())
}

fn next<'a, T: DeserializeOwned>(
    sent: &mut impl Iterator<Item = (usize, &'a Value)>,
) -> Result<T, Invalid> {
    let (index, value) = sent
        .next()
        .ok_or_else(|| Invalid::from("a value is missing"))?;
    T::deserialize(value).map_err(|error| format!("value {}: {error}", index + 1).into())
}

fn written<R: Outcome<Value: Serialize>>(returned: R) -> Result<Value, Failure> {
    serde_json::to_value(returned.settle()?).map_err(|error| Failure::hidden(error.to_string()))
}

/// Calls `method` with what the page side sent. The table that `#[component]` prints uses it.
///
/// # Errors
/// When the values do not fit the method, or it gives an error.
pub fn serve<C, F, A, Kind>(component: &C, method: &F, sent: &[Value]) -> Result<Value, Invalid>
where
    F: Offered<C, A, Kind>,
    A: Arguments,
{
    let args = A::read(sent)?;
    method
        .answer(component, args)
        .map_err(|failure| failure.shown(false).to_string().into())
}
