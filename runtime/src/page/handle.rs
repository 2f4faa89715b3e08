//! A component in its place, to wire it up.

use std::{fmt, rc::Rc, sync::Arc};

use super::Shared;
use crate::component::Component;

/// A component on a page.
///
/// [`Ui::add`](crate::Ui::add) gives it. Its events are methods, as many as its component has.
pub struct Handle<C: Component> {
    blocks: Shared,
    id: usize,
    component: Arc<C>,
}

impl<C: Component> Handle<C> {
    pub(crate) fn new(blocks: &Shared, id: usize, component: Arc<C>) -> Self {
        Self {
            blocks: Rc::clone(blocks),
            id,
            component,
        }
    }

    /// The id of the component in the config.
    #[must_use]
    pub fn id(&self) -> usize {
        self.id
    }
}

impl<C: Component> fmt::Debug for Handle<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", C::WIRE, self.id)
    }
}
