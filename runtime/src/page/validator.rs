//! Functions that judge what was entered, before the function that works with it is asked.

use std::sync::Arc;

use super::{Dependency, Inputs, Listener, Outputs, Shared, trigger::Wired};
use crate::endpoint::{Function, Show, Validity, said};

/// What a function says of the inputs `A`: a [`Validity`] for one, `[Validity; 2]` for two.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` does not judge these inputs",
    label = "expected one `Validity` per input, for `{A}`",
    note = "give `Validity` for one input, `[Validity; 2]` for two; `validate(is_valid, message)` makes one"
)]
pub trait Verdict<A>: Sized + 'static {
    #[doc(hidden)]
    fn all(self) -> Vec<Validity>;
}

impl<A> Verdict<(A,)> for Validity {
    fn all(self) -> Vec<Validity> {
        vec![self]
    }
}

macro_rules! verdicts {
    ($([$count:literal $($value:ident)*])*) => {$(
        impl<$($value),*> Verdict<($($value,)*)> for [Validity; $count] {
            fn all(self) -> Vec<Validity> {
                self.into()
            }
        }
    )*};
}

verdicts! {
    [0] [1 A] [2 A B] [3 A B C] [4 A B C D] [5 A B C D E] [6 A B C D E F] [7 A B C D E F G]
    [8 A B C D E F G H] [9 A B C D E F G H I] [10 A B C D E F G H I J]
}

/// Takes the verdicts of a validator, in place of components.
struct Judged;
/// Of inputs of these types.
struct Of<A>(std::marker::PhantomData<A>);

impl<A, V: Verdict<A>> Outputs<V, Of<A>> for Judged {
    fn ids(&self) -> Vec<usize> {
        Vec::new()
    }

    fn show(&self) -> Show<V> {
        Arc::new(|verdict: V| Ok(said(&verdict.all())))
    }
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the function is wired already; what is returned only says more of it"
)]
impl Listener {
    /// Lets `function` judge `inputs` before a call is taken, outside of the queue. What it refuses is
    /// told where it was entered, and the event's own function does not run.
    ///
    /// `inputs` are all those of the event, or some of them, and `function` says for each whether it
    /// is valid. An error that it returns is told as that of the call.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn booking(ui: &mut Ui) {
    ///     let seats = ui.add(Number::new().label("Seats").value(1));
    ///     let name = ui.add(Textbox::new().label("Name"));
    ///     let done = ui.add(Textbox::new().label("Booked"));
    ///     ui.add(Button::new("Book")).click(book, (&seats, &name), &done).validator(check, (&seats, &name));
    /// }
    ///
    /// fn check(seats: u32, name: String) -> [Validity; 2] {
    ///     [
    ///         validate(seats < 9, "Call us for so many seats"),
    ///         validate(!name.is_empty(), "Tell us your name"),
    ///     ]
    /// }
    ///
    /// fn book(seats: u32, name: String) -> String {
    ///     format!("{seats} for {name}")
    /// }
    /// ```
    #[track_caller]
    pub fn validator<F, A, Kind, I>(self, function: F, inputs: I) -> Self
    where
        F: Function<A, Kind>,
        F::Value: Verdict<A>,
        I: Inputs<A>,
        A: 'static,
        Kind: 'static,
    {
        let wired = Wired::new(function, inputs, Judged);
        let validator = wired.aside(&self.blocks);
        self.set(|event| event.validator = Some(Arc::new(validator)))
    }
}

impl Wired {
    /// As a function that no event sets off by itself.
    fn aside(self, blocks: &Shared) -> Dependency {
        let keeps = !self.states().is_empty();
        let blocks = blocks.here();
        let blocks = blocks.get();
        let mut event = self.described(&blocks, 0);
        event.queue = false;
        event.keeps_state = keeps || event.inputs.iter().any(|id| blocks.is_state(*id));
        event
    }
}
