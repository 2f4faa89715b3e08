//! Pages: what stands where, and what happens when something is pressed.

#![allow(
    clippy::needless_pass_by_value,
    reason = "inputs and outputs are a reference, or a tuple of references"
)]

mod blocks;
mod chat;
mod computed;
mod config;
mod dependency;
mod examples;
mod flags;
mod handle;
mod inputs;
mod interface;
mod listener;
#[cfg(feature = "client")]
mod loaded;
mod outputs;
mod part;
mod raw;
mod render;
mod rendered;
mod renders;
mod shared;
mod shell;
mod trigger;
mod ui;
mod validator;

pub(crate) use blocks::{Block, Blocks, Extras, Parent};
pub(crate) use chat::API_NAME as CHAT_NAME;
pub use chat::ChatHandle;
pub use computed::Interval;
pub(crate) use config::{AppFacts, PageFacts, config};
pub(crate) use dependency::{ClientAction, Dependency};
pub use examples::Examples;
pub(crate) use examples::keep_examples;
pub use handle::{Handle, Handles};
pub use inputs::Inputs;
#[doc(hidden)]
pub use inputs::{Take, take_named};
pub(crate) use interface::{api_only, heading, interface, title};
pub use listener::{Listener, ShowProgress, TriggerMode};
#[doc(hidden)]
pub use outputs::{Each, show_named, updates_named};
pub use outputs::{Outputs, Shows};
pub use raw::Raw;
pub use render::Draw;
use renders::Drawn;
pub(crate) use renders::Renders;
pub(crate) use shared::Shared;
pub(crate) use shell::{
    Page as ShellPage, Scheme, alone, footer, inline_scripts, render as render_shell, settings,
};
pub use trigger::Trigger;
pub use ui::Ui;
pub use validator::Verdict;
