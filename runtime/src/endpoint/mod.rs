//! What `#[endpoint]` registers, and what a function may take and return.

mod args;
mod batch;
mod caching;
mod ctx;
mod event;
mod extract;
mod function;
mod handler;
mod offered;
mod outcome;
mod param;
pub mod probe;
mod registry;
mod report;
mod state;
mod update;
mod validity;
mod values;
mod wiring;

pub use args::{ArgSpec, Args, Held, Refused};
pub(crate) use batch::{Answered, Together, Work};
pub use batch::{Answers, Batch, Batched, BatchedAwaited, Extras, Row, batch};
pub use caching::{Cache, Caching};
pub use ctx::{Cancel, Ctx, Facts};
pub use event::{
    CopyData, DeletedFileData, DownloadData, EditData, EventData, Index, KeyUpData, LikeData,
    Liked, PlaybackData, RetryData, SelectData, Target, UndoData,
};
pub use extract::{FromCall, Request};
pub use function::{Awaited, Call, Function, Iterated, Plain, Show, Streamed};
pub(crate) use handler::Task;
pub use handler::{Failure, Handler, Job, Mode, Produced};
pub use offered::{Arguments, Offered, serve};
pub use outcome::Outcome;
pub use param::*;
pub use probe::Probe;
pub use registry::{
    ApiName, Endpoint, Examples, Limit, Mcp, McpRole, Options, Page, Param, Visibility, id_of,
};
pub use report::{Alert, Alerts, Level, Progress, ProgressIter};
pub(crate) use report::{Bar, Report};
pub use state::{Shared, State};
pub use update::{Skip, Update};
pub(crate) use validity::said;
pub use validity::{Question, Validity, Verdicts, validate};
pub(crate) use values::Drawing;
pub use values::{Output, Values};
pub(crate) use wiring::humanised;
pub use wiring::{Slot, WiredInput, Wiring};
