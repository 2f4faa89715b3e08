//! The blocks of an app as they are put in: components, and the tree they stand in.

use std::sync::Arc;

use serde_json::{Map, Value};

use super::Dependency;
use crate::component::{AnyComponent, Kind};

/// A component in its place.
#[derive(Clone)]
pub(crate) struct Block {
    pub(crate) id: usize,
    pub(crate) component: Arc<dyn AnyComponent>,
    /// Props that the place decides, over those of the component.
    pub(crate) over: Map<String, Value>,
    /// An argument or result of a function that no page shows.
    pub(crate) api_only: bool,
}

impl std::fmt::Debug for Block {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", self.component.wire(), self.id)
    }
}

/// All blocks of an app. Ids count from 1; 0 is the app itself.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    all: Vec<Block>,
    /// The children of each id.
    children: Vec<Vec<usize>>,
    pub(crate) dependencies: Vec<Dependency>,
}

impl Blocks {
    /// Puts `component` at the end of `parent`.
    pub(crate) fn add(&mut self, component: Arc<dyn AnyComponent>, parent: usize) -> usize {
        let id = self.make(component, false);
        self.children[parent].push(id);
        id
    }

    /// Keeps a component that stands nowhere.
    pub(crate) fn add_unseen(&mut self, component: Arc<dyn AnyComponent>) -> usize {
        self.make(component, true)
    }

    fn make(&mut self, component: Arc<dyn AnyComponent>, api_only: bool) -> usize {
        let id = self.all.len() + 1;
        self.all.push(Block {
            id,
            component,
            over: Map::new(),
            api_only,
        });
        self.children.resize_with(id + 1, Vec::new);
        id
    }

    pub(crate) fn get(&self, id: usize) -> &Block {
        &self.all[id - 1]
    }

    pub(crate) fn set(&mut self, id: usize, prop: &str, value: impl Into<Value>) {
        self.all[id - 1].over.insert(prop.into(), value.into());
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Block> {
        self.all.iter()
    }

    pub(crate) fn children(&self, id: usize) -> &[usize] {
        self.children.get(id).map_or(&[], Vec::as_slice)
    }

    /// Gives runs of form components that stand side by side one frame each.
    pub(crate) fn frame_forms(&mut self, form: impl Fn() -> Arc<dyn AnyComponent>) {
        for parent in 0..self.children.len() {
            let children = std::mem::take(&mut self.children[parent]);
            let mut framed: Vec<usize> = Vec::with_capacity(children.len());
            let mut open = None;
            for child in children {
                if self.joins_a_form(child) {
                    let frame = *open.get_or_insert_with(|| {
                        let frame = self.make(form(), false);
                        framed.push(frame);
                        frame
                    });
                    self.children[frame].push(child);
                } else {
                    open = None;
                    framed.push(child);
                }
            }
            self.children[parent] = framed;
        }
    }

    fn joins_a_form(&self, id: usize) -> bool {
        let component = &self.get(id).component;
        component.kind() == Kind::Form && component.base().container
    }
}
