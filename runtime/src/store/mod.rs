//! What outlives a call: the state of sessions.

mod sessions;

pub(crate) use sessions::{Cells, Sessions};
