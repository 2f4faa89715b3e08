//! The examples below a function's form.

use std::{path::Path, sync::Arc};

use super::{
    super::{Dependency, Ui, examples::Placed},
    described,
    form::Form,
};
use crate::{
    component::AnyComponent,
    endpoint::{Endpoint, Examples, Wiring},
    examples::{self, CacheMode, ExampleRows, Table},
};

/// Puts the examples of a function below its form.
#[track_caller]
pub(super) fn add(
    ui: &mut Ui,
    endpoint: &'static Endpoint,
    source: Examples,
    wiring: &Wiring,
    form: &Form,
) {
    let options = &endpoint.options;
    let table = table(endpoint, source, wiring);
    let mut placed = Placed::new(ui, table, form.inputs.clone());
    placed.set("samples_per_page", options.examples_per_page);
    if !options.example_labels.is_empty() {
        let labels: Vec<_> = options
            .example_labels
            .iter()
            .map(ToString::to_string)
            .collect();
        placed.labelled(&labels);
    }
    if let Some(mode) = options.cache_examples {
        placed.cache(mode);
    }
    let is_kept = ui.blocks().settings.0.mode(options.cache_examples) != CacheMode::Never;
    if options.run_on_click || is_kept {
        let (again, handler) = endpoint.wired();
        let id = ui.blocks().ids.event();
        let event = Dependency {
            inputs: form.inputs.clone(),
            outputs: form.outputs.clone(),
            ..described(id, endpoint, &again, handler)
        };
        placed.run(event, &again.states);
    }
    if let Some(row) = options.preload_example {
        placed.preload(row);
    }
}

fn table(endpoint: &Endpoint, source: Examples, wiring: &Wiring) -> Table {
    let inputs = wiring.inputs.iter();
    let columns = inputs.map(|input| (input.name, Arc::clone(&input.component)));
    rows(endpoint, source, columns.collect())
}

/// The rows of a function's examples for these of its parameters.
pub(in crate::page) fn rows(
    endpoint: &Endpoint,
    source: Examples,
    columns: Vec<(&str, Arc<dyn AnyComponent>)>,
) -> Table {
    let (names, columns): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    match source {
        Examples::Folder(folder) => examples::read(columns, Path::new(folder)),
        Examples::Rows(fill) => {
            let mut rows = ExampleRows::new(endpoint.params.len());
            fill(&mut rows);
            // What comes from the call is a parameter, but no input.
            let place = |name| endpoint.params.iter().position(|param| param.name == name);
            let places: Vec<_> = names.into_iter().filter_map(place).collect();
            Table {
                columns,
                rows: rows.of(&places),
                errors: rows.errors,
            }
        }
    }
}
