//! The traits behind components, built-in ones and your own.
//!
//! A component is a struct of props: what the page draws it with. What travels between the page
//! and the server is its [`Data`](Component::Data); which Rust types a function may take from it
//! and show in it is said by [`Preprocess`] and [`Postprocess`]. `#[component]` writes all of it
//! from the struct:
//!
//! ```
//! use vetrina::prelude::*;
//!
//! /// Stars to rate something with.
//! #[component(data_model = u8, kind = form, events(change, input))]
//! pub struct Stars {
//!     /// How many stars there are.
//!     #[prop(default = 5)]
//!     pub count: u8,
//! }
//!
//! let stars = Stars::new().count(3).label("How was it?").value(2);
//! assert_eq!(stars.own_props()["count"], 3);
//! ```
//!
//! Whatever the macro derives can be written by hand instead: a method of the same name on the
//! struct, such as `fn api_info(&self) -> Value`, takes the place of the derived one. [`Derived`]
//! and [`Unchanged`] list them.

mod any;
mod base;
mod block;
mod choices;
mod defaults;
mod derived;
mod ends;
mod events;
mod flag;
mod frontend;
mod invalid;
mod misfit;
mod mismatch;
mod model;
mod num;
mod origin;
mod schema;
mod streaming;

pub use any::AnyComponent;
pub use base::{Base, Kind, Visible};
pub use block::Block;
pub use choices::{Choice, ChoiceList, Choices, Chosen, Picked};
pub use defaults::{DefaultComponent, DefaultOutput, Element};
pub use derived::{Derived, Described, Methods, Unchanged};
pub use ends::{Pending, Sink, Source};
pub use events::Events;
pub use frontend::{Frontend, FrontendFile};
pub use invalid::Invalid;
pub use model::{Component, Postprocess, Preprocess, Typed};
pub use num::{Num, Numeric};
pub use origin::Origin;
pub use streaming::{Chunks, Streaming};

pub(crate) use choices::one_of;
pub(crate) use mismatch::decode;
pub(crate) use schema::{sample, schema_of};

#[doc(hidden)]
pub mod build;
#[doc(hidden)]
pub mod shape;

#[cfg(test)]
mod tests;
