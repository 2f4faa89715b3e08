//! The page a function gets when nobody builds one: inputs left, outputs right.

use std::sync::Arc;

use super::{Blocks, ClientAction, Dependency, Ui, blocks::Misfit, dependency::spec};
use crate::{
    components::{
        Button, ButtonVariant, Markdown,
        layout::{Column, LayoutVariant},
    },
    endpoint::{ArgSpec, Endpoint, Handler, WiredInput, Wiring},
    richtext,
};

/// The ids of a function's blocks, and the event that runs it.
struct Form {
    inputs: Vec<usize>,
    outputs: Vec<usize>,
    submit: Option<usize>,
    clear: Option<usize>,
    stop: Option<usize>,
}

/// Draws the interface of `endpoint` and wires it.
pub(crate) fn interface(ui: &mut Ui, endpoint: &'static Endpoint) {
    let (mut wiring, handler) = endpoint.wired();
    if let Some(text) = about(endpoint) {
        ui.add(Markdown::new().value(text).elem_classes(["lead"]));
    }
    let live = endpoint.options.live;
    let form = match (wiring.inputs.is_empty(), wiring.outputs.is_empty()) {
        (false, false) => ui.row(|ui| {
            let (inputs, buttons) =
                ui.column(|ui| (fields(ui, &wiring), buttons(ui, "Submit", live, true)));
            let outputs = results(ui, &wiring);
            Form {
                inputs,
                outputs,
                ..buttons
            }
        }),
        (false, true) => ui.column(|ui| {
            let inputs = fields(ui, &wiring);
            Form {
                inputs,
                ..buttons(ui, "Submit", live, true)
            }
        }),
        (true, _) => ui.column(|ui| {
            let outputs = results(ui, &wiring);
            Form {
                outputs,
                ..buttons(ui, "Generate", false, !wiring.outputs.is_empty())
            }
        }),
    };
    wire(ui, endpoint, &mut wiring, handler, &form);
}

/// The title over an app, as it is written.
pub(crate) fn heading(title: &str) -> Markdown {
    Markdown::new()
        .value(format!("# {}", richtext::escape(title)))
        .elem_classes(["page-title"])
}

/// The name an interface goes by on the page.
pub(crate) fn title(endpoint: &Endpoint) -> String {
    endpoint
        .options
        .title
        .map_or_else(|| crate::endpoint::humanised(endpoint.name), Into::into)
}

fn about(endpoint: &Endpoint) -> Option<&'static str> {
    let text = endpoint.options.description.unwrap_or(endpoint.docs).trim();
    (!text.is_empty()).then_some(text)
}

fn fields(ui: &mut Ui, wiring: &Wiring) -> Vec<usize> {
    wiring
        .inputs
        .iter()
        .map(|input| ui.add_any(input.component.clone()))
        .collect()
}

fn results(ui: &mut Ui, wiring: &Wiring) -> Vec<usize> {
    let (_, outputs) = ui.add_block(Column::new().variant(LayoutVariant::Panel), |ui| {
        wiring
            .outputs
            .iter()
            .map(|output| ui.add_any(output.clone()))
            .collect()
    });
    outputs
}

/// Clear, and Submit with Stop in its place while the function runs.
fn buttons(ui: &mut Ui, submit: &str, live: bool, clear: bool) -> Form {
    ui.row(|ui| {
        let clear = clear.then(|| ui.add(Button::new("Clear")).id());
        let submit = (!live).then(|| {
            ui.add(Button::new(submit).variant(ButtonVariant::Primary))
                .id()
        });
        let stop = (!live).then(|| {
            ui.add(
                Button::new("Stop")
                    .variant(ButtonVariant::Stop)
                    .visible(false),
            )
            .id()
        });
        Form {
            inputs: Vec::new(),
            outputs: Vec::new(),
            submit,
            clear,
            stop,
        }
    })
}

fn wire(
    ui: &mut Ui,
    endpoint: &'static Endpoint,
    wiring: &mut Wiring,
    handler: Handler,
    form: &Form,
) {
    let run = ui.blocks().ids.event();
    let mut targets: Vec<_> = form
        .submit
        .map(|submit| (submit, "click"))
        .into_iter()
        .collect();
    let event = if form.submit.is_some() {
        "submit"
    } else {
        "change"
    };
    for (&id, input) in form.inputs.iter().zip(&wiring.inputs) {
        if input.component.events().contains(&event) {
            targets.push((id, event));
        }
    }
    let live = form.submit.is_none();
    let judge = judge(&mut ui.blocks(), endpoint, wiring, &form.inputs);
    let event = Dependency {
        validator: judge,
        targets,
        inputs: form.inputs.clone(),
        outputs: form.outputs.clone(),
        scroll_to_output: !live,
        trigger_mode: if live { "always_last" } else { "once" },
        show_progress: if live { "minimal" } else { "full" },
        hears_event_data: wiring.hears_event_data,
        ..described(run, endpoint, &wiring, handler)
    };
    ui.blocks().listen(event, &wiring.states);
    if let Some(clear) = form.clear {
        let id = ui.blocks().ids.event();
        ui.blocks().dependencies.push(Dependency {
            targets: vec![(clear, "click")],
            outputs: [&form.inputs[..], &form.outputs].concat(),
            client_action: Some(ClientAction::Clear),
            ..Dependency::empty(id)
        });
    }
    if let Some(stop) = form.stop {
        let id = ui.blocks().ids.event();
        ui.blocks().dependencies.push(Dependency {
            targets: vec![(stop, "click")],
            cancels: vec![run],
            ..Dependency::empty(id)
        });
    }
}

/// Keeps a function that no page shows, for API clients.
pub(crate) fn api_only(blocks: &mut Blocks, endpoint: &'static Endpoint) {
    let (mut wiring, handler) = endpoint.wired();
    let inputs: Vec<_> = wiring
        .inputs
        .iter()
        .map(|i| blocks.add_unseen(i.component.clone()))
        .collect();
    let outputs = wiring
        .outputs
        .iter()
        .map(|o| blocks.add_unseen(o.clone()))
        .collect();
    let id = blocks.ids.event();
    let judge = judge(blocks, endpoint, &mut wiring, &inputs);
    let event = Dependency {
        validator: judge,
        inputs,
        outputs,
        ..described(id, endpoint, &wiring, handler)
    };
    blocks.listen(event, &wiring.states);
}

fn described(
    id: usize,
    endpoint: &'static Endpoint,
    wiring: &Wiring,
    handler: Handler,
) -> Dependency {
    let inputs = &wiring.inputs;
    Dependency {
        docs: inputs.iter().map(|input| input.docs.trim()).collect(),
        specs: specs(inputs),
        depends_on: wiring.depends_on,
        ..Dependency::of(id, endpoint, handler)
    }
}

/// What judges the inputs of `endpoint`.
fn judge(
    blocks: &mut Blocks,
    endpoint: &'static Endpoint,
    wiring: &mut Wiring,
    ids: &[usize],
) -> Option<Arc<Dependency>> {
    let (handler, verdicts) = wiring.judge.take()?;
    let inputs = &wiring.inputs;
    if verdicts != inputs.len() {
        blocks.misfits.push(Misfit {
            function: endpoint.name.into(),
            place: (endpoint.file, endpoint.line),
            text: "its validator says something of another number of inputs: give one `Validity` per input, as in \
                   `[Validity; 2]` for two",
        });
    }
    Some(Arc::new(Dependency {
        handler: Some(handler),
        function: endpoint.name.into(),
        inputs: ids.to_vec(),
        specs: specs(inputs),
        // It may take what the session keeps.
        keeps_state: !wiring.states.is_empty(),
        ..Dependency::empty(0)
    }))
}

fn specs(inputs: &[WiredInput]) -> Vec<ArgSpec> {
    let specs = inputs.iter().map(|input| {
        spec(
            input.name.into(),
            Some(&*input.component),
            input.has_default,
        )
    });
    specs.collect()
}
