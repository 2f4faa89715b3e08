//! What generated code may name. Hidden, never promised.

pub use crate::chat::{Chat, ChatSettings};
#[cfg(feature = "client")]
pub use crate::client::remote;
pub use crate::component::{
    AnyComponent, Base, Choices, Component, DefaultComponent, Element, Invalid, Kind, Methods,
    Postprocess, Preprocess,
};
pub use crate::endpoint::{
    ApiName, Args, Caching, Ctx, Endpoint, Examples, Failure, Handler, Job, Limit, Mcp, McpRole,
    Mode, Options, Output, Page, Param, Probe, Produced, Question, Refused, Row, Slot, Values,
    Visibility, Wiring, id_of, probe, serve,
};
pub use crate::{
    endpoint::{Function, Outcome, Show},
    page::{
        Each, Handle, Inputs, Listener, Outputs, Shows, Take, Trigger, show_named, take_named,
        updates_named,
    },
};
pub use crate::{
    examples::{CacheMode, ExampleRows},
    flagging::FlaggingMode,
};
pub use inventory;
pub use schemars;
pub use serde;
pub use serde_json;
pub use std::{
    any::TypeId,
    borrow::ToOwned,
    boxed::Box,
    cfg,
    clone::Clone,
    column,
    convert::{From, Into},
    default::Default,
    env, file,
    fmt::Debug,
    include_bytes,
    iter::IntoIterator,
    line, module_path,
    option::Option::{self, None, Some},
    result::Result::{self, Err, Ok},
    string::String,
    sync::Arc,
    vec::Vec,
};
