//! The app as an API: what its functions take and give, and the page that shows it.

mod highlight;
mod info;
mod openapi;
mod page;
mod python_type;
mod snippets;

pub(crate) use info::info;
pub(crate) use openapi::{Beside, Described, Taken, openapi};
#[cfg(feature = "mcp")]
pub(crate) use page::mcp_section;
pub(crate) use page::{ApiPage, html::escape, llms, programs, render};
pub(crate) use snippets::Call;
