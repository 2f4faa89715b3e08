//! The pipeline: admit, run, publish. Every way in hands an [`Engine`] the same [`Job`]; no stage
//! knows which way that was.
//!
//! | file | what it does |
//! |---|---|
//! | `engine.rs` | takes calls, finds runs, cancels them |
//! | `limits.rs` | what an app allows at most |
//! | `group.rs` | who may run now, and who waits: concurrency limits |
//! | `line.rs` | who waits, in a fair order |
//! | `execute.rs` | runs a job where its mode says, and catches what goes wrong |
//! | `collect.rs` | runs a job for its results alone |
//! | `together.rs` | runs calls of one function together: batches |
//! | `turns.rs` | lets calls of one session that change the same value come one by one |
//! | `pieces.rs` | runs a function for each piece of an input that comes in pieces |
//! | `replay.rs` | results that are kept, and told again |
//! | `record.rs` | one run |
//! | `log.rs` | its numbered, bounded event log |
//! | `feed.rs` | what one session is told: all its runs in one stream |
//! | `reader.rs` | who reads that, from where, and until when |
//! | `shelf.rs` | all runs by their ids, and for how long |
//! | `message.rs` | events as the messages of the protocol |
//! | `diff.rs` | what changed between two steps |
//! | `patch.rs` | the way back, for clients |
//! | `stats.rs` | how long a function takes, for estimates |

mod chunks;
mod collect;
mod diff;
mod engine;
mod execute;
mod feed;
mod group;
mod limits;
mod line;
mod log;
mod message;
#[cfg(any(feature = "client", test))]
mod patch;
mod pieces;
mod reader;
mod record;
mod replay;
mod shelf;
mod stats;
mod together;
mod turns;

pub(crate) use collect::all;
pub(crate) use engine::{Engine, NewRun};
pub(crate) use execute::Step;
pub(crate) use feed::Feed;
pub(crate) use group::Group;
pub(crate) use limits::{Full, Limits};
pub(crate) use message::{CallWriter, write_call_error, write_error, write_standing};
#[cfg(feature = "client")]
pub(crate) use patch::patch;
pub(crate) use reader::{FeedReader, Linger, Reading, Until};
pub(crate) use record::{Event, Run, RunId};
pub(crate) use replay::Replay;
pub(crate) use stats::{Stats, Summary};
