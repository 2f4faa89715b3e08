//! `Ui`: puts blocks onto a page.

use std::{marker::PhantomData, sync::Arc};

use super::Blocks;
use crate::{
    component::{AnyComponent, Component},
    components::{
        Markdown,
        layout::{Accordion, Column, Group, Row, Tab, Tabs},
    },
};

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
pub struct Ui<'a> {
    blocks: &'a mut Blocks,
    /// The block that takes what is added now.
    parent: usize,
}

/// A component on a page.
#[derive(Debug)]
pub struct Handle<C> {
    id: usize,
    component: PhantomData<fn() -> C>,
}

impl<C> Handle<C> {
    /// The id of the component in the config.
    #[must_use]
    pub fn id(&self) -> usize {
        self.id
    }
}

impl<'a> Ui<'a> {
    pub(crate) fn new(blocks: &'a mut Blocks) -> Self {
        Self { blocks, parent: 0 }
    }

    pub(crate) fn blocks(&mut self) -> &mut Blocks {
        self.blocks
    }

    /// Adds a component.
    pub fn add<C: Component>(&mut self, component: C) -> Handle<C> {
        let id = self.blocks.add(Arc::new(component), self.parent);
        Handle {
            id,
            component: PhantomData,
        }
    }

    pub(crate) fn add_any(&mut self, component: Arc<dyn AnyComponent>) -> usize {
        self.blocks.add(component, self.parent)
    }

    /// Adds a container and, with `fill`, what it holds.
    pub fn add_block<C: Component, R>(
        &mut self,
        block: C,
        fill: impl FnOnce(&mut Ui<'_>) -> R,
    ) -> (Handle<C>, R) {
        let handle = self.add(block);
        let inside = fill(&mut Ui {
            blocks: self.blocks,
            parent: handle.id,
        });
        (handle, inside)
    }

    /// Adds text in Markdown.
    pub fn markdown(&mut self, text: impl Into<String>) -> Handle<Markdown> {
        self.add(Markdown::new().value(text.into()))
    }

    /// What `fill` adds stands side by side, and wraps on narrow pages.
    pub fn row<R>(&mut self, fill: impl FnOnce(&mut Ui<'_>) -> R) -> R {
        self.add_block(Row::new(), fill).1
    }

    /// What `fill` adds stands one below the other.
    pub fn column<R>(&mut self, fill: impl FnOnce(&mut Ui<'_>) -> R) -> R {
        self.add_block(Column::new(), fill).1
    }

    /// What `fill` adds stands close together.
    pub fn group<R>(&mut self, fill: impl FnOnce(&mut Ui<'_>) -> R) -> R {
        self.add_block(Group::new(), fill).1
    }

    /// What `fill` adds can be folded away.
    pub fn accordion<R>(
        &mut self,
        label: impl Into<String>,
        fill: impl FnOnce(&mut Ui<'_>) -> R,
    ) -> R {
        self.add_block(Accordion::new(label), fill).1
    }

    /// A tab with what `fill` adds; tabs that follow each other share one bar.
    pub fn tab<R>(&mut self, label: impl Into<String>, fill: impl FnOnce(&mut Ui<'_>) -> R) -> R {
        let last = self.blocks.children(self.parent).last().copied();
        let tabs = last
            .filter(|&id| self.blocks.get(id).component.wire() == Tabs::WIRE)
            .unwrap_or_else(|| self.add(Tabs::new()).id);
        let number = self.blocks.children(tabs).len();
        let tab = self.blocks.add(Arc::new(Tab::new(label)), tabs);
        self.blocks.set(tab, "id", number);
        fill(&mut Ui {
            blocks: self.blocks,
            parent: tab,
        })
    }
}
