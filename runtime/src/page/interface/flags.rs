//! The buttons below a function's results that write a run down.

use std::{path::Path, sync::Arc};

use super::{
    super::{
        Ui,
        flags::{Cause, listen},
    },
    form::Form,
};
use crate::{
    components::{Button, ButtonSize},
    endpoint::Endpoint,
    flagging::{CsvLog, FlagSink, FlaggingMode},
};

/// When the runs of a function are written down.
pub(super) fn mode(ui: &Ui, endpoint: &Endpoint) -> FlaggingMode {
    endpoint.options.flagging.unwrap_or(ui.blocks().settings.1)
}

/// A button for each option, and what is written of it.
pub(super) fn buttons(ui: &mut Ui, endpoint: &Endpoint) -> Vec<(usize, Option<String>)> {
    if mode(ui, endpoint) != FlaggingMode::Manual {
        return Vec::new();
    }
    let options = endpoint.options.flagging_options;
    ui.row(|ui| {
        let mut add = |text: String, option: Option<String>| {
            let button = Button::new(text).size(ButtonSize::Md);
            (ui.add(button).id(), option)
        };
        if options.is_empty() {
            return vec![add("Flag".into(), None)];
        }
        let each = options.iter().map(|&(label, value)| {
            let text = label.map_or_else(|| format!("Flag as {value}"), Into::into);
            add(text, Some(value.into()))
        });
        each.collect()
    })
}

/// Wires those buttons, or the end of each run.
#[track_caller]
pub(super) fn wire(ui: &mut Ui, endpoint: &Endpoint, form: &Form, run: usize) {
    let automatic = mode(ui, endpoint) == FlaggingMode::Auto;
    if form.outputs.is_empty() || form.flags.is_empty() && !automatic {
        return;
    }
    let folder = match endpoint.options.flagging_dir {
        Some(folder) => folder.into(),
        // Functions that share a folder would take turns in beginning new files.
        None => Path::new(".vetrina/flagged").join(endpoint.name),
    };
    let log: Arc<dyn FlagSink> = Arc::new(CsvLog::new(folder));
    let mut components = form.inputs.clone();
    let results = form.outputs.iter().filter(|id| !form.inputs.contains(id));
    components.extend(results);
    let blocks = ui.shared().here();
    let mut all = blocks.get();
    if automatic {
        listen(&mut all, Cause::Run(run), None, components, log);
        return;
    }
    for (button, option) in &form.flags {
        let cause = Cause::Click(*button);
        listen(
            &mut all,
            cause,
            option.clone(),
            components.clone(),
            Arc::clone(&log),
        );
    }
}
