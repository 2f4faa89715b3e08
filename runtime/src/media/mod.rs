//! Sound and film that are played while they are made: segments, and the list of them that players read.
//!
//! | file | what it does |
//! |---|---|
//! | `segment.rs` | one piece, and how long it lasts |
//! | `playlist.rs` | the pieces of one run so far |
//! | `playlists.rs` | those that somebody may still play |
//! | `film.rs` | films, and sounds as films, that can be put one after the other |
//! | `fragments.rs`, `boxes.rs` | how MP4 is read |
//! | `mp4.rs`, `flac.rs` | how it is written: in fragments, which players and browsers know |
//! | `clusters.rs` | how `WebM` is read and written |
//! | `codecs.rs` | what browsers call what is inside |
//! | `length.rs` | how long films last, without their pictures |
//! | `frames.rs` | how long files last that are passed on as they are |

mod boxes;
mod clusters;
mod codecs;
mod film;
mod flac;
mod fragments;
mod frames;
pub(crate) mod length;
mod mp4;
mod playlist;
mod playlists;
mod segment;

pub(crate) use playlist::Playlist;
pub(crate) use playlists::{Playlists, locked};
pub use segment::Segment;
