//! What a validator says of one input.

use std::{fmt, marker::PhantomData};

use super::{Ctx, Failure, Job, Outcome, Produced, Values};

/// Whether an input may be used, and why not; [`validate`] makes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Validity(Option<String>);

/// Says that an input is valid, or what is wrong with it.
///
/// ```
/// use vetrina::prelude::*;
///
/// fn check(age: u8) -> Validity {
///     validate(age > 3, "Age must be at least 3")
/// }
/// # assert!(check(4).is_valid());
/// # assert_eq!(check(2).message(), Some("Age must be at least 3"));
/// ```
pub fn validate(is_valid: bool, message: impl Into<String>) -> Validity {
    Validity((!is_valid).then(|| message.into()))
}

impl Validity {
    /// Whether the input may be used.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.0.is_none()
    }

    /// What is wrong with it.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.as_deref()
    }
}

/// What a validator says of all inputs: a [`Validity`] for one, `[Validity; 2]` for two.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` judges no inputs",
    label = "expected one `Validity` per input",
    note = "give `Validity` for one input, `[Validity; 2]` for two; `validate(is_valid, message)` makes one"
)]
pub trait Verdicts {
    /// For how many inputs.
    const COUNT: usize;

    #[doc(hidden)]
    fn all(self) -> Vec<Validity>;
}

impl Verdicts for Validity {
    const COUNT: usize = 1;

    fn all(self) -> Vec<Validity> {
        vec![self]
    }
}

impl<const N: usize> Verdicts for [Validity; N] {
    const COUNT: usize = N;

    fn all(self) -> Vec<Validity> {
        self.into()
    }
}

/// What is said of each input, for who asked the validator.
pub(crate) fn said(verdicts: &[Validity]) -> Values {
    let said: Vec<_> = verdicts.iter().map(Validity::message).collect();
    let text = serde_json::json!(said).to_string();
    [text.as_bytes()].into_iter().collect()
}

/// A call of a validator, whose verdict is a `V`.
pub struct Question<V> {
    pub(super) job: Job,
    verdict: PhantomData<fn() -> V>,
}

impl<V: Outcome<Value: Verdicts>> Question<V> {
    /// Asks `ask`, once the arguments are known to be what the function takes.
    pub fn new(ask: impl FnOnce(&mut Ctx) -> Result<V, Failure> + Send + 'static) -> Self {
        let job = Job::sync(move |ctx| {
            let verdicts = ask(ctx)?.settle()?.all();
            Ok(Produced::Once(said(&verdicts)))
        });
        Self {
            job,
            verdict: PhantomData,
        }
    }
}

impl<V> fmt::Debug for Question<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Question")
    }
}
