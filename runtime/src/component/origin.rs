//! Where the events of a component on a page come from.

use std::{any::Any, fmt, sync::Arc};

/// A component in its place, as its events see it. What that is, only the page knows.
#[derive(Clone)]
pub struct Origin(Arc<dyn Any + Send + Sync>);

impl Origin {
    pub(crate) fn new(place: impl Any + Send + Sync) -> Self {
        Self(Arc::new(place))
    }

    pub(crate) fn place<T: Any>(&self) -> Option<&T> {
        self.0.downcast_ref()
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Origin")
    }
}
