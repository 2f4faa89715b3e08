//! What a function wired on a page may return.

use std::{
    collections::{BTreeMap, HashMap},
    path::PathBuf,
};

use serde_json::Value;

use super::{Failure, Skip, Update, Validity};
use crate::{component::Component, file::FileData};

/// The result of a function on a page: values to show, or an error.
///
/// Implemented for plain values, tuples and lists of them, and `Result`s around all that;
/// `#[data_model]` and `#[derive(Choices)]` implement it for types of your own.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be the result of a function on a page",
    label = "not a result",
    note = "put `#[data_model]` on a struct of your own, or `#[derive(Choices)]` on an enum of choices",
    note = "or return `serde_json::Value`"
)]
pub trait Outcome: 'static {
    /// What components show.
    type Value: 'static;

    /// The values, or why there are none.
    ///
    /// # Errors
    /// When the function gave an error.
    fn settle(self) -> Result<Self::Value, Failure>;
}

macro_rules! plain {
    ($([$($of:ident)*] $type:ty,)*) => {$(
        impl<$($of: 'static),*> Outcome for $type {
            type Value = Self;

            fn settle(self) -> Result<Self, Failure> {
                Ok(self)
            }
        }
    )*};
}

plain! {
    [] (), [] bool, [] char, [] String, [] &'static str, [] Value, [] Skip,
    [] i8, [] i16, [] i32, [] i64, [] i128, [] isize, [] u8, [] u16, [] u32, [] u64, [] u128, [] usize,
    [] f32, [] f64,
    [] FileData, [] PathBuf,
    [T] Option<T>, [T] Vec<T>, [K T] HashMap<K, T>, [K T] BTreeMap<K, T>,
    [A] (A,), [A B] (A, B), [A B C] (A, B, C), [A B C D] (A, B, C, D), [A B C D E] (A, B, C, D, E),
    [A B C D E F] (A, B, C, D, E, F), [A B C D E F G] (A, B, C, D, E, F, G),
    [A B C D E F G H] (A, B, C, D, E, F, G, H), [A B C D E F G H I] (A, B, C, D, E, F, G, H, I),
    [A B C D E F G H I J] (A, B, C, D, E, F, G, H, I, J),
    [A B C D E F G H I J K] (A, B, C, D, E, F, G, H, I, J, K),
    [A B C D E F G H I J K L] (A, B, C, D, E, F, G, H, I, J, K, L),
}

plain! {
    [] std::time::SystemTime, [] crate::components::Color,
    [L R] crate::components::Compared<L, R>,
}

#[cfg(feature = "datetime")]
plain! {
    [] jiff::Timestamp, [] jiff::Zoned, [] jiff::civil::DateTime, [] jiff::civil::Date,
}

#[cfg(feature = "image")]
plain! {
    [] image::DynamicImage, [] image::GrayImage, [] image::RgbImage, [] image::RgbaImage,
    [P] crate::components::Annotated<P>,
}

plain! { [] Validity, }

impl<const N: usize> Outcome for [Validity; N] {
    type Value = Self;

    fn settle(self) -> Result<Self, Failure> {
        Ok(self)
    }
}

impl<C: Component> Outcome for Update<C> {
    type Value = Self;

    fn settle(self) -> Result<Self, Failure> {
        Ok(self)
    }
}

impl<T: Outcome, E> Outcome for Result<T, E>
where
    E: Into<Box<dyn std::error::Error + Send + Sync>> + 'static,
{
    type Value = T::Value;

    fn settle(self) -> Result<T::Value, Failure> {
        self.map_err(Failure::from_error)?.settle()
    }
}
