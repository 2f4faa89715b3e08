//! A component in its place, to wire it up.

use std::{fmt, ops::Deref, rc::Rc, sync::Arc};

use super::{Shared, trigger::Trigger};
use crate::component::{Component, Origin};

/// A component on a page.
///
/// [`Ui::add`](crate::Ui::add) gives it. Its events are methods, as many as its component has.
pub struct Handle<C: Component> {
    id: usize,
    component: Arc<C>,
    events: C::Events,
}

impl<C: Component> Handle<C> {
    pub(crate) fn new(blocks: &Shared, id: usize, component: Arc<C>) -> Self {
        let trigger = Trigger {
            blocks: Rc::clone(blocks),
            id,
        };
        Self {
            id,
            component,
            events: Origin::new(trigger).into(),
        }
    }

    pub(crate) fn component(&self) -> &Arc<C> {
        &self.component
    }

    /// The id of the component in the config.
    #[must_use]
    pub fn id(&self) -> usize {
        self.id
    }
}

impl<C: Component> Deref for Handle<C> {
    type Target = C::Events;

    fn deref(&self) -> &C::Events {
        &self.events
    }
}

impl<C: Component> fmt::Debug for Handle<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", C::WIRE, self.id)
    }
}
