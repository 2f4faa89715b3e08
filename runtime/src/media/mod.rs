//! Sound and film that are played while they are made: segments, and the list of them that players read.
//!
//! | file | what it does |
//! |---|---|
//! | `segment.rs` | one piece, and how long it lasts |
//! | `playlist.rs` | the pieces of one run so far |
//! | `playlists.rs` | those that somebody may still play |
//! | `flac.rs`, `mp4.rs` | samples as pieces that players and browsers know |
//! | `frames.rs` | how long files last that are passed on as they are |

mod flac;
mod frames;
mod mp4;
mod playlist;
mod playlists;
mod segment;

pub(crate) use playlist::Playlist;
pub(crate) use playlists::{Playlists, locked};
pub use segment::Segment;
