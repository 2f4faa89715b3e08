//! A conversation with a function, as it stands on a page.

mod samples;
mod wire;

pub(crate) use wire::API_NAME;

use std::sync::Arc;

use serde_json::{Value, json};

use super::{
    Blocks, Dependency, Handle, Ui,
    dependency::spec,
    interface::{Judge, specs},
};
use crate::{
    chat::{Asking, Chat, ChatSettings, Composer},
    component::{AnyComponent, Component},
    components::{
        ChatHistory, Chatbot, Editable, MultimodalTextbox,
        layout::{Accordion, Column, LayoutVariant},
    },
    endpoint::{Endpoint, Handler, Wiring},
};
use samples::Samples;
use wire::Wires;

/// A conversation on a page: what [`Ui::chat`] gives.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[chat]
/// fn yes(_message: String, _history: Vec<Message>) -> &'static str {
///     "Yes"
/// }
///
/// #[page]
/// fn greeted(ui: &mut Ui) {
///     let greet = ui.add(Button::new("Greet"));
///     let chat = ui.chat(yes);
///     greet.click(|| vec![Message::assistant("Hello!")], (), &chat.chatbot);
/// }
/// ```
#[derive(Debug, Clone)]
pub struct ChatHandle {
    /// The conversation: other functions may take it, and fill it.
    pub chatbot: Handle<Chatbot>,
    /// What shows the results besides the answer.
    outputs: Vec<usize>,
}

impl ChatHandle {
    /// A conversation with nobody.
    pub(super) fn empty(ui: &mut Ui) -> Self {
        Self {
            chatbot: ui.add(Chatbot::new()),
            outputs: Vec::new(),
        }
    }

    /// Adds what the function gives besides its answer: the components of its other results.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[chat(outputs = (_, Code::new()))]
    /// fn programmer(_message: String, _history: Vec<Message>) -> (&'static str, &'static str) {
    ///     ("Here you are.", "fn main() {}")
    /// }
    ///
    /// #[page]
    /// fn artifacts(ui: &mut Ui) {
    ///     ui.row(|ui| {
    ///         let chat = ui.column(|ui| ui.chat(programmer));
    ///         ui.column(|ui| chat.outputs(ui));
    ///     });
    /// }
    /// ```
    pub fn outputs(&self, ui: &mut Ui) {
        let parent = ui.parent();
        for id in &self.outputs {
            ui.blocks().place(*id, parent);
        }
    }
}

/// A chat that is a whole page; what it gives besides its answer stands beside it.
pub(crate) fn chat_interface(ui: &mut Ui, endpoint: &'static Endpoint, chat: &Chat) {
    if endpoint.returns > 1 {
        ui.row(|ui| {
            let handle = ui.column(|ui| draw(ui, endpoint, chat));
            let column = Column::new().variant(LayoutVariant::Panel);
            ui.add_block(column, |ui| handle.outputs(ui));
        });
    } else {
        draw(ui, endpoint, chat);
    }
}

/// Puts a chat on a page and wires it.
pub(crate) fn draw(ui: &mut Ui, endpoint: &'static Endpoint, chat: &Chat) -> ChatHandle {
    let (mut wiring, function) = endpoint.wired();
    let settings = (chat.settings)();
    let history = settings
        .save_history
        .then(|| ui.sidebar(|ui| ui.add(ChatHistory::new().storage_key(endpoint.name)).id()));
    let (column, ()) = ui.add_block(Column::new().scale(1), |_| ());
    let (chatbot, message, inputs) = ui.within(&column, |ui| {
        let chatbot = ui.add(judged(chatbot(&settings), endpoint));
        let message = composer(ui, &wiring, &settings);
        (chatbot, message, additional(ui, &wiring, &settings))
    });
    let asking = Arc::new(asking(&wiring, function, chatbot.component(), &settings));
    let samples = ui.within(&column, |ui| {
        let ids = [&[message], &inputs[..]].concat();
        Samples::place(ui, (endpoint, &wiring), &asking, &settings, ids)
    });
    let extras = wiring.outputs.iter().skip(1).cloned();
    let outputs: Vec<_> = extras.map(|it| ui.blocks().add_apart(it)).collect();
    let response = ui.blocks().add_apart(Arc::clone(&wiring.outputs[0]));
    let places = Places {
        chatbot: chatbot.id(),
        history,
        message,
        inputs,
        outputs: outputs.clone(),
        response,
    };
    let mut blocks = ui.blocks();
    let wires = Wires {
        judge: judge(&mut blocks, endpoint, &mut wiring, &asking, &places),
        endpoint,
        wiring: &wiring,
        asking: &asking,
        places: &places,
        samples: &samples,
    };
    wires.page(&mut blocks, &settings);
    wires.clients(&mut blocks);
    drop(blocks);
    ChatHandle { chatbot, outputs }
}

/// Keeps a chat that no page shows, for API clients.
pub(crate) fn chat_api_only(blocks: &mut Blocks, endpoint: &'static Endpoint, chat: &Chat) {
    let (mut wiring, function) = endpoint.wired();
    let settings = (chat.settings)();
    let chatbot = Arc::new(chatbot(&settings));
    let response = blocks.add_apart(Arc::clone(&wiring.outputs[0]));
    let mut unseen = |it: &Arc<dyn AnyComponent>| blocks.add_unseen(Arc::clone(it));
    let places = Places {
        chatbot: 0,
        history: None,
        message: unseen(&composed(&wiring).component),
        inputs: wiring
            .inputs
            .iter()
            .map(|it| unseen(&it.component))
            .collect(),
        response,
        outputs: wiring.outputs.iter().skip(1).map(unseen).collect(),
    };
    let asking = Arc::new(asking(&wiring, function, &chatbot, &settings));
    let wires = Wires {
        judge: judge(blocks, endpoint, &mut wiring, &asking, &places),
        endpoint,
        wiring: &wiring,
        asking: &asking,
        places: &places,
        samples: &Samples::default(),
    };
    wires.clients(blocks);
}

/// The ids of the blocks of a chat.
struct Places {
    chatbot: usize,
    /// The conversations that the browser keeps.
    history: Option<usize>,
    message: usize,
    inputs: Vec<usize>,
    outputs: Vec<usize>,
    /// What clients get the answer in.
    response: usize,
}

/// What judges a message, with the other inputs, before it is taken.
fn judge(
    blocks: &mut Blocks,
    endpoint: &'static Endpoint,
    wiring: &mut Wiring,
    asking: &Arc<Asking>,
    places: &Places,
) -> Option<Arc<Dependency>> {
    let (handler, verdicts) = wiring.judge.take()?;
    let message = &*composed(wiring).component;
    let own = spec(endpoint.params[0].name.into(), Some(message), false);
    let judge = Judge {
        handler: asking.judged(handler),
        verdicts,
        inputs: [&[places.message], &places.inputs[..]].concat(),
        specs: std::iter::once(own).chain(specs(&wiring.inputs)).collect(),
    };
    Some(judge.of(blocks, endpoint, wiring))
}

fn composed(wiring: &Wiring) -> &Composer {
    let Some(composer) = &wiring.message else {
        unreachable!("`#[chat]` makes one");
    };
    composer
}

fn asking(
    wiring: &Wiring,
    function: Handler,
    chatbot: &Arc<Chatbot>,
    settings: &ChatSettings,
) -> Asking {
    let Composer { component, source } = composed(wiring);
    let own = |prop: &str, usual: Value| {
        let is_set = component.base().touched.iter().any(|it| it == prop);
        let set = is_set
            .then(|| component.props().shift_remove(prop))
            .flatten();
        set.unwrap_or(usual)
    };
    Asking {
        function: Arc::new(function),
        chatbot: Arc::clone(chatbot),
        message: Arc::clone(source),
        is_multimodal: component.wire() == MultimodalTextbox::WIRE,
        submit: own("submit_btn", json!(settings.submit_btn)),
        stop: own("stop_btn", json!(settings.stop_btn)),
        extras: wiring.outputs.len() - 1,
    }
}

fn chatbot(settings: &ChatSettings) -> Chatbot {
    let mut chatbot = settings
        .chatbot
        .clone()
        .unwrap_or_else(|| Chatbot::new().autoscroll(settings.autoscroll));
    let base = Component::base(&chatbot);
    let (is_nameless, scales) = (base.label.is_none(), base.scale.is_some());
    if is_nameless {
        chatbot = chatbot.label("Chatbot");
    }
    if !scales {
        chatbot = chatbot.scale(1);
    }
    if settings.editable && chatbot.editable.is_none() {
        chatbot = chatbot.editable(Editable::User);
    }
    if !settings.examples.is_empty() && chatbot.examples.is_none() {
        chatbot = chatbot.examples(settings.examples.clone());
    }
    chatbot
}

/// With what people may think of answers, where the endpoint says it.
fn judged(chatbot: Chatbot, endpoint: &Endpoint) -> Chatbot {
    let options = endpoint.options.flagging_options;
    if options.is_empty() {
        return chatbot;
    }
    let options: Vec<_> = options.iter().map(|(_, value)| *value).collect();
    chatbot.feedback_options(options)
}

/// The box, with what a chat expects of it where its author says nothing.
fn composer(ui: &mut Ui, wiring: &Wiring, settings: &ChatSettings) -> usize {
    let component = &composed(wiring).component;
    let id = ui.add_any(Arc::clone(component));
    let touched = &component.base().touched;
    let usual = [
        ("placeholder", json!("Type a message...")),
        ("show_label", json!(false)),
        ("autofocus", json!(settings.autofocus)),
        ("submit_btn", json!(settings.submit_btn)),
        ("container", json!(false)),
    ];
    let mut blocks = ui.blocks();
    for (prop, value) in usual {
        if !touched.iter().any(|it| it == prop) {
            blocks.set(id, prop, value);
        }
    }
    // It comes when there is something to stop.
    blocks.set(id, "stop_btn", false);
    id
}

fn additional(ui: &mut Ui, wiring: &Wiring, settings: &ChatSettings) -> Vec<usize> {
    if wiring.inputs.is_empty() {
        return Vec::new();
    }
    let accordion = Accordion::new(settings.accordion).open(false);
    let fields = wiring.inputs.iter().map(|input| input.component.clone());
    let (_, ids) = ui.add_block(accordion, |ui| fields.map(|it| ui.add_any(it)).collect());
    ids
}
