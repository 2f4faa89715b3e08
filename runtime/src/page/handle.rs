//! A component in its place, to wire it up.

use std::{fmt, ops::Deref, panic::Location, sync::Arc};

use super::{ClientAction, Dependency, Shared, trigger::Place};
use crate::{
    component::{Component, Origin},
    components::Button,
};

/// A component on a page.
///
/// [`Ui::add`](crate::Ui::add) gives it. Its events are methods, as many as its component has.
pub struct Handle<C: Component> {
    blocks: Shared,
    id: usize,
    component: Arc<C>,
    events: C::Events,
}

impl<C: Component> Handle<C> {
    pub(crate) fn new(blocks: &Shared, id: usize, component: Arc<C>) -> Self {
        let place = Place {
            blocks: blocks.clone(),
            id,
        };
        Self {
            blocks: blocks.clone(),
            id,
            component,
            events: Origin::new(place).into(),
        }
    }

    pub(crate) fn component(&self) -> &Arc<C> {
        &self.component
    }

    pub(crate) fn blocks(&self) -> &Shared {
        &self.blocks
    }

    /// The id of the component in the config.
    #[must_use]
    pub fn id(&self) -> usize {
        self.id
    }
}

/// The same component in its place, for a function that wants a handle of its own.
impl<C: Component> Clone for Handle<C> {
    fn clone(&self) -> Self {
        Self::new(&self.blocks, self.id, Arc::clone(&self.component))
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

impl Handle<Button> {
    /// A click empties these, in the page itself; events on their changes run as if a person had
    /// emptied them.
    #[allow(
        clippy::return_self_not_must_use,
        clippy::needless_pass_by_value,
        reason = "it is wired already, and a tuple of handles is written in place"
    )]
    #[track_caller]
    pub fn clears(&self, components: impl Handles) -> &Self {
        let place = Location::caller();
        let here = self.blocks.here();
        let mut blocks = here.get();
        let id = blocks.ids.event();
        let event = Dependency {
            targets: vec![(self.id, "click")],
            outputs: components.all(),
            client_action: Some(ClientAction::Empty),
            wired_at: (place.file(), place.line()),
            ..Dependency::empty(id)
        };
        blocks.listen(event, &[]);
        self
    }
}

/// Components on a page, whatever they are: `&a`, `(&a, &b)`, `[&a, &b]` or `()`.
pub trait Handles {
    /// Their ids, in order.
    fn all(&self) -> Vec<usize>;
}

impl Handles for () {
    fn all(&self) -> Vec<usize> {
        Vec::new()
    }
}

impl<C: Component> Handles for &Handle<C> {
    fn all(&self) -> Vec<usize> {
        vec![self.id]
    }
}

impl<C: Component> Handles for &[Handle<C>] {
    fn all(&self) -> Vec<usize> {
        self.iter().map(Handle::id).collect()
    }
}

impl<C: Component> Handles for &Vec<Handle<C>> {
    fn all(&self) -> Vec<usize> {
        self.as_slice().all()
    }
}

impl<H: Handles, const N: usize> Handles for [H; N] {
    fn all(&self) -> Vec<usize> {
        self.iter().flat_map(Handles::all).collect()
    }
}

macro_rules! handles {
    ($([$($handle:ident $index:tt)*])*) => {$(
        impl<$($handle: Handles),*> Handles for ($($handle,)*) {
            fn all(&self) -> Vec<usize> {
                [$(self.$index.all()),*].concat()
            }
        }
    )*};
}

handles! {
    [A 0]
    [A 0 B 1]
    [A 0 B 1 C 2]
    [A 0 B 1 C 2 D 3]
    [A 0 B 1 C 2 D 3 E 4]
    [A 0 B 1 C 2 D 3 E 4 F 5]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7]
}
