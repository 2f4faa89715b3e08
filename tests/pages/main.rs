//! Pages of one's own, as clients see them: which events there are, what they send and keep.
//!
//! Each file has its programs beside its tests, in modules of their own.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

mod batches;
mod browser;
mod chains;
mod event_data;
mod events;
mod examples;
mod flags;
mod kept;
mod languages;
mod looks;
mod mistakes;
mod named;
mod options;
mod renders;
mod requests;
mod seeds;
mod several;
mod sizes;
mod steps;
mod updates;
mod validators;

use vetrina_tests::{
    get,
    page::{Page, RUNTIME, only, session},
    post, request,
};
