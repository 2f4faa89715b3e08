//! Pages: what stands where, and what happens when something is pressed.

mod blocks;
mod config;
mod dependency;
mod handle;
mod interface;
mod shell;
mod ui;

pub(crate) use blocks::{Block, Blocks, Parent};
pub(crate) use config::{AppFacts, PageFacts, config};
pub(crate) use dependency::{ClientAction, Dependency};
pub use handle::Handle;
pub(crate) use interface::{api_only, interface, title};
pub(crate) use shell::{
    Page as ShellPage, Theme as ShellTheme, footer, render as render_shell, settings,
};
pub(crate) use ui::Shared;
pub use ui::Ui;
