//! The blocks of an app as they are put in: components, and the tree they stand in.

use std::{any::TypeId, collections::HashMap, panic::Location, sync::Arc};

use serde_json::{Map, Value};

use super::Dependency;
use crate::{
    component::{AnyComponent, Component as _, Kind},
    components::{SessionState, layout::Draggable},
    theme::Theme,
};

/// A component in its place.
#[derive(Clone)]
pub(crate) struct Block {
    pub(crate) id: usize,
    pub(crate) component: Arc<dyn AnyComponent>,
    /// Props that the place decides, over those of the component.
    pub(crate) over: Map<String, Value>,
    /// An argument or result of a function that no page shows.
    pub(crate) api_only: bool,
    /// The page it was put on, by its number; what is kept for a session stands on none.
    pub(crate) page: Option<usize>,
    /// File and line of what put it there.
    pub(crate) place: (&'static str, u32),
}

impl std::fmt::Debug for Block {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", self.component.wire(), self.id)
    }
}

/// What holds a block: a page, by its number, or another block, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Parent {
    Page(usize),
    Block(usize),
}

/// All blocks of an app. Ids count from 1; 0 is the app itself.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    all: Vec<Block>,
    /// The top-level blocks of each page.
    pages: Vec<Vec<usize>>,
    /// The children of each id.
    children: Vec<Vec<usize>>,
    /// The component of each type that is kept for a session.
    states: HashMap<TypeId, usize>,
    pub(crate) dependencies: Vec<Dependency>,
    /// What else belongs to each page.
    extras: Vec<Extras>,
    /// Functions that were put where they do not fit.
    pub(crate) misfits: Vec<Misfit>,
}

/// A function where it does not fit.
#[derive(Debug)]
pub(crate) struct Misfit {
    pub(crate) function: String,
    /// File and line of who put it there.
    pub(crate) place: (&'static str, u32),
    pub(crate) text: &'static str,
}

/// What an author adds to a page besides its blocks.
#[derive(Debug, Default, Clone)]
pub(crate) struct Extras {
    pub(crate) css: Vec<String>,
    /// Markup for the end of the head.
    pub(crate) head: String,
    /// Scripts that run when the page is there.
    pub(crate) js: Vec<String>,
    /// What it looks like, where that is not what the app says; so is what follows.
    pub(crate) theme: Option<Theme>,
    pub(crate) fill_width: Option<bool>,
    pub(crate) fill_height: Option<bool>,
}

impl Extras {
    /// The rules of its theme, if it has any.
    pub(crate) fn theme_css(&self) -> Option<String> {
        // The sheet lies beside the files it names.
        self.theme.as_ref().and_then(|theme| theme.css(""))
    }
}

impl Blocks {
    /// Begins the next page and gives its number.
    pub(crate) fn begin_page(&mut self) -> usize {
        self.pages.push(Vec::new());
        self.extras.push(Extras::default());
        self.pages.len() - 1
    }

    /// The page that is put together now.
    pub(crate) fn last_page(&self) -> usize {
        self.pages.len() - 1
    }

    /// What else belongs to a page, by its number.
    pub(crate) fn extras(&mut self, page: usize) -> &mut Extras {
        &mut self.extras[page]
    }

    /// Puts `component` at the end of `parent`.
    #[track_caller]
    pub(crate) fn add(&mut self, component: Arc<dyn AnyComponent>, parent: Parent) -> usize {
        let id = self.make(component, false);
        self.all[id - 1].page = self.pages.len().checked_sub(1);
        match parent {
            Parent::Page(page) => self.pages[page].push(id),
            Parent::Block(block) => self.children[block].push(id),
        }
        id
    }

    /// Keeps a component that stands nowhere.
    pub(crate) fn add_unseen(&mut self, component: Arc<dyn AnyComponent>) -> usize {
        self.make(component, true)
    }

    /// Adds an event, with a place for each value its function keeps for a session: clients send
    /// and get nothing there.
    pub(crate) fn listen(&mut self, mut event: Dependency, states: &[(usize, TypeId)]) {
        event.turns = self.turns(&event);
        for (before, (index, kept)) in states.iter().enumerate() {
            let known = self.states.get(kept).copied();
            let id = known.unwrap_or_else(|| self.make(Arc::new(SessionState::new()), false));
            self.states.insert(*kept, id);
            event.inputs.insert(index + before, id);
            event.states.push(index + before);
            event.outputs.push(id);
        }
        let mut blocks = event.inputs.iter().chain(&event.outputs);
        event.keeps_state = blocks.any(|id| self.is_state(*id));
        self.dependencies.push(event);
    }

    /// The values of a session that an event takes and gives back. A generator would keep others
    /// waiting for as long as it goes on, and what a `State` holds is changed in one step.
    fn turns(&self, event: &Dependency) -> Vec<usize> {
        if event.generator {
            return Vec::new();
        }
        let both = event.inputs.iter().filter(|id| event.outputs.contains(id));
        let mut turns: Vec<_> = both.copied().filter(|id| self.is_state(*id)).collect();
        // All in one order: no two calls wait for each other.
        turns.sort_unstable();
        turns
    }

    /// The changes of those of these components that tell of them.
    pub(crate) fn changes(&self, ids: &[usize]) -> Vec<(usize, &'static str)> {
        let tells = |id: &&usize| {
            self.find(**id)
                .is_some_and(|block| block.component.events().contains(&"change"))
        };
        ids.iter().filter(tells).map(|id| (*id, "change")).collect()
    }

    /// Whether this stands for a value that is kept for a session.
    pub(crate) fn is_state(&self, id: usize) -> bool {
        self.find(id)
            .is_some_and(|block| block.component.wire() == SessionState::WIRE)
    }

    /// Whether anything is kept for a session.
    pub(crate) fn keeps_state(&self) -> bool {
        let unload = |event: &Dependency| event.targets.contains(&(0, "unload"));
        self.all
            .iter()
            .any(|block| block.component.wire() == SessionState::WIRE)
            || self.dependencies.iter().any(unload)
    }

    #[track_caller]
    fn make(&mut self, component: Arc<dyn AnyComponent>, api_only: bool) -> usize {
        let id = self.all.len() + 1;
        let place = Location::caller();
        component.placed(id);
        self.all.push(Block {
            id,
            component,
            over: Map::new(),
            api_only,
            page: None,
            place: (place.file(), place.line()),
        });
        self.children.resize_with(id + 1, Vec::new);
        id
    }

    /// The block with this id, which a handle of another app may not have.
    pub(crate) fn find(&self, id: usize) -> Option<&Block> {
        self.all.get(id.checked_sub(1)?)
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

    pub(crate) fn children(&self, parent: Parent) -> &[usize] {
        match parent {
            Parent::Page(page) => &self.pages[page],
            Parent::Block(block) => &self.children[block],
        }
    }

    /// Closes what is only ever filled by functions to the person at the page, unless the author
    /// said otherwise.
    pub(crate) fn close_outputs(&mut self) {
        for block in &mut self.all {
            let base = block.component.base();
            let is = |ids: fn(&Dependency) -> &Vec<usize>, by_function: bool| {
                self.dependencies
                    .iter()
                    .filter(|event| event.client_action.is_none() == by_function)
                    .any(|event| ids(event).contains(&block.id))
            };
            let (filled, emptied) = (
                is(|event| &event.outputs, true),
                is(|event| &event.outputs, false),
            );
            if block.component.kind() != Kind::Block
                && base.interactive.is_none()
                && (filled || emptied)
                && !is(|event| &event.inputs, true)
            {
                // What a button can empty somebody must have filled.
                block.over.insert("interactive".into(), (!filled).into());
            }
        }
    }

    /// Tells each generator which of its outputs take its results for chunks of one.
    pub(crate) fn join_chunks(&mut self) {
        for event in self.dependencies.iter_mut().filter(|event| event.generator) {
            let outputs = event.outputs.iter().enumerate();
            let streaming = outputs.filter_map(|(index, id)| {
                let component = &self.all[id - 1].component;
                component.streams().then(|| (index, component.clone()))
            });
            event.streaming = streaming.collect();
        }
    }

    /// Notes which outputs are tables.
    pub(crate) fn find_tables(&mut self) {
        let is_table = |id: usize| {
            self.all
                .iter()
                .any(|it| it.id == id && it.component.wire() == "dataframe")
        };
        for event in &mut self.dependencies {
            let outputs = event.outputs.iter().enumerate();
            let tables = outputs.filter(|(_, id)| is_table(**id));
            event.tables = tables.map(|(place, _)| place).collect();
        }
    }

    /// Gives runs of form components that stand side by side one frame each.
    pub(crate) fn frame_forms(&mut self, form: impl Fn() -> Arc<dyn AnyComponent>) {
        let pages = (0..self.pages.len()).map(Parent::Page);
        let blocks = (0..self.children.len()).map(Parent::Block);
        for parent in pages.chain(blocks) {
            if self.parts_its_children(parent) {
                continue;
            }
            let children = std::mem::take(self.children_mut(parent));
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
            *self.children_mut(parent) = framed;
        }
    }

    /// What is moved one by one is not framed together.
    fn parts_its_children(&self, parent: Parent) -> bool {
        matches!(parent, Parent::Block(id) if id > 0 && self.get(id).component.wire() == Draggable::WIRE)
    }

    fn children_mut(&mut self, parent: Parent) -> &mut Vec<usize> {
        match parent {
            Parent::Page(page) => &mut self.pages[page],
            Parent::Block(block) => &mut self.children[block],
        }
    }

    fn joins_a_form(&self, id: usize) -> bool {
        let component = &self.get(id).component;
        component.kind() == Kind::Form && component.base().container
    }
}
