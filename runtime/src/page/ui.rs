//! `Ui`: puts blocks onto a page.

use std::{
    cell::{RefCell, RefMut},
    rc::Rc,
    sync::Arc,
};

use super::{Blocks, Handle, Inputs, Listener, Outputs, Parent, trigger::Wired};
use crate::{
    component::{AnyComponent, Component},
    components::{
        Markdown,
        layout::{Accordion, Column, Group, Row, Tab, Tabs},
    },
    endpoint::Function,
};

/// The blocks of an app while its pages are put together: handles and the `Ui` share them.
pub(crate) type Shared = Rc<RefCell<Blocks>>;

/// Puts blocks onto a page, in the order of the calls.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page(title = "About")]
/// fn about(ui: &mut Ui) {
///     ui.markdown("# Two columns");
///     ui.row(|ui| {
///         ui.column(|ui| ui.markdown("left"));
///         ui.column(|ui| ui.markdown("right"));
///     });
/// }
/// ```
#[derive(Debug)]
pub struct Ui {
    blocks: Shared,
    /// What takes what is added now.
    parent: Parent,
}

impl Ui {
    /// A `Ui` that adds to a new page.
    pub(crate) fn new(blocks: &Shared) -> Self {
        let page = blocks.borrow_mut().begin_page();
        Self {
            blocks: Rc::clone(blocks),
            parent: Parent::Page(page),
        }
    }

    pub(crate) fn blocks(&self) -> RefMut<'_, Blocks> {
        self.blocks.borrow_mut()
    }

    fn inside(&self, block: usize) -> Self {
        Self {
            blocks: Rc::clone(&self.blocks),
            parent: Parent::Block(block),
        }
    }

    /// Adds a component.
    pub fn add<C: Component>(&mut self, component: C) -> Handle<C> {
        let component = Arc::new(component);
        let id = self.add_any(component.clone());
        Handle::new(&self.blocks, id, component)
    }

    pub(crate) fn add_any(&mut self, component: Arc<dyn AnyComponent>) -> usize {
        self.blocks().add(component, self.parent)
    }

    /// Adds a container and what `fill` puts into it.
    pub fn add_block<C: Component, R>(
        &mut self,
        block: C,
        fill: impl FnOnce(&mut Self) -> R,
    ) -> (Handle<C>, R) {
        let handle = self.add(block);
        let inside = fill(&mut self.inside(handle.id()));
        (handle, inside)
    }

    /// Runs `function` whenever somebody opens the page.
    #[track_caller]
    pub fn load<F, A, Kind, How, I, O>(&mut self, function: F, inputs: I, outputs: O) -> Listener
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        Wired::new(function, inputs, outputs).listen(&self.blocks, vec![(0, "load")])
    }

    /// Adds text in Markdown.
    pub fn markdown(&mut self, text: impl Into<String>) -> Handle<Markdown> {
        self.add(Markdown::new().value(text.into()))
    }

    /// What `fill` adds stands side by side, and wraps on narrow pages.
    pub fn row<R>(&mut self, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Row::new(), fill).1
    }

    /// What `fill` adds stands one below the other.
    pub fn column<R>(&mut self, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Column::new(), fill).1
    }

    /// What `fill` adds stands close together.
    pub fn group<R>(&mut self, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Group::new(), fill).1
    }

    /// What `fill` adds can be folded away.
    pub fn accordion<R>(
        &mut self,
        label: impl Into<String>,
        fill: impl FnOnce(&mut Self) -> R,
    ) -> R {
        self.add_block(Accordion::new(label), fill).1
    }

    /// A tab with what `fill` adds; tabs that follow each other share one bar.
    pub fn tab<R>(&mut self, label: impl Into<String>, fill: impl FnOnce(&mut Self) -> R) -> R {
        let tabs = self
            .last_tabs()
            .unwrap_or_else(|| self.add(Tabs::new()).id());
        let number = self.blocks().children(Parent::Block(tabs)).len();
        let tab = self.inside(tabs).add(Tab::new(label)).id();
        self.blocks().set(tab, "id", number);
        fill(&mut self.inside(tab))
    }

    fn last_tabs(&self) -> Option<usize> {
        let blocks = self.blocks();
        let last = *blocks.children(self.parent).last()?;
        (blocks.get(last).component.wire() == Tabs::WIRE).then_some(last)
    }
}
