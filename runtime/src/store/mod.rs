//! What outlives a call: the state of sessions, and tables too large for a page.

mod results;
mod scope;
mod sessions;
pub(crate) mod tables;

pub(crate) use results::{Found, Key, Lead, MOST_BYTES, Results};
pub(crate) use scope::{Session, current_session, in_session, update, updated};
pub(crate) use sessions::{Cells, Sessions};
