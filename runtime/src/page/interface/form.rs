//! The fields of a function and the buttons between them.

use super::{
    super::{ClientAction, Dependency, Ui},
    described, flags, judge,
};
use crate::{
    components::{
        Button, ButtonVariant,
        layout::{Accordion, Column, LayoutVariant},
    },
    endpoint::{Endpoint, Handler, Wiring},
};

/// The ids of a function's blocks.
#[derive(Default)]
pub(super) struct Form {
    pub(super) inputs: Vec<usize>,
    pub(super) outputs: Vec<usize>,
    submit: Option<usize>,
    clear: Option<usize>,
    stop: Option<usize>,
    /// The buttons that write a run down, and what is written of each.
    pub(super) flags: Vec<(usize, Option<String>)>,
}

/// The four ways a function stands on its page.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Standard,
    InputOnly,
    OutputOnly,
    /// The results stand in the inputs.
    Unified,
}

impl Kind {
    fn of(endpoint: &Endpoint, wiring: &Wiring) -> Self {
        match (wiring.inputs.is_empty(), wiring.outputs.is_empty()) {
            (false, false) if endpoint.options.unified => Self::Unified,
            (false, false) => Self::Standard,
            (false, true) => Self::InputOnly,
            (true, _) => Self::OutputOnly,
        }
    }
}

/// Puts fields and buttons onto the page.
pub(super) fn draw(ui: &mut Ui, endpoint: &Endpoint, wiring: &Wiring) -> Form {
    let kind = Kind::of(endpoint, wiring);
    match kind {
        Kind::Standard => ui.row(|ui| {
            let (inputs, buttons) = ui.column(|ui| {
                let inputs = fields(ui, endpoint, wiring);
                (inputs, buttons(ui, endpoint, kind, true))
            });
            let (outputs, flags) = results(ui, endpoint, wiring);
            Form {
                inputs,
                outputs,
                flags,
                ..buttons
            }
        }),
        Kind::InputOnly | Kind::Unified => ui.column(|ui| {
            let inputs = fields(ui, endpoint, wiring);
            let buttons = buttons(ui, endpoint, kind, true);
            let (outputs, flags) = if kind == Kind::Unified {
                (inputs.clone(), flags::buttons(ui, endpoint))
            } else {
                Default::default()
            };
            Form {
                inputs,
                outputs,
                flags,
                ..buttons
            }
        }),
        Kind::OutputOnly => ui.column(|ui| {
            let (outputs, flags) = results(ui, endpoint, wiring);
            Form {
                outputs,
                flags,
                ..buttons(ui, endpoint, kind, !wiring.outputs.is_empty())
            }
        }),
    }
}

/// The inputs in the order of the parameters; those that stand aside come last on the page.
fn fields(ui: &mut Ui, endpoint: &Endpoint, wiring: &Wiring) -> Vec<usize> {
    let mut ids = vec![0; wiring.inputs.len()];
    let mut add = |ui: &mut Ui, additional: bool| {
        for (id, input) in ids.iter_mut().zip(&wiring.inputs) {
            if input.additional == additional {
                *id = ui.add_any(input.component.clone());
            }
        }
    };
    add(ui, false);
    if wiring.inputs.iter().any(|input| input.additional) {
        let accordion = Accordion::new(endpoint.options.additional_inputs).open(false);
        ui.add_block(accordion, |ui| add(ui, true));
    }
    ids
}

/// What shows the results, and the buttons that write them down.
#[allow(clippy::type_complexity, reason = "two lists of ids")]
fn results(
    ui: &mut Ui,
    endpoint: &Endpoint,
    wiring: &Wiring,
) -> (Vec<usize>, Vec<(usize, Option<String>)>) {
    let panel = Column::new().variant(LayoutVariant::Panel);
    let (_, results) = ui.add_block(panel, |ui| {
        let outputs = wiring.outputs.iter();
        let outputs: Vec<_> = outputs.map(|output| ui.add_any(output.clone())).collect();
        let flags = if outputs.is_empty() {
            Vec::new()
        } else {
            flags::buttons(ui, endpoint)
        };
        (outputs, flags)
    });
    results
}

/// Clear, and Submit with Stop in its place while the function runs.
fn buttons(ui: &mut Ui, endpoint: &Endpoint, kind: Kind, clears: bool) -> Form {
    let options = &endpoint.options;
    let submit = if kind == Kind::OutputOnly {
        "Generate"
    } else {
        options.submit_btn
    };
    let live = options.live && kind != Kind::OutputOnly;
    let clear = options.clear_btn.filter(|_| clears);
    if live && clear.is_none() {
        return Form::default();
    }
    ui.row(|ui| {
        let clear = clear.map(|text| ui.add(Button::new(text)).id());
        let (submit, stop) = if live {
            (None, None)
        } else {
            let submit = Button::new(submit).variant(ButtonVariant::Primary);
            let stop = Button::new(options.stop_btn).variant(ButtonVariant::Stop);
            let submit = ui.add(submit).id();
            (Some(submit), Some(ui.add(stop.visible(false)).id()))
        };
        Form {
            submit,
            clear,
            stop,
            ..Form::default()
        }
    })
}

/// The inputs that come in pieces.
fn streams(wiring: &Wiring, form: &Form) -> Vec<(usize, &'static str)> {
    let inputs = form.inputs.iter().zip(&wiring.inputs);
    let inputs = inputs.filter(|(_, input)| {
        let props = input.component.props();
        props.get("streaming").is_some_and(|it| *it == true)
    });
    inputs.map(|(&id, _)| (id, "stream")).collect()
}

/// Wires the function to its form; the answer is the event that runs it.
pub(super) fn wire(
    ui: &mut Ui,
    endpoint: &'static Endpoint,
    wiring: &mut Wiring,
    handler: Handler,
    form: &Form,
) -> usize {
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
    if endpoint.options.live && form.inputs.is_empty() {
        // What has no inputs changes with time alone.
        targets.push((0, "load"));
    }
    let streams = if live {
        streams(wiring, form)
    } else {
        Vec::new()
    };
    let is_stream = !streams.is_empty();
    if is_stream {
        // Each piece takes the other inputs along as they are then.
        targets = streams;
    }
    let judge = judge(&mut ui.blocks(), endpoint, wiring, &form.inputs);
    let event = Dependency {
        validator: judge,
        targets,
        inputs: form.inputs.clone(),
        outputs: form.outputs.clone(),
        scroll_to_output: !live,
        trigger_mode: match (live, is_stream) {
            (_, true) => "multiple",
            (true, _) => "always_last",
            _ => "once",
        },
        show_progress: if live { "minimal" } else { "full" },
        hears_event_data: wiring.hears_event_data,
        ..described(run, endpoint, wiring, handler)
    };
    ui.blocks().listen(event, &wiring.states);
    if let Some(clear) = form.clear {
        let id = ui.blocks().ids.event();
        let mut outputs = form.inputs.clone();
        outputs.extend(form.outputs.iter().filter(|id| !form.inputs.contains(id)));
        ui.blocks().dependencies.push(Dependency {
            targets: vec![(clear, "click")],
            outputs,
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
    run
}
