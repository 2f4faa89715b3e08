//! One event of a page: what sets it off, what runs, what it fills.

use std::sync::{Arc, OnceLock};

use serde_json::{
    Value, json,
    value::{RawValue, to_raw_value},
};

use crate::{
    component::AnyComponent,
    endpoint::{
        ApiName, ArgSpec, Args, Endpoint, Handler, Job, Limit, Mcp, Mode, Refused, Visibility,
    },
    run::{Group, Replay, Stats},
    store::{Key, Results},
};

/// When an event that follows another one comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum After {
    /// Whatever came of it.
    Always,
    /// When it ended well.
    Success,
    /// When it failed.
    Failure,
}

impl After {
    /// The name of its event in the config.
    fn event(self) -> &'static str {
        match self {
            Self::Always => "then",
            Self::Success => "success",
            Self::Failure => "failure",
        }
    }
}

/// What the page does by itself, with no function behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClientAction {
    /// Puts components back to where they started.
    Clear,
    /// Takes the values of components away.
    Empty,
}

/// One event of a page, or a function that only the API knows.
#[derive(Debug)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own on the wire"
)]
pub(crate) struct Dependency {
    pub(crate) id: usize,
    /// The components and their events that set it off; 0 is the page itself.
    pub(crate) targets: Vec<(usize, &'static str)>,
    pub(crate) inputs: Vec<usize>,
    pub(crate) outputs: Vec<usize>,
    /// Which of the outputs are tables: pages are sent large ones in parts.
    pub(crate) tables: Vec<usize>,
    pub(crate) handler: Option<Handler>,
    /// What each input may be, those that stand for kept values left out.
    pub(crate) specs: Vec<ArgSpec>,
    /// The doc comment of each input.
    pub(crate) docs: Vec<&'static str>,
    /// The name clients call it by, unique in the app; worked out when all events are known.
    pub(crate) api_name: Option<String>,
    /// The name that was asked for.
    pub(crate) named: Option<String>,
    /// The name of the function itself.
    pub(crate) function: String,
    /// File and line of the function, where it is annotated, or else of what made this event.
    pub(crate) place: (&'static str, u32),
    /// File and line of what made this event.
    pub(crate) wired_at: (&'static str, u32),
    /// The event this one follows.
    pub(crate) after: Option<(usize, After)>,
    pub(crate) visibility: Visibility,
    /// The event that clients call for the same, where this one is not for them. It has the same inputs.
    pub(crate) for_clients: Option<usize>,
    pub(crate) description: Option<String>,
    /// What it is to programs that speak MCP.
    #[cfg_attr(not(feature = "mcp"), allow(dead_code, reason = "nobody asks"))]
    pub(crate) mcp: Mcp,
    pub(crate) queue: bool,
    pub(crate) limit: Limit,
    pub(crate) concurrency_id: Option<&'static str>,
    pub(crate) time_limit: Option<f64>,
    /// Whether its runs go on when nobody waits for them.
    pub(crate) detach: bool,
    /// Whether it only writes down what stands in its inputs, which makes none of them a field to fill.
    pub(crate) writes_down: bool,
    pub(crate) generator: bool,
    /// Whether its function answers several calls at once.
    pub(crate) batch: bool,
    /// How many of them at most.
    pub(crate) max_batch_size: Option<usize>,
    /// Seconds between two calls of an event that never ends, such as a microphone's.
    pub(crate) stream_every: f64,
    /// What was worked out already, where results are kept.
    pub(crate) results: Option<Arc<Results<Replay>>>,
    /// What its function takes from the call that may be another for equal arguments.
    pub(crate) depends_on: Option<&'static str>,
    /// Judges the inputs before a call is taken.
    pub(crate) validator: Option<Arc<Dependency>>,
    /// Whether its function must not run without one.
    pub(crate) wants_validator: bool,
    pub(crate) scroll_to_output: bool,
    pub(crate) trigger_mode: &'static str,
    pub(crate) show_progress: &'static str,
    pub(crate) cancels: Vec<usize>,
    pub(crate) client_action: Option<ClientAction>,
    /// A script for the browser, before the function or in its place.
    pub(crate) js: Option<String>,
    /// Blocks that show how far it is, in place of the outputs.
    pub(crate) show_progress_on: Option<Vec<usize>>,
    /// Which of the inputs stand for values that are kept for a session.
    pub(crate) states: Vec<usize>,
    /// Whether it takes or gives any value that is kept for a session.
    pub(crate) keeps_state: bool,
    /// The kept values that its function takes and gives back, so that calls have to take turns.
    pub(crate) turns: Vec<usize>,
    /// Whether it changes props of components.
    pub(crate) updates: bool,
    /// Whether its function wants to know of the event.
    pub(crate) hears_event_data: bool,
    /// Which of the outputs join what a generator gives, worked out when all blocks are known.
    pub(crate) streaming: Vec<(usize, Arc<dyn AnyComponent>)>,
    pub(crate) stats: Stats,
    /// The part of a page whose function wired it.
    pub(crate) rendered_in: Option<usize>,
    /// The part of a page that its function draws.
    pub(crate) render_id: Option<usize>,
    /// Whose turn it takes; found when it is called first.
    pub(crate) group: OnceLock<Arc<Group>>,
}

/// How many calls a function answers at once, unless it says so itself.
const MAX_BATCH_SIZE: usize = 4;

impl Dependency {
    /// An event with nothing behind it yet.
    pub(crate) fn empty(id: usize) -> Self {
        Self {
            id,
            targets: Vec::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            tables: Vec::new(),
            handler: None,
            specs: Vec::new(),
            docs: Vec::new(),
            api_name: None,
            named: None,
            function: String::new(),
            place: ("", 0),
            wired_at: ("", 0),
            after: None,
            visibility: Visibility::Private,
            for_clients: None,
            description: None,
            mcp: Mcp::DEFAULT,
            queue: false,
            limit: Limit::Default,
            concurrency_id: None,
            time_limit: None,
            detach: false,
            writes_down: false,
            generator: false,
            batch: false,
            max_batch_size: None,
            stream_every: 0.5,
            results: None,
            depends_on: None,
            validator: None,
            wants_validator: false,
            scroll_to_output: false,
            trigger_mode: "once",
            show_progress: "full",
            cancels: Vec::new(),
            client_action: None,
            js: None,
            show_progress_on: None,
            states: Vec::new(),
            keeps_state: false,
            turns: Vec::new(),
            updates: false,
            hears_event_data: false,
            streaming: Vec::new(),
            stats: Stats::default(),
            rendered_in: None,
            render_id: None,
            group: OnceLock::new(),
        }
    }

    /// An event that runs `endpoint`.
    pub(crate) fn of(id: usize, endpoint: &'static Endpoint, handler: Handler) -> Self {
        let options = &endpoint.options;
        let docs = endpoint.docs.trim();
        let (named, visibility) = match options.api_name {
            ApiName::Named(name) => (Some(name.to_owned()), options.visibility),
            ApiName::Derived => (None, options.visibility),
            ApiName::None => (None, Visibility::Private),
        };
        Self {
            handler: Some(handler),
            named,
            function: endpoint.name.into(),
            place: (endpoint.file, endpoint.line),
            wired_at: (endpoint.file, endpoint.line),
            visibility,
            description: options
                .description
                .or((!docs.is_empty()).then_some(docs))
                .map(ToString::to_string),
            mcp: options.mcp,
            queue: options.queue,
            limit: options.concurrency_limit,
            concurrency_id: options.concurrency_id,
            time_limit: options.time_limit,
            detach: options.detach,
            generator: endpoint.generator,
            batch: options.batch,
            max_batch_size: options.max_batch_size,
            wants_validator: options.validated,
            results: options.cache.map(Results::new).map(Arc::new),
            ..Self::empty(id)
        }
    }

    /// Decodes and checks the arguments of a call.
    ///
    /// # Errors
    /// When some are missing or refused: all of them.
    pub(crate) fn prepare(
        &self,
        handler: &Handler,
        data: &[Option<&RawValue>],
    ) -> Result<Job, Vec<Refused>> {
        let mut args = Args::new(data, &self.specs).map_err(|refused| vec![refused])?;
        let mut job = handler.prepare(&mut args)?;
        let keeps = self.results.is_some() && self.is_same_for_all();
        job.key = keeps.then(|| {
            let given = self.specs.iter().enumerate().map(|(index, spec)| {
                let sent = data.get(index).copied().flatten();
                sent.or(spec.default.as_deref())
            });
            Key::of(given)
        });
        Ok(job)
    }

    /// Whether nothing but the arguments counts, for what it gives and for what it does.
    pub(crate) fn is_same_for_all(&self) -> bool {
        self.depends_on.is_none() && !self.keeps_state && !self.updates && self.render_id.is_none()
    }

    /// Where its function runs.
    pub(crate) fn mode(&self) -> Mode {
        self.handler.as_ref().map_or(Mode::Inline, Handler::mode)
    }

    /// Whether API clients may call it by name.
    pub(crate) fn is_callable_by_name(&self) -> bool {
        self.handler.is_some() && self.visibility != Visibility::Private
    }

    /// The places of the inputs that its validator judges.
    pub(crate) fn judged(&self) -> Vec<usize> {
        let judged = self
            .validator
            .iter()
            .flat_map(|validator| &validator.inputs);
        judged
            .filter_map(|id| self.inputs.iter().position(|input| input == id))
            .collect()
    }

    /// How many calls its function answers at once, at most.
    pub(crate) fn max_batch_size(&self) -> usize {
        self.max_batch_size.unwrap_or(MAX_BATCH_SIZE)
    }

    /// Whether it runs on an event that never ends.
    pub(crate) fn hears_stream(&self) -> bool {
        self.targets.iter().any(|(_, event)| *event == "stream")
    }

    /// Its entry in the config: the keys of both lines of clients.
    pub(crate) fn config(&self) -> Value {
        let own = self.targets.iter().map(|(id, event)| json!([id, event]));
        let after = self.after.map(|(_, after)| json!([null, after.event()]));
        let targets: Vec<_> = own.chain(after).collect();
        let public = self.visibility == Visibility::Public;
        let api_name = match (&self.api_name, self.visibility) {
            (Some(name), Visibility::Public | Visibility::Undocumented) => json!(name),
            _ => json!(false),
        };
        let mut config = json!({
            "id": self.id,
            "targets": targets,
            "inputs": self.inputs,
            "outputs": self.outputs,
            "backend_fn": self.handler.is_some(),
            "js": self.client_action.map(|_| self.clearing_js()).or_else(|| self.js.clone()),
            "queue": self.handler.is_some() && self.queue,
            "api_name": api_name,
            "api_description": self.description,
            "scroll_to_output": self.scroll_to_output,
            "show_progress": self.show_progress,
            "show_progress_on": self.show_progress_on,
            "batch": self.batch,
            "max_batch_size": self.max_batch_size(),
            "cancels": self.cancels,
            "types": {"generator": self.generator, "cancel": !self.cancels.is_empty()},
            "collects_event_data": self.hears_event_data,
            "trigger_after": self.after.map(|(id, _)| id),
            "trigger_only_on_success": matches!(self.after, Some((_, After::Success))),
            "trigger_only_on_failure": matches!(self.after, Some((_, After::Failure))),
            "trigger_mode": self.trigger_mode,
            "show_api": public,
            "api_visibility": match self.visibility {
                Visibility::Public => "public",
                Visibility::Undocumented => "undocumented",
                Visibility::Private => "private",
            },
            "rendered_in": self.rendered_in,
            "render_id": self.render_id,
            "connection": if self.hears_stream() { "stream" } else { "sse" },
            "time_limit": self.time_limit,
            "stream_every": self.stream_every,
            "like_user_message": false,
            "event_specific_args": if self.hears_stream() { vec!["stream_every"] } else { vec![] },
            "component_prop_inputs": [],
            "js_implementation": null,
        });
        if let Some(action) = self.client_action {
            config["client_action"] = json!(match action {
                ClientAction::Clear => "clear",
                ClientAction::Empty => "empty",
            });
        }
        config
    }

    /// What other front ends run to do the same.
    fn clearing_js(&self) -> String {
        format!("() => [{}]", vec!["null"; self.outputs.len()].join(", "))
    }
}

/// What is known of an argument that `component` gives. What the component starts with stands in
/// when a call leaves the argument out.
pub(super) fn spec(
    name: String,
    component: Option<&dyn AnyComponent>,
    has_default: bool,
) -> ArgSpec {
    let value = component.and_then(AnyComponent::initial_value);
    let default = (has_default || value.is_some()).then(|| value.unwrap_or_default());
    ArgSpec {
        name,
        default: default.and_then(|value| to_raw_value(&value).ok()),
    }
}
