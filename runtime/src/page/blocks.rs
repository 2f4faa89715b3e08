//! The blocks of an app as they are put in: components, and the tree they stand in.

use std::{
    any::TypeId,
    collections::{BTreeMap, HashMap, HashSet},
    panic::Location,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use serde_json::{Map, Value, json};

use super::{Dependency, part::Part};
use crate::{
    component::{AnyComponent, Component as _, Kind},
    components::{
        SessionState,
        layout::{Draggable, Form},
    },
    examples,
    flagging::FlaggingMode,
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

/// The next free numbers. Those of an app are counted once; what its sessions make besides is
/// counted on from there, for each session by itself.
#[derive(Debug)]
pub(crate) struct Ids {
    blocks: AtomicUsize,
    events: AtomicUsize,
    parts: AtomicUsize,
}

impl Default for Ids {
    /// Blocks count from 1; 0 is the app itself.
    fn default() -> Self {
        Self {
            blocks: AtomicUsize::new(1),
            events: AtomicUsize::new(0),
            parts: AtomicUsize::new(0),
        }
    }
}

impl Ids {
    /// Counts on from here, by itself.
    pub(crate) fn on(&self) -> Self {
        let now = |number: &AtomicUsize| AtomicUsize::new(number.load(Ordering::Relaxed));
        Self {
            blocks: now(&self.blocks),
            events: now(&self.events),
            parts: now(&self.parts),
        }
    }

    pub(super) fn block(&self) -> usize {
        self.blocks.fetch_add(1, Ordering::Relaxed)
    }

    pub(super) fn event(&self) -> usize {
        self.events.fetch_add(1, Ordering::Relaxed)
    }

    pub(super) fn part(&self) -> usize {
        self.parts.fetch_add(1, Ordering::Relaxed)
    }
}

/// All blocks of an app, or those of a part of a page that is drawn anew for a session.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    pub(super) ids: Arc<Ids>,
    all: BTreeMap<usize, Block>,
    /// The top-level blocks of each page.
    pages: Vec<Vec<usize>>,
    /// The children of each id.
    children: HashMap<usize, Vec<usize>>,
    /// The component of each type that is kept for a session.
    states: HashMap<TypeId, usize>,
    pub(crate) dependencies: Vec<Dependency>,
    /// What else belongs to each page.
    extras: Vec<Extras>,
    /// Functions that were put where they do not fit.
    pub(crate) misfits: Vec<Misfit>,
    /// What else was said that cannot be, and where.
    pub(crate) mistakes: Vec<(&'static Location<'static>, String)>,
    /// Examples that a function runs on.
    pub(super) samples: Vec<super::examples::Sampled>,
    /// What is to be worked out of examples when the app starts.
    pub(super) eager: Vec<Arc<examples::Cache>>,
    /// What the environment says about examples and flags.
    pub(crate) settings: (examples::Settings, FlaggingMode),
    /// Where the pages are found.
    pub(crate) paths: Vec<String>,
    /// What makes it a part of a page.
    pub(super) part: Option<Part>,
}

/// A function where it does not fit.
#[derive(Debug)]
pub(crate) struct Misfit {
    pub(crate) function: String,
    /// File and line of who put it there.
    pub(crate) place: (&'static str, u32),
    pub(crate) text: std::borrow::Cow<'static, str>,
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
    /// Those of a part of a page, none yet.
    pub(super) fn of_part(ids: Arc<Ids>, part: Part) -> Self {
        Self {
            ids,
            part: Some(part),
            ..Self::default()
        }
    }

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
    #[track_caller]
    pub(crate) fn extras(&mut self, page: usize) -> &mut Extras {
        if let Some(part) = &mut self.part {
            let place = Location::caller();
            part.mistake(format!(
                "{place}: this is said of a whole page: say it where the page is built"
            ));
        }
        &mut self.extras[page]
    }

    /// Puts `component` at the end of `parent`.
    #[track_caller]
    pub(crate) fn add(&mut self, component: Arc<dyn AnyComponent>, parent: Parent) -> usize {
        let id = self.make(component, false);
        if let (Parent::Block(block), Some(part)) = (parent, &mut self.part)
            && !self.all.contains_key(&block)
        {
            let place = Location::caller();
            part.mistake(format!(
                "{place}: this goes into a container that stands outside of what is drawn: put `ui.render(…)` into it \
                 instead"
            ));
        }
        self.place(id, parent);
        id
    }

    /// Keeps a component that stands nowhere.
    #[track_caller]
    pub(crate) fn add_unseen(&mut self, component: Arc<dyn AnyComponent>) -> usize {
        self.make(component, true)
    }

    /// Keeps a component that is [placed](Self::place) later, if at all.
    #[track_caller]
    pub(super) fn add_apart(&mut self, component: Arc<dyn AnyComponent>) -> usize {
        self.make(component, false)
    }

    /// Puts what was kept apart at the end of `parent`.
    pub(super) fn place(&mut self, id: usize, parent: Parent) {
        let page = self.pages.len().checked_sub(1);
        if let Some(block) = self.all.get_mut(&id) {
            block.page = page;
        }
        match parent {
            Parent::Page(page) => self.pages[page].push(id),
            Parent::Block(block) => self.children.entry(block).or_default().push(id),
        }
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
        event.keeps_state |= blocks.any(|id| self.is_state(*id));
        event.rendered_in = self.part.as_ref().map(|part| part.id);
        self.dependencies.push(event);
    }

    /// Whether a block holds what a `State` of a function is kept in.
    pub(crate) fn holds_a_state(&self, id: usize) -> bool {
        self.states.values().any(|known| *known == id)
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

    /// The event with this number, if it was made here.
    pub(crate) fn event(&mut self, id: usize) -> Option<&mut Dependency> {
        // The newest is asked for most.
        self.dependencies
            .iter_mut()
            .rev()
            .find(|event| event.id == id)
    }

    /// Gives an event the number that it had when it was wired the last time.
    pub(super) fn keep_event(
        &mut self,
        id: usize,
        key: &Value,
        place: &'static Location<'static>,
    ) -> usize {
        let Some(part) = &mut self.part else {
            return id;
        };
        let Some(kept) = part.keep("event", key.to_string(), place, || id) else {
            return id;
        };
        let number = self
            .event(id)
            .map(|event| std::mem::replace(&mut event.id, kept));
        number.map_or(id, |_| kept)
    }

    /// Somebody says more of an event that is in use already.
    pub(super) fn late(&mut self, id: usize) {
        if let Some(part) = &mut self.part {
            part.mistake(format!(
                "the event {id} is in use already: its options are set where it is wired"
            ));
        }
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
        self.is(id, SessionState::WIRE)
    }

    /// Where a page of the app is found, by its number.
    pub(super) fn path(&self, page: usize) -> String {
        match &self.part {
            Some(part) => part.around.get().path(page),
            None => self.paths.get(page).cloned().unwrap_or_default(),
        }
    }

    /// Whether this is a component of that name, be it here or in what stands around.
    fn is(&self, id: usize, wire: &str) -> bool {
        self.find(id)
            .is_some_and(|block| block.component.wire() == wire)
    }

    /// Whether anything is kept for a session.
    pub(crate) fn keeps_state(&self) -> bool {
        let session = |event: &Dependency| {
            event.targets.contains(&(0, "unload")) || event.render_id.is_some()
        };
        self.iter()
            .any(|block| block.component.wire() == SessionState::WIRE)
            || self.dependencies.iter().any(session)
    }

    #[track_caller]
    fn make(&mut self, component: Arc<dyn AnyComponent>, api_only: bool) -> usize {
        let place = Location::caller();
        let key = component.base().key.as_ref().map(Value::to_string);
        let kept =
            self.part.as_mut().zip(key).and_then(|(part, key)| {
                part.keep(component.wire(), key, place, || self.ids.block())
            });
        let id = kept.unwrap_or_else(|| self.ids.block());
        component.placed(id);
        let block = Block {
            id,
            component,
            over: Map::new(),
            place: (place.file(), place.line()),
            api_only,
            page: None,
        };
        self.all.insert(id, block);
        id
    }

    pub(crate) fn get(&self, id: usize) -> &Block {
        &self.all[&id]
    }

    /// A block of these, or of what stands around them; a handle of another app may have none.
    pub(crate) fn find(&self, id: usize) -> Option<Block> {
        match (self.all.get(&id), &self.part) {
            (Some(block), _) => Some(block.clone()),
            (None, Some(part)) => part.around.get().find(id),
            (None, None) => None,
        }
    }

    pub(crate) fn set(&mut self, id: usize, prop: &str, value: impl Into<Value>) {
        if let Some(block) = self.all.get_mut(&id) {
            block.over.insert(prop.into(), value.into());
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Block> {
        self.all.values()
    }

    pub(crate) fn children(&self, parent: Parent) -> &[usize] {
        match parent {
            Parent::Page(page) => &self.pages[page],
            Parent::Block(block) => self.children.get(&block).map_or(&[], Vec::as_slice),
        }
    }

    /// Closes what is only ever filled by functions to the person at the page, unless the author
    /// said otherwise.
    pub(crate) fn close_outputs(&mut self) {
        let all = |ids: fn(&Dependency) -> &Vec<usize>, by_function: bool| -> HashSet<usize> {
            let events = self.dependencies.iter();
            events
                .filter(|event| event.client_action.is_none() == by_function && !event.writes_down)
                .flat_map(|event| ids(event).iter().copied())
                .collect()
        };
        let read = all(|event| &event.inputs, true);
        let filled = all(|event| &event.outputs, true);
        let emptied = all(|event| &event.outputs, false);
        for block in self.all.values_mut() {
            let base = block.component.base();
            let (filled, emptied) = (filled.contains(&block.id), emptied.contains(&block.id));
            if block.component.kind() != Kind::Block
                && base.interactive.is_none()
                && (filled || emptied)
                && !read.contains(&block.id)
            {
                // What a button can empty somebody must have filled.
                block.over.insert("interactive".into(), (!filled).into());
            }
        }
    }

    /// Tells each generator which of its outputs take its results for chunks of one.
    pub(crate) fn join_chunks(&mut self) {
        let mut events = std::mem::take(&mut self.dependencies);
        for event in events.iter_mut().filter(|event| event.generator) {
            let outputs = event.outputs.iter().enumerate();
            let streaming = outputs.filter_map(|(index, id)| {
                let component = self.find(*id)?.component;
                component.streams().then_some((index, component))
            });
            event.streaming = streaming.collect();
        }
        self.dependencies = events;
    }

    /// Notes which outputs are tables.
    pub(crate) fn find_tables(&mut self) {
        let mut events = std::mem::take(&mut self.dependencies);
        for event in &mut events {
            let outputs = event.outputs.iter().enumerate();
            let tables = outputs.filter(|(_, id)| self.is(**id, "dataframe"));
            event.tables = tables.map(|(place, _)| place).collect();
        }
        self.dependencies = events;
    }

    /// Gives runs of form components that stand side by side one frame each. A frame is kept with
    /// the first that stands in it.
    pub(crate) fn frame_forms(&mut self) {
        let pages = (0..self.pages.len()).map(Parent::Page);
        let mut blocks: Vec<_> = self.children.keys().copied().collect();
        blocks.sort_unstable();
        for parent in pages.chain(blocks.into_iter().map(Parent::Block)) {
            if self.parts_its_children(parent) {
                continue;
            }
            let children = std::mem::take(self.children_mut(parent));
            let mut framed: Vec<usize> = Vec::with_capacity(children.len());
            let mut open = None;
            for child in children {
                if self.joins_a_form(child) {
                    let frame = *open.get_or_insert_with(|| {
                        let mut form = Form::new();
                        let key = self.get(child).component.base().key.as_ref();
                        form.base_mut().key = key.map(|key| json!([key, "_parent"]));
                        let frame = self.make(Arc::new(form), false);
                        framed.push(frame);
                        frame
                    });
                    self.children.entry(frame).or_default().push(child);
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
        matches!(parent, Parent::Block(id) if self.is(id, Draggable::WIRE))
    }

    fn children_mut(&mut self, parent: Parent) -> &mut Vec<usize> {
        match parent {
            Parent::Page(page) => &mut self.pages[page],
            Parent::Block(block) => self.children.entry(block).or_default(),
        }
    }

    fn joins_a_form(&self, id: usize) -> bool {
        let Block {
            component, over, ..
        } = self.get(id);
        let framed = component.base().container;
        component.kind() == Kind::Form && over.get("container").map_or(framed, |it| *it == true)
    }
}
