//! Vetrina puts a Rust function in a shop window: a web page, an HTTP API with a queue, and a
//! generated API page, from one annotation, in one binary.
//!
//! ```no_run
//! use vetrina::prelude::*;
//!
//! /// Greets somebody, with feeling.
//! #[endpoint]
//! fn greet(
//!     /// Whom to greet.
//!     name: String,
//!     /// How glad you are.
//!     #[input(Slider::new(1..=10).value(2))]
//!     intensity: u8,
//! ) -> String {
//!     format!("Hello, {name}{}", "!".repeat(intensity.into()))
//! }
//!
//! fn main() -> vetrina::Result<()> {
//!     vetrina::launch()
//! }
//! ```
//!
//! It speaks the wire protocol of Gradio, so Gradio's Python and JavaScript clients call a Vetrina
//! app unchanged.
//!
//! New here? Begin with the [guides](guide).
//!
//! # Map of the crate
//!
//! | module | what is there |
//! |---|---|
//! | [`chat`](mod@chat) | what a chat function takes and answers |
//! | `client` | calls other apps; feature `client` |
//! | [`components`] | the built-in components, from `Textbox` to `Label` |
//! | [`component`](mod@component) | the traits behind them, for components of your own |
//! | [`endpoint`](mod@endpoint) | what `#[endpoint]` registers, and what a function may take and return |
//! | [`examples`](mod@examples) | rows of values to try a function with |
//! | [`guide`] | how things are done, with programs to copy |
//! | [`file`](mod@file) | `FileData`: files from clients and for them |
//! | [`flagging`](mod@flagging) | what people found worth keeping, written down |
//! | [`media`](mod@media) | sound and film that are played while they are made |
//! | [`page`](mod@page) | `Ui`, for pages of your own |
//! | [`process`] | other programs, which end with the run that started them |
//! | [`push`] | results that are pushed, by code that calls back |
//! | [`test`](mod@test) | tests of an app in process: fill in, click, read |
//! | [`theme`](mod@theme) | `Theme`: what pages look like |
//! | [`App`] | an app: title, theme, scope; as a program, a task or an `axum::Router` |

// Built-in components are written with the macros users have, and those name the crate.
extern crate self as vetrina;

mod api;
mod app;
pub mod chat;
#[cfg(feature = "client")]
pub mod client;
pub mod component;
pub mod components;
pub mod endpoint;
mod error;
pub mod examples;
pub mod file;
pub mod flagging;
pub mod guide;
mod i18n;
pub mod media;
pub mod page;
pub mod process;
pub mod push;
mod richtext;
mod run;
mod scoped;
mod server;
mod store;
pub mod test;
pub mod theme;

#[doc(hidden)]
pub mod __private;

#[cfg(feature = "image")]
pub use ::image;
pub use app::{App, ColorScheme, Running, StartError, launch};
pub use error::{Error, ErrorCode, Result};
pub use i18n::i18n;
pub use page::Ui;
pub use theme::Theme;
#[doc = include_str!("endpoint/choices.md")]
pub use vetrina_macros::Choices;
#[doc = include_str!("page/inputs.md")]
pub use vetrina_macros::Inputs;
#[doc = include_str!("page/outputs.md")]
pub use vetrina_macros::Outputs;
#[doc = include_str!("chat/chat.md")]
pub use vetrina_macros::chat;
#[doc = include_str!("component/component.md")]
pub use vetrina_macros::component;
#[doc = include_str!("component/data_model.md")]
pub use vetrina_macros::data_model;
#[doc = include_str!("endpoint/endpoint.md")]
pub use vetrina_macros::endpoint;
#[doc = include_str!("endpoint/page.md")]
pub use vetrina_macros::page;
#[cfg(feature = "client")]
#[doc = include_str!("client/remote.md")]
pub use vetrina_macros::remote;

/// What most programs use: `use vetrina::prelude::*;`.
pub mod prelude {
    pub use crate::component::{Choices as _, Component as _, Postprocess, Preprocess};
    pub use crate::components::*;
    pub use crate::endpoint::{
        Alert, Alerts, Cache, Caching, Cancel, CopyData, DeletedFileData, DownloadData, EditData,
        EventData, KeyUpData, LikeData, PlaybackData, Progress, Request, RetryData, SelectData,
        Shared, Skip, State, UndoData, Update, Validity, batch, validate,
    };
    pub use crate::file::FileData;
    pub use crate::page::Ui;
    pub use crate::{
        App, Choices, Error, Inputs, Outputs, Theme, chat, component, data_model, endpoint, page,
    };
    #[cfg(feature = "client")]
    pub use crate::{client::Client, remote};
}
