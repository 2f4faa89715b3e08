//! What happens at a chat, and what that sets off.

use std::{
    any::TypeId,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::Places;
use crate::{
    chat::{self, Asking, ChatSettings, How},
    components::SessionState,
    endpoint::{ApiName, Endpoint, Visibility, Wiring},
    flagging::{CsvLog, FlagSink, FlaggingMode},
    page::{
        Blocks, Dependency,
        dependency::{After, spec},
    },
};

/// A chat in its place, to be wired.
pub(super) struct Wires<'a> {
    pub(super) endpoint: &'static Endpoint,
    pub(super) wiring: &'a Wiring,
    pub(super) asking: &'a Arc<Asking>,
    pub(super) places: &'a Places,
}

impl Wires<'_> {
    /// All that a person can do.
    pub(super) fn page(&self, blocks: &mut Blocks, settings: &ChatSettings) {
        let &Places {
            chatbot, message, ..
        } = self.places;
        let mut asks = vec![
            (How::Submit, (message, "submit")),
            (How::Retry, (chatbot, "retry")),
            (How::Option, (chatbot, "option_select")),
        ];
        if settings.editable {
            asks.push((How::Edit, (chatbot, "edit")));
        }
        if settings.run_examples_on_click {
            asks.push((How::Example, (chatbot, "example_select")));
        }
        let runs: Vec<_> = asks
            .into_iter()
            .map(|(how, target)| self.asks(blocks, how, target))
            .collect();
        if !settings.run_examples_on_click {
            let event = Dependency {
                targets: vec![(chatbot, "example_select")],
                handler: Some(chat::writes(self.asking)),
                outputs: vec![message],
                hears_event_data: true,
                ..self.quiet(blocks)
            };
            blocks.listen(event, &[]);
        }
        // Whoever stops an answer, or clears the conversation, wants to write the next message.
        for target in [(message, "stop"), (chatbot, "clear")] {
            let event = Dependency {
                targets: vec![target],
                handler: Some(chat::rests(self.asking)),
                outputs: vec![message],
                cancels: runs.clone(),
                ..self.quiet(blocks)
            };
            blocks.listen(event, &[]);
        }
        if self.endpoint.options.flagging == Some(FlaggingMode::Manual) {
            let event = Dependency {
                targets: vec![(chatbot, "like")],
                handler: Some(chat::judges(self.log())),
                inputs: vec![chatbot],
                specs: vec![spec("history".into(), Some(&*self.asking.chatbot), true)],
                docs: vec![""],
                hears_event_data: true,
                ..self.quiet(blocks)
            };
            blocks.listen(event, &[]);
        }
        if let Some(history) = self.places.history {
            self.keeps(blocks, history, &runs);
        }
        let undo = Dependency {
            targets: vec![(chatbot, "undo")],
            handler: Some(chat::undoes(self.asking)),
            inputs: vec![chatbot],
            outputs: vec![chatbot, message],
            specs: vec![spec("history".into(), Some(&*self.asking.chatbot), true)],
            docs: vec![""],
            ..self.quiet(blocks)
        };
        blocks.listen(undo, &[]);
        for run in runs {
            let event = Dependency {
                handler: Some(chat::rests(self.asking)),
                outputs: vec![message],
                after: Some((run, After::Failure)),
                ..self.quiet(blocks)
            };
            blocks.listen(event, &[]);
        }
    }

    /// Where thoughts of answers are written down.
    fn log(&self) -> Arc<dyn FlagSink> {
        let Endpoint { options, name, .. } = self.endpoint;
        let folder = options.flagging_dir.map(PathBuf::from);
        let folder = folder.unwrap_or_else(|| Path::new(".vetrina/flagged").join(name));
        Arc::new(CsvLog::new(folder))
    }

    /// The browser keeps the conversation, and goes on with one that it kept.
    fn keeps(&self, blocks: &mut Blocks, history: usize, runs: &[usize]) {
        let &Places {
            chatbot, message, ..
        } = self.places;
        let keep = Dependency {
            targets: vec![(chatbot, "change")],
            inputs: vec![chatbot],
            outputs: vec![history],
            js: Some("(talk) => talk".into()),
            ..self.quiet(blocks)
        };
        blocks.listen(keep, &[]);
        let idle = chat::idle(&self.asking.submit);
        let go_on = Dependency {
            targets: vec![(history, "select")],
            inputs: vec![history],
            outputs: vec![chatbot, message],
            js: Some(format!("(talk) => [talk, {idle}]")),
            cancels: runs.to_vec(),
            ..self.quiet(blocks)
        };
        blocks.listen(go_on, &[]);
    }

    /// Lets the function answer when this happens.
    fn asks(&self, blocks: &mut Blocks, how: How, target: (usize, &'static str)) -> usize {
        let Self {
            endpoint, places, ..
        } = self;
        let own = match how {
            How::Submit => vec![places.message, places.chatbot],
            _ => vec![places.chatbot],
        };
        let id = blocks.ids.event();
        let mut event = Dependency {
            targets: vec![target],
            outputs: [&[places.chatbot, places.message], &places.outputs[..]].concat(),
            hears_event_data: self.wiring.hears_event_data || how.hears(),
            show_progress: "minimal",
            visibility: Visibility::Private,
            function: "chat_answer".into(),
            named: None,
            generator: true,
            ..Dependency::of(id, endpoint, self.asking.asks(how))
        };
        let states = self.takes(blocks, &mut event, &own);
        blocks.listen(event, &states);
        id
    }

    /// Lets clients call the function by name.
    pub(super) fn clients(&self, blocks: &mut Blocks) {
        let Self {
            endpoint, places, ..
        } = self;
        let kept = blocks.add_apart(Arc::new(SessionState::new()));
        let id = blocks.ids.event();
        let function = match endpoint.options.api_name {
            ApiName::Derived => API_NAME,
            _ => endpoint.name,
        };
        let mut event = Dependency {
            outputs: [&[places.response], &places.outputs[..], &[kept]].concat(),
            function: function.into(),
            hears_event_data: self.wiring.hears_event_data,
            ..Dependency::of(id, endpoint, chat::calls(self.asking, kept))
        };
        let states = self.takes(blocks, &mut event, &[places.message, kept]);
        // Clients send nothing in the place of what is kept.
        event.specs.remove(KEPT);
        event.docs.remove(KEPT);
        event.states.push(KEPT);
        blocks.listen(event, &states);
    }

    /// The inputs of an event: some of the chat itself, then those of the function.
    fn takes(
        &self,
        blocks: &Blocks,
        event: &mut Dependency,
        own: &[usize],
    ) -> Vec<(usize, TypeId)> {
        let Self {
            wiring,
            places,
            endpoint,
            ..
        } = self;
        event.inputs = [own, &places.inputs].concat();
        let component = |id: &usize| blocks.find(*id).map(|block| block.component);
        let told = own.iter().enumerate().map(|(place, id)| {
            // One that the function does not look at begins with a line.
            let name = endpoint.params[place].name.trim_start_matches('_').into();
            spec(name, component(id).as_deref(), *id != places.message)
        });
        let theirs = wiring.inputs.iter().map(|input| {
            let name = input.name.into();
            spec(name, Some(&*input.component), input.has_default)
        });
        event.specs = told.chain(theirs).collect();
        let own_docs = endpoint.params.iter().map(|param| param.docs.trim());
        let docs = wiring.inputs.iter().map(|input| input.docs.trim());
        event.docs = own_docs.take(own.len()).chain(docs).collect();
        let states = wiring.states.iter();
        states.map(|(at, kept)| (at + own.len(), *kept)).collect()
    }

    /// An event that is over at once.
    fn quiet(&self, blocks: &Blocks) -> Dependency {
        let place = (self.endpoint.file, self.endpoint.line);
        Dependency {
            function: "chat_page".into(),
            place,
            wired_at: place,
            show_progress: "hidden",
            trigger_mode: "multiple",
            ..Dependency::empty(blocks.ids.event())
        }
    }
}

/// The place of what a session keeps among the inputs of a call.
const KEPT: usize = 1;

/// What clients call a chat by, unless its author says otherwise.
pub(crate) const API_NAME: &str = "chat";
