//! An app with everything worked out: what the routes answer from.

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};

use axum::body::Bytes;
use serde_json::Value;

use super::{
    OwnFiles, answer::Refusal, lines::Line, packed::Packed, pages::Drawn, upload_progress::Uploads,
    visits::Visits,
};
use crate::{
    component::AnyComponent,
    endpoint::Visibility,
    examples,
    i18n::Texts,
    page::{Dependency, Renders, Scheme},
    run::Engine,
    store::{Session, in_session},
    theme::Theme,
};

/// What an app is once it is built.
#[derive(Debug)]
pub(crate) struct Served {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) app_id: u64,
    pub(crate) scheme: Option<Scheme>,
    pub(crate) theme: Theme,
    /// What `/theme.css` is, once somebody asks for it.
    pub(crate) theme_sheet: OnceLock<Packed>,
    /// Changes when what pages look like does.
    pub(crate) theme_hash: String,
    /// An address or a path that the app was told it has.
    pub(crate) root_path: Option<String>,
    /// The config, without what differs between requests.
    pub(crate) config: Value,
    pub(crate) info: Value,
    pub(crate) info_text: Bytes,
    pub(crate) info_all_text: Bytes,
    pub(crate) dependencies: Vec<Arc<Dependency>>,
    pub(crate) names: HashMap<String, usize>,
    pub(crate) components: Vec<Arc<dyn AnyComponent>>,
    pub(crate) engine: Arc<Engine>,
    /// Whether any function changes props.
    pub(crate) updates: bool,
    /// Scripts of events, and style sheets.
    pub(crate) own_files: OwnFiles,
    /// Configs as text, one per address the app was asked for by.
    pub(crate) configs: Cache<(String, Line), Bytes>,
    /// The same for descriptions of the API.
    pub(crate) openapis: Cache<String, Bytes>,
    /// None where the app does not speak MCP.
    #[cfg(feature = "mcp")]
    pub(crate) mcp: Option<super::mcp::Mcp>,
    /// Examples that are worked out before anybody asks for them.
    pub(crate) eager: Vec<Arc<examples::Cache>>,
    pub(crate) uploads: Uploads,
    pub(crate) visits: Visits,
    pub(crate) texts: Texts,
    /// What the address of the app's own numbers ends with, where they are to be seen.
    pub(crate) monitoring: Option<String>,
    /// Pages, drawn and packed.
    pub(crate) pages: Cache<PageKey, Arc<Drawn>>,
}

/// What a drawn page depends on.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) struct PageKey {
    pub(crate) path: String,
    pub(crate) base: String,
    pub(crate) theme: Option<&'static str>,
    pub(crate) language: String,
}

impl Served {
    /// The function of that name; disabled ones have none.
    pub(super) fn by_name(&self, name: &str) -> Option<&Arc<Dependency>> {
        self.names.get(name).map(|&index| &self.dependencies[index])
    }

    pub(super) fn public_names(&self) -> impl Iterator<Item = String> {
        self.dependencies
            .iter()
            .filter(|d| d.handler.is_some() && d.visibility == Visibility::Public)
            .filter_map(|d| d.api_name.as_ref().map(|name| format!("/{name}")))
    }

    /// A component of the app, or one that was drawn for the session.
    pub(super) fn component(
        &self,
        id: usize,
        session: Option<&str>,
    ) -> Option<Arc<dyn AnyComponent>> {
        let own = self.components.get(id.checked_sub(1)?).cloned();
        own.or_else(|| self.renders(session)?.component(id))
    }

    /// An event of the app, or one of what was drawn for the session.
    pub(super) fn dependency(&self, id: usize, session: Option<&str>) -> Option<Arc<Dependency>> {
        let own = self.dependencies.get(id).cloned();
        own.or_else(|| self.renders(session)?.event(id))
    }

    /// What was drawn for the session.
    pub(super) fn renders(&self, session: Option<&str>) -> Option<Arc<Renders>> {
        self.engine.sessions().find(session?)?.peek()
    }

    /// The event at component `id` that sets `dependency` off, or what it follows; `None` when
    /// there are several.
    pub(super) fn event_at(
        &self,
        dependency: &Dependency,
        id: usize,
        session: Option<&str>,
    ) -> Option<&'static str> {
        let mut earlier;
        let mut first = dependency;
        while let Some((before, _)) = first.after {
            earlier = self.dependency(before, session)?;
            first = &earlier;
        }
        let mut events = first.targets.iter().filter(|(at, _)| *at == id);
        match (events.next(), events.next()) {
            (Some((_, only)), None) => Some(only),
            _ => None,
        }
    }

    /// Decodes and checks, for a session whose components may have been changed.
    pub(super) fn in_session<T>(&self, hash: Option<&str>, work: impl FnOnce() -> T) -> T {
        let cells = hash
            .filter(|_| self.updates)
            .and_then(|hash| self.engine.sessions().find(hash));
        let session = cells.map(|cells| Arc::new(Session::new(cells)));
        in_session(session.as_ref(), work)
    }

    /// Whether any function keeps values for a session.
    pub(super) fn keeps_state(&self) -> bool {
        self.config["connect_heartbeat"] == true
    }

    /// Whether a new run is taken at all.
    pub(super) fn admits(&self) -> Result<(), Refusal> {
        if self.engine.stopping().is_cancelled() {
            return Err(Refusal::Stopping);
        }
        self.engine.has_room().map_err(Refusal::Full)
    }
}

/// What is made once and sent often. Callers choose some of the keys, so it never grows past a
/// few.
#[derive(Debug)]
pub(crate) struct Cache<K, V>(Mutex<HashMap<K, V>>);

const KEPT: usize = 32;

impl<K, V> Default for Cache<K, V> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Hash + Eq, V: Clone> Cache<K, V> {
    /// What belongs to `key`, made by `make` the first time.
    pub(crate) fn get(&self, key: K, make: impl FnOnce(&K) -> V) -> V {
        if let Some(value) = self.map().get(&key) {
            return value.clone();
        }
        let value = make(&key);
        let mut map = self.map();
        if map.len() >= KEPT {
            map.clear();
        }
        map.insert(key, value.clone());
        value
    }

    fn map(&self) -> MutexGuard<'_, HashMap<K, V>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
