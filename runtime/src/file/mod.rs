//! Files on their way between clients, functions and the page.
//!
//! A string from a client is never a path. What arrives is stored under a keyed hash of its bytes,
//! and the name a client gets for it can be had in no other way than by sending the bytes or by
//! being told. [`FileData`] read from JSON is always a file of that store; written as JSON, it puts
//! its file there first. So whatever holds a `FileData`, at any depth, is safe to take from a
//! client.
//!
//! ```
//! use vetrina::{component::Invalid, file::FileData};
//!
//! let note = FileData::from_bytes("note.txt", b"Milk, bread")?;
//! assert_eq!(note.name(), "note.txt");
//! assert_eq!(note.read()?, b"Milk, bread");
//!
//! // A client cannot name a file that it was not given.
//! let theft = r#"{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}"#;
//! assert!(serde_json::from_str::<FileData>(theft).is_err());
//! # Ok::<(), Invalid>(())
//! ```

mod data;
#[cfg(feature = "mcp")]
mod fetch;
mod held;
mod kind;
mod name;
mod open;
mod rules;
pub(crate) mod schema;
mod scope;
mod store;
mod wire;

pub use data::FileData;
pub(crate) use data::Source;
pub use kind::FileTypes;
pub use scope::{from_folder, into_folder};

#[cfg(feature = "mcp")]
pub(crate) use fetch::fetch;
pub(crate) use kind::{is_inert, kind_of, mime_of};
#[cfg(feature = "client")]
pub(crate) use name::cleaned;
pub(crate) use rules::Rules;
pub(crate) use scope::{Caller, Sent, blocking, counting, sent, to_convert};
pub(crate) use store::{Incoming, Store, hex};
pub(crate) use wire::{names_only_ours, readdressed};
