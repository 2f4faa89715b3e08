//! Values that outlive a call: one per session, or one for the app.

use std::sync::{Arc, PoisonError, RwLock};

use super::{Ctx, Failure, FromCall, Wiring};

/// A value of the session: of one browser tab, or of one API client.
///
/// It starts from `T::default()` for each session. A new tab or a refresh starts anew; a session
/// is kept for an hour after its page is gone. Clients never see it. Each type is one value, so
/// that functions with the same `State<T>` share it; give two values two types.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[derive(Default)]
/// struct Heard(Vec<String>);
///
/// #[endpoint]
/// fn repeat(word: String, heard: State<Heard>) -> String {
///     heard.update(|heard| {
///         heard.0.push(word);
///         heard.0.join(" ")
///     })
/// }
/// ```
#[derive(Debug)]
pub struct State<T>(Arc<RwLock<T>>);

/// A value that all calls of an app share.
///
/// It is made by `T::default()` when it is first asked for, once.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[derive(Default)]
/// struct Scores(Vec<u32>);
///
/// #[endpoint]
/// fn top_three(score: u32, scores: Shared<Scores>) -> Vec<u32> {
///     scores.update(|scores| {
///         scores.0.push(score);
///         scores.0.sort_unstable_by(|a, b| b.cmp(a));
///         scores.0.truncate(3);
///         scores.0.clone()
///     })
/// }
/// ```
#[derive(Debug)]
pub struct Shared<T>(Arc<RwLock<T>>);

macro_rules! kept {
    ($($name:ident)*) => {$(
        impl<T> Clone for $name<T> {
            fn clone(&self) -> Self {
                Self(Arc::clone(&self.0))
            }
        }

        impl<T> $name<T> {
            /// Changes the value; nobody else sees or changes it meanwhile, so nothing is lost.
            pub fn update<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
                change(&mut self.0.write().unwrap_or_else(PoisonError::into_inner))
            }

            /// Looks at the value.
            pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
                look(&self.0.read().unwrap_or_else(PoisonError::into_inner))
            }

            /// A copy of the value.
            #[must_use]
            pub fn get(&self) -> T
            where
                T: Clone,
            {
                self.read(T::clone)
            }

            /// Replaces the value.
            pub fn set(&self, value: T) {
                self.update(|old| *old = value);
            }
        }
    )*};
}

kept! { State Shared }

impl<T: Default + Send + Sync + 'static> FromCall for State<T> {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(Self(ctx.session().get(RwLock::default)))
    }

    fn wire(wiring: &mut Wiring) {
        wiring.keep_state::<T>();
        wiring.depends_on::<Self>();
    }
}

impl<T: Default + Send + Sync + 'static> FromCall for Shared<T> {
    fn from_call(ctx: &mut Ctx) -> Result<Self, Failure> {
        Ok(Self(ctx.app().get(RwLock::default)))
    }

    fn wire(_: &mut Wiring) {}
}
