//! The face a session's value has in the config: none, but clients leave a place for it.

use crate::component;

/// A value that a function keeps for each session; functions take it as
/// [`State<T>`](crate::endpoint::State).
#[component(data_model = (), wire = "state", skip_api, events(change))]
#[derive(Debug, Clone)]
pub struct SessionState {
    /// How long the value is kept, in seconds; for an hour after the page is gone unless set.
    pub time_to_live: Option<f64>,
}
