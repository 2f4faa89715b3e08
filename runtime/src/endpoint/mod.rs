//! What `#[endpoint]` registers, and what a function may take and return.

mod args;
mod ctx;
mod extract;
mod handler;
mod param;
pub mod probe;
mod registry;
mod values;
mod wiring;

pub use args::{ArgSpec, Args, Held, Refused};
pub use ctx::{Cancel, Ctx, Facts};
pub use extract::{FromCall, Request};
pub use handler::{Failure, Handler, Job, Mode, Produced};
pub use param::*;
pub use probe::Probe;
pub use registry::{ApiName, Endpoint, Limit, Options, Page, Param, Visibility, id_of};
pub use values::{Output, Values};
pub use wiring::{Slot, WiredInput, Wiring};
pub(crate) use wiring::humanised;
