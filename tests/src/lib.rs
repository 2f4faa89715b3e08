//! What the suites share: servers started the way a user starts them, an HTTP client that shows
//! the bytes, the tools of the real clients, and the comparison with recorded answers.
//!
//! Nothing here skips. A tool that is missing, a server that does not come up and a wait that is
//! too long end the test with words that say which one it was.

pub mod cutter;
pub mod golden;
pub mod http;
pub mod page;
pub mod process;
pub mod programs;
pub mod server;
pub mod tools;

pub use cutter::Cutter;
pub use http::{Answer, Events, Request, get, post, request};
pub use process::run;
pub use server::Server;
