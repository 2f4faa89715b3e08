//! Rows of values to try a function with.
//!
//! `#[endpoint(examples = …)]` puts them below the form of a function, and
//! [`Ui::examples`](crate::Ui::examples) beside any inputs of a page. Who chooses a row fills the
//! inputs; what the function makes of it can be kept, so that it is there at once.

mod cache;
mod folder;
mod rows;
mod shelf;
mod warm;

pub use rows::{ExampleRows, Samples};

pub(crate) use cache::{Cache, Cached, Kept, opening, replay};
pub(crate) use folder::read;
pub(crate) use rows::Table;
pub(crate) use shelf::Shelf;
pub(crate) use warm::warm;

/// When the results of examples are worked out, to be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CacheMode {
    /// Nothing is kept.
    #[default]
    Never,
    /// They are kept; `VETRINA_CACHE_MODE`, `lazy` or `eager`, says since when. Eager unless set.
    On,
    /// When somebody chooses the row for the first time.
    Lazy,
    /// All of them, when the app starts.
    Eager,
}

/// What the environment says about examples.
#[derive(Debug, Clone, Default)]
pub(crate) struct Settings {
    /// Whether results are kept where nobody says so.
    pub(crate) cache: bool,
    /// `…_CACHE_MODE=lazy`.
    pub(crate) lazy: bool,
    /// Where they are kept.
    pub(crate) folder: std::path::PathBuf,
    /// Whether those that are there are made anew.
    pub(crate) reset: bool,
}

impl Settings {
    /// When results are kept that this was said about.
    pub(crate) fn mode(&self, said: Option<CacheMode>) -> CacheMode {
        match said {
            None if !self.cache => CacheMode::Never,
            None | Some(CacheMode::On) if self.lazy => CacheMode::Lazy,
            None | Some(CacheMode::On) => CacheMode::Eager,
            Some(mode) => mode,
        }
    }
}
