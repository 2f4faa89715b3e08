//! The page a function gets when nobody builds one: inputs left, outputs right.

mod flags;
mod form;
mod samples;

use std::{panic::Location, sync::Arc};

pub(super) use samples::rows;

use super::{
    Blocks, Dependency, Ui,
    blocks::Misfit,
    chat::{chat_api_only, chat_interface},
    dependency::spec,
};
use crate::{
    chat,
    components::Markdown,
    endpoint::{ArgSpec, Endpoint, Handler, WiredInput, Wiring},
    richtext,
};

/// Draws the interface of `endpoint` and wires it.
#[track_caller]
pub(crate) fn interface(ui: &mut Ui, endpoint: &'static Endpoint) {
    if let Some(chat) = chat::of(endpoint) {
        return chat_interface(ui, endpoint, chat);
    }
    let (mut wiring, handler) = endpoint.wired();
    if let Some(text) = about(endpoint) {
        ui.add(Markdown::new().value(text).elem_classes(["lead"]));
    }
    check(ui, endpoint, &wiring);
    let form = form::draw(ui, endpoint, &wiring);
    let run = form::wire(ui, endpoint, &mut wiring, handler, &form);
    flags::wire(ui, endpoint, &form, run);
    if let Some(source) = endpoint.options.examples {
        samples::add(ui, endpoint, source, &wiring, &form);
    }
    if let Some(text) = endpoint.options.article {
        ui.add(Markdown::new().value(text).elem_classes(["article"]));
    }
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

/// A function whose results stand in its inputs gives what those show.
#[track_caller]
fn check(ui: &Ui, endpoint: &Endpoint, wiring: &Wiring) {
    if !endpoint.options.unified {
        return;
    }
    let given = wiring.inputs.iter().map(|input| input.component.wire());
    let shown = wiring.outputs.iter().map(|output| output.wire());
    if !given.eq(shown) {
        let name = endpoint.name;
        let text = format!(
            "`{name}` is `unified`, so it returns what each of its inputs shows, in their order: name the components \
             by `outputs = (…)`, or leave `unified` out"
        );
        mistake(ui, text);
    }
}

#[track_caller]
fn mistake(ui: &Ui, text: String) {
    ui.blocks().mistakes.push((Location::caller(), text));
}

/// Keeps a function that no page shows, for API clients.
pub(crate) fn api_only(blocks: &mut Blocks, endpoint: &'static Endpoint) {
    if let Some(chat) = chat::of(endpoint) {
        return chat_api_only(blocks, endpoint, chat);
    }
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
    let judge = Judge {
        handler,
        verdicts,
        inputs: ids.to_vec(),
        specs: specs(&wiring.inputs),
    };
    Some(judge.of(blocks, endpoint, wiring))
}

/// A function that says of each of these inputs whether it is valid.
pub(super) struct Judge {
    pub(super) handler: Handler,
    /// Of how many it says something.
    pub(super) verdicts: usize,
    pub(super) inputs: Vec<usize>,
    pub(super) specs: Vec<ArgSpec>,
}

impl Judge {
    /// The judge of `endpoint`.
    pub(super) fn of(
        self,
        blocks: &mut Blocks,
        endpoint: &'static Endpoint,
        wiring: &Wiring,
    ) -> Arc<Dependency> {
        if self.verdicts != self.inputs.len() {
            blocks.misfits.push(Misfit {
            function: endpoint.name.into(),
            place: (endpoint.file, endpoint.line),
            text: "its validator says something of another number of inputs: give one `Validity` per input, as in \
                   `[Validity; 2]` for two"
                .into(),
        });
        }
        Arc::new(Dependency {
            handler: Some(self.handler),
            function: endpoint.name.into(),
            inputs: self.inputs,
            specs: self.specs,
            // It may take what the session keeps.
            keeps_state: !wiring.states.is_empty(),
            ..Dependency::empty(0)
        })
    }
}

pub(super) fn specs(inputs: &[WiredInput]) -> Vec<ArgSpec> {
    let specs = inputs.iter().map(|input| {
        spec(
            input.name.into(),
            Some(&*input.component),
            input.has_default,
        )
    });
    specs.collect()
}
