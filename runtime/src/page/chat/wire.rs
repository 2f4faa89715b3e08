//! What happens at a chat, and what that sets off.

use std::{
    any::TypeId,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{Places, samples::Samples};
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
    pub(super) samples: &'a Samples,
    /// What judges messages before they are taken.
    pub(super) judge: Option<Arc<Dependency>>,
}

impl Wires<'_> {
    /// All that a person can do.
    pub(super) fn page(&self, blocks: &mut Blocks, settings: &ChatSettings) {
        let &Places {
            chatbot, message, ..
        } = self.places;
        let mut asks = vec![
            (How::Submit, Some((message, "submit"))),
            (How::Retry, Some((chatbot, "retry"))),
            (How::Option, Some((chatbot, "option_select"))),
        ];
        if settings.editable {
            asks.push((How::Edit, Some((chatbot, "edit"))));
        }
        let says = settings.run_examples_on_click || self.samples.sampled.kept.is_some();
        if says {
            asks.push(match self.samples.table {
                None => (How::Example, Some((chatbot, "example_select"))),
                Some(_) => (How::Row, None),
            });
        }
        let runs: Vec<_> = asks
            .into_iter()
            .map(|(how, target)| self.asks(blocks, how, target))
            .collect();
        if !says {
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
    fn asks(&self, blocks: &mut Blocks, how: How, target: Option<(usize, &'static str)>) -> usize {
        let Self {
            endpoint, places, ..
        } = self;
        let (own, after, sampled) = match (how, self.samples.table) {
            (How::Submit, _) => (vec![places.message, places.chatbot], None, None),
            (How::Row, Some((table, filled))) => (
                vec![places.message, table],
                Some((filled, After::Always)),
                Some(&self.samples.sampled),
            ),
            (How::Example, _) => (vec![places.chatbot], None, Some(&self.samples.sampled)),
            _ => (vec![places.chatbot], None, None),
        };
        let sampled = sampled.cloned().unwrap_or_default();
        let id = blocks.ids.event();
        let mut event = Dependency {
            targets: target.into_iter().collect(),
            after,
            outputs: [&[places.chatbot, places.message], &places.outputs[..]].concat(),
            hears_event_data: self.wiring.hears_event_data || how.hears(),
            show_progress: "minimal",
            visibility: Visibility::Private,
            function: "chat_answer".into(),
            named: None,
            generator: true,
            ..Dependency::of(id, endpoint, self.asking.asks(how, sampled))
        };
        self.judged(&mut event, how == How::Submit);
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
        self.judged(&mut event, true);
        let mut states = self.takes(blocks, &mut event, &[places.message]);
        // Clients send nothing in the place of what is kept.
        event.inputs.insert(KEPT, kept);
        event.states.push(KEPT);
        for (place, _) in &mut states {
            *place += 1;
        }
        blocks.listen(event, &states);
        let said = (self.places.message, "submit");
        let events = blocks.dependencies.iter_mut();
        for event in events.filter(|event| event.targets.contains(&said)) {
            event.for_clients = Some(id);
        }
    }

    /// Messages that are new are judged; those that were said before have been.
    fn judged(&self, event: &mut Dependency, is_new: bool) {
        event.wants_validator = false;
        event.validator = self.judge.clone().filter(|_| is_new);
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
