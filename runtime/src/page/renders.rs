//! What functions drew for one session, and what happens there.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use super::{
    Blocks, Dependency, Shared,
    blocks::Ids,
    config::part_config,
    part::{Key, Part},
    render::Site,
    rendered::Rendered,
};
use crate::{
    component::AnyComponent,
    endpoint::{Drawing, Failure},
    store::Cells,
};

/// The parts of pages that were drawn for a session. It goes with the session.
#[derive(Debug)]
pub(crate) struct Renders {
    ids: Arc<Ids>,
    inner: Mutex<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    parts: HashMap<usize, Kept>,
    /// What the drawings before had, the newest last.
    retired: HashMap<usize, VecDeque<Had>>,
    events: HashMap<usize, Arc<Dependency>>,
    components: HashMap<usize, Arc<dyn AnyComponent>>,
}

/// What is known of a part until it is drawn anew.
#[derive(Debug, Default)]
struct Kept {
    had: Had,
    keys: HashMap<Key, usize>,
}

/// What a drawing made.
#[derive(Debug, Default)]
struct Had {
    events: Vec<Arc<Dependency>>,
    components: Vec<(usize, Arc<dyn AnyComponent>)>,
}

impl Had {
    fn take(&mut self, other: Self) {
        self.events.extend(other.events);
        self.components.extend(other.components);
    }
}

/// So many drawings may still be called after they were replaced: what a person did there may be
/// on its way.
const RETIRED: usize = 2;

/// A part that was just drawn.
#[derive(Debug)]
pub(super) struct Drawn {
    rendered: Rendered,
    kept: Kept,
}

impl Renders {
    /// Those of the session with these cells.
    pub(super) fn of(cells: &Cells, site: &Site) -> Arc<Self> {
        cells.get(|| Self {
            ids: Arc::new(site.around.get().ids.on()),
            inner: Mutex::default(),
        })
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The function with this number.
    pub(crate) fn event(&self, id: usize) -> Option<Arc<Dependency>> {
        self.inner().events.get(&id).cloned()
    }

    /// All of them.
    pub(crate) fn events(&self) -> Vec<Arc<Dependency>> {
        self.inner().events.values().cloned().collect()
    }

    pub(crate) fn component(&self, id: usize) -> Option<Arc<dyn AnyComponent>> {
        self.inner().components.get(&id).cloned()
    }

    /// An empty part for what is drawn next.
    pub(super) fn begin(&self, site: &Site) -> Shared {
        let inner = self.inner();
        let before = inner.parts.get(&site.id).map(|kept| kept.keys.clone());
        let before = before.unwrap_or_default();
        drop(inner);
        let part = Part::new(site.id, site.page, site.around.clone(), before);
        Shared::new(Blocks::of_part(Arc::clone(&self.ids), part))
    }

    /// Puts what was drawn in the place of what was there before.
    pub(super) fn put(&self, cells: &Cells, site: &Site, drawn: Drawn) -> Arc<dyn Drawing> {
        let mut inner = self.inner();
        inner.retire(site.id);
        inner.add(site.id, drawn.kept);
        let (gone, values) = inner.purge(site.id);
        drop(inner);
        for (id, component) in &gone.components {
            let value = values.contains(id).then_some(*id);
            cells.forget(value, Arc::as_ptr(component).addr());
        }
        Arc::new(drawn.rendered)
    }
}

impl Inner {
    fn add(&mut self, part: usize, kept: Kept) {
        let events = kept.had.events.iter();
        self.events
            .extend(events.map(|event| (event.id, event.clone())));
        self.components.extend(kept.had.components.iter().cloned());
        self.parts.insert(part, kept);
    }

    /// Takes a part out, and the parts within it.
    fn retire(&mut self, part: usize) {
        let mut had = Had::default();
        self.collect(part, &mut had);
        self.retired.entry(part).or_default().push_back(had);
    }

    fn collect(&mut self, part: usize, all: &mut Had) {
        let Some(Kept { had, .. }) = self.parts.remove(&part) else {
            return;
        };
        let inside = had.events.iter().filter_map(|event| event.render_id);
        let inside: Vec<_> = inside.collect();
        all.take(had);
        for part in inside {
            for older in self.retired.remove(&part).unwrap_or_default() {
                all.take(older);
            }
            self.collect(part, all);
        }
    }

    /// Forgets what retired long enough ago; and which of its components nothing has followed.
    fn purge(&mut self, part: usize) -> (Had, HashSet<usize>) {
        let mut gone = Had::default();
        let retired = self.retired.entry(part).or_default();
        while retired.len() > RETIRED {
            let Some(had) = retired.pop_front() else {
                break;
            };
            gone.take(had);
        }
        // What has a key goes on under its number.
        for event in &gone.events {
            let now = self.events.get(&event.id);
            if now.is_some_and(|now| Arc::ptr_eq(now, event)) {
                self.events.remove(&event.id);
            }
        }
        let mut last = HashSet::new();
        for (id, component) in &gone.components {
            let now = self.components.get(id);
            if now.is_some_and(|now| Arc::ptr_eq(now, component)) {
                self.components.remove(id);
                last.insert(*id);
            }
        }
        (gone, last)
    }
}

impl Drawn {
    /// Finishes what was put into `part`.
    ///
    /// # Errors
    /// When its author has to mend something; the text names the line.
    pub(super) fn finish(site: &Site, part: &Shared) -> Result<Self, Failure> {
        let mut blocks = std::mem::take(&mut *part.get());
        blocks.close_outputs();
        blocks.join_chunks();
        blocks.find_tables();
        blocks.frame_forms();
        if let Some(mistake) = mistake(&blocks) {
            return Err(Failure::hidden(mistake));
        }
        for event in &mut blocks.dependencies {
            event.api_name = Some(
                event
                    .named
                    .clone()
                    .unwrap_or_else(|| event.function.clone()),
            );
        }
        let rendered = Rendered::new(part_config(&blocks, site), site);
        let events = blocks.dependencies.drain(..).map(Arc::new).collect();
        let components = blocks
            .iter()
            .map(|block| (block.id, block.component.clone()))
            .collect();
        let keys = blocks.part.take().map(Part::into_keys);
        // What is drawn within it later stands among these.
        blocks.part = Some(Part::new(
            site.id,
            site.page,
            site.around.clone(),
            HashMap::new(),
        ));
        *part.get() = blocks;
        Ok(Self {
            rendered,
            kept: Kept {
                had: Had { events, components },
                keys: keys.unwrap_or_default(),
            },
        })
    }
}

/// The first thing that the author of a part should know.
fn mistake(blocks: &Blocks) -> Option<String> {
    if let Some(text) = blocks.part.as_ref().and_then(Part::first_mistake) {
        return Some(text.to_owned());
    }
    for block in blocks.iter() {
        if let Some(text) = block.component.errors().first() {
            let ((file, line), name) = (block.place, block.component.type_name());
            return Some(format!("{file}:{line}: {name}: {text}"));
        }
    }
    for event in &blocks.dependencies {
        let named = event.targets.iter().map(|(id, _)| id).filter(|id| **id > 0);
        let mut named = named.chain(&event.inputs).chain(&event.outputs);
        if named.any(|id| blocks.find(*id).is_none()) {
            let (file, line) = event.wired_at;
            return Some(format!(
                "{file}:{line}: this event names a component that is not on the page: \
                 a handle may be used in the function that got it, and in those within it"
            ));
        }
    }
    None
}
