//! What outlives a call: the state of sessions, and tables too large for a page.

mod sessions;
pub(crate) mod tables;

pub(crate) use sessions::{Cells, Sessions};
