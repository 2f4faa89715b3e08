//! What functions make of examples on a page, kept: where that is said, or where the environment says it.

use std::sync::Arc;

use serde_json::json;

use crate::{
    component::{AnyComponent, Source},
    components::Dataset,
    endpoint::Limit,
    examples::{Cache, CacheMode, Cached, Kept, Settings, Shelf, Table, replay},
    page::{Blocks, Dependency, dependency::spec},
};

/// A function that runs on examples; its results may be kept.
#[derive(Debug)]
pub(in crate::page) struct Sampled {
    /// The event.
    pub(super) run: usize,
    pub(super) dataset: Arc<Dataset>,
    pub(super) dataset_id: usize,
    pub(super) table: Arc<Table>,
    pub(super) mode: Option<CacheMode>,
    pub(super) kept: Kept,
}

/// Lets functions that run on examples answer with what is kept of them; those whose results are
/// to be worked out at the start come back.
pub(crate) fn keep_examples(all: &mut Blocks) -> Vec<Arc<Cache>> {
    let mut eager = std::mem::take(&mut all.eager);
    for sampled in std::mem::take(&mut all.samples) {
        let mode = all.settings.0.mode(sampled.mode);
        if mode == CacheMode::Never {
            continue;
        }
        if let Some(cache) = sampled.keep(all)
            && mode == CacheMode::Eager
        {
            eager.push(cache);
        }
    }
    eager
}

impl Sampled {
    /// Puts what is kept in the place of the function.
    fn keep(self, all: &mut Blocks) -> Option<Arc<Cache>> {
        let inputs = self.components(all, |event| &event.inputs)?;
        let outputs = self.components(all, |event| &event.outputs)?;
        let settings = all.settings.0.clone();
        let source = Arc::clone(&self.dataset) as Arc<dyn Source<usize>>;
        let event = all.event(self.run)?;
        if event.keeps_state {
            return None;
        }
        let file = event.place.0;
        let function = Cached {
            name: event.function.clone(),
            handler: event.handler.take()?,
            specs: std::mem::take(&mut event.specs),
            generator: event.generator,
            outputs,
        };
        let cache = cache(&settings, file, function, &inputs, &self.table);
        event.handler = Some(replay(&cache, source));
        event.specs = vec![spec("example".into(), Some(&*self.dataset), false)];
        event.docs = vec![""];
        event.inputs = vec![self.dataset_id];
        event.limit = Limit::Unlimited;
        event.validator = None;
        _ = self.kept.set(Arc::clone(&cache));
        Some(cache)
    }

    fn components(
        &self,
        all: &mut Blocks,
        ids: fn(&Dependency) -> &Vec<usize>,
    ) -> Option<Vec<Arc<dyn AnyComponent>>> {
        let ids = ids(all.event(self.run)?).clone();
        ids.into_iter()
            .map(|id| Some(all.find(id)?.component))
            .collect()
    }
}

/// Where the results of a function of this file are kept, for examples of these inputs.
pub(in crate::page) fn cache(
    settings: &Settings,
    file: &str,
    function: Cached,
    inputs: &[Arc<dyn AnyComponent>],
    table: &Arc<Table>,
) -> Arc<Cache> {
    let each = |components: &[Arc<dyn AnyComponent>]| -> Vec<_> {
        let one = |it: &Arc<dyn AnyComponent>| json!([it.wire(), it.api_info()]);
        components.iter().map(one).collect()
    };
    let names: Vec<_> = function.specs.iter().map(|spec| &spec.name).collect();
    let outputs = each(&function.outputs);
    let signature = json!([file, function.name, names, each(inputs), outputs]);
    let folder = Shelf::new(
        &settings.folder,
        &function.name,
        &signature.to_string(),
        settings.reset,
    );
    Arc::new(Cache::new(function, table, folder))
}
