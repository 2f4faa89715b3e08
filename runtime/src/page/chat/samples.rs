//! The examples of a chat: buttons in an empty conversation, or a table below it where they have values for other
//! inputs as well.

use std::sync::Arc;

use super::composed;
use crate::{
    chat::{Asking, ChatSettings, Rows, Sampled},
    component::{AnyComponent, Source},
    components::Chatbot,
    endpoint::{Endpoint, Wiring},
    examples::{CacheMode, Cached, Table},
    page::{
        Blocks, Ui,
        dependency::spec,
        examples::{Placed, cache},
        interface::rows,
    },
};

/// The examples of a chat in their place.
#[derive(Debug, Default)]
pub(super) struct Samples {
    pub(super) sampled: Sampled,
    /// The table, and the event that fills the inputs with one of its rows.
    pub(super) table: Option<(usize, usize)>,
}

impl Samples {
    /// Puts a table of examples where this is drawn, if there is one, and settles what is kept.
    #[track_caller]
    pub(super) fn place(
        ui: &mut Ui,
        (endpoint, wiring): (&'static Endpoint, &Wiring),
        asking: &Arc<Asking>,
        settings: &ChatSettings,
        ids: Vec<usize>,
    ) -> Self {
        let columns: Vec<_> = columns(endpoint, wiring);
        let components = || columns.iter().map(|(_, it)| Arc::clone(it)).collect();
        let Some(source) = endpoint.options.examples else {
            let table = Arc::new(asking.table(&settings.examples, components()));
            let kept = kept(&mut ui.blocks(), (endpoint, wiring), asking, &table);
            let sampled = Sampled { rows: None, kept };
            return Self {
                sampled,
                table: None,
            };
        };
        let components: Vec<_> = components();
        let table = rows(endpoint, source, columns);
        let copy = Arc::new(Table {
            columns: components,
            rows: table.rows.clone(),
            errors: Vec::new(),
        });
        let placed = Placed::new(ui, table, ids);
        let options = &endpoint.options;
        placed.set("samples_per_page", options.examples_per_page);
        if !options.example_labels.is_empty() {
            let labels = options.example_labels.iter();
            placed.labelled(&labels.map(ToString::to_string).collect::<Vec<_>>());
        }
        let source = Arc::clone(placed.dataset.component()) as Arc<dyn Source<usize>>;
        let kept = kept(&mut ui.blocks(), (endpoint, wiring), asking, &copy);
        Self {
            sampled: Sampled {
                rows: Some(Rows(source)),
                kept,
            },
            table: Some((placed.dataset.id(), placed.load)),
        }
    }
}

/// What examples have values for: the message, and what else the function takes.
fn columns<'a>(endpoint: &Endpoint, wiring: &'a Wiring) -> Vec<(&'a str, Arc<dyn AnyComponent>)> {
    let message = Arc::clone(&composed(wiring).component);
    let others = wiring.inputs.iter();
    let others = others.map(|input| (input.name, Arc::clone(&input.component)));
    std::iter::once((endpoint.params[0].name, message))
        .chain(others)
        .collect()
}

/// Where the answers are kept, if they are.
fn kept(
    blocks: &mut Blocks,
    (endpoint, wiring): (&'static Endpoint, &Wiring),
    asking: &Arc<Asking>,
    table: &Arc<Table>,
) -> Option<Arc<crate::examples::Cache>> {
    let mode = blocks.settings.0.mode(endpoint.options.cache_examples);
    // What a session keeps may make another answer of the same message.
    if mode == CacheMode::Never || table.rows.is_empty() || !wiring.states.is_empty() {
        return None;
    }
    let names = std::iter::once((endpoint.params[0].name, false));
    let names = names.chain(wiring.inputs.iter().map(|it| (it.name, it.has_default)));
    let specs = names
        .zip(&table.columns)
        .map(|((name, has_default), it)| spec(name.into(), Some(&**it), has_default));
    // The conversation writes files beside what is kept; what clients get does not.
    let answer: Arc<dyn AnyComponent> = Arc::new(Chatbot::new());
    let extras = wiring.outputs.iter().skip(1).cloned();
    let function = Cached {
        name: endpoint.name.into(),
        handler: asking.answers(),
        specs: specs.collect(),
        outputs: std::iter::once(answer).chain(extras).collect(),
        generator: endpoint.generator,
    };
    let settings = blocks.settings.0.clone();
    let cache = cache(&settings, endpoint.file, function, &table.columns, table);
    if mode == CacheMode::Eager {
        blocks.eager.push(Arc::clone(&cache));
    }
    Some(cache)
}
