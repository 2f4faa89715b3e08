//! What people found worth keeping: a run with its inputs and results, written down.

mod inert;
mod read;

pub(crate) use read::{log_in, read_cell, read_log};

/// When a run is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FlaggingMode {
    /// Never.
    #[default]
    Never,
    /// When somebody presses the button for it.
    Manual,
    /// Each that ends well.
    Auto,
}
