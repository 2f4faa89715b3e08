//! One event of a page: what sets it off, what runs, what it fills.

use serde_json::{Value, json};

use crate::{
    endpoint::{ArgSpec, Endpoint, Handler, Limit, Mode, Visibility},
    run::Stats,
};

/// What the page does by itself, with no function behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClientAction {
    /// Puts inputs back to where they started and empties outputs.
    Clear,
}

/// One event of a page, or a function that only the API knows.
#[derive(Debug)]
pub(crate) struct Dependency {
    pub(crate) id: usize,
    /// The components and their events that set it off; none for an API-only function.
    pub(crate) targets: Vec<(usize, &'static str)>,
    pub(crate) inputs: Vec<usize>,
    pub(crate) outputs: Vec<usize>,
    pub(crate) handler: Option<Handler>,
    /// What each input may be; one per input of a handler.
    pub(crate) specs: Vec<ArgSpec>,
    /// The doc comment of each input.
    pub(crate) docs: Vec<&'static str>,
    /// The name clients call it by, unique in the app.
    pub(crate) api_name: Option<String>,
    pub(crate) visibility: Visibility,
    pub(crate) description: Option<String>,
    pub(crate) queue: bool,
    pub(crate) limit: Limit,
    pub(crate) concurrency_id: Option<&'static str>,
    pub(crate) time_limit: Option<f64>,
    pub(crate) generator: bool,
    pub(crate) scroll_to_output: bool,
    pub(crate) trigger_mode: &'static str,
    pub(crate) show_progress: &'static str,
    pub(crate) cancels: Vec<usize>,
    pub(crate) client_action: Option<ClientAction>,
    pub(crate) stats: Stats,
}

impl Dependency {
    /// An event with nothing behind it yet.
    pub(crate) fn empty(id: usize) -> Self {
        Self {
            id,
            targets: Vec::new(),
            inputs: Vec::new(),
            outputs: Vec::new(),
            handler: None,
            specs: Vec::new(),
            docs: Vec::new(),
            api_name: None,
            visibility: Visibility::Private,
            description: None,
            queue: false,
            limit: Limit::Default,
            concurrency_id: None,
            time_limit: None,
            generator: false,
            scroll_to_output: false,
            trigger_mode: "once",
            show_progress: "full",
            cancels: Vec::new(),
            client_action: None,
            stats: Stats::default(),
        }
    }

    /// An event that runs `endpoint`.
    pub(crate) fn of(id: usize, endpoint: &'static Endpoint, handler: Handler) -> Self {
        let options = &endpoint.options;
        let docs = endpoint.docs.trim();
        Self {
            handler: Some(handler),
            visibility: options.visibility,
            description: options
                .description
                .or((!docs.is_empty()).then_some(docs))
                .map(ToString::to_string),
            queue: options.queue,
            limit: options.concurrency_limit,
            concurrency_id: options.concurrency_id,
            time_limit: options.time_limit,
            generator: endpoint.generator,
            ..Self::empty(id)
        }
    }

    /// Where its function runs.
    pub(crate) fn mode(&self) -> Mode {
        self.handler.as_ref().map_or(Mode::Inline, Handler::mode)
    }

    /// Whether API clients may call it by name.
    pub(crate) fn is_callable_by_name(&self) -> bool {
        self.handler.is_some() && self.visibility != Visibility::Private
    }

    /// Its entry in the config: the keys of both lines of clients.
    pub(crate) fn config(&self) -> Value {
        let targets: Vec<_> = self
            .targets
            .iter()
            .map(|(id, event)| json!([id, event]))
            .collect();
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
            "js": self.client_action.map(|_| self.clearing_js()),
            "queue": self.handler.is_some() && self.queue,
            "api_name": api_name,
            "api_description": self.description,
            "scroll_to_output": self.scroll_to_output,
            "show_progress": self.show_progress,
            "show_progress_on": null,
            "batch": false,
            "max_batch_size": 4,
            "cancels": self.cancels,
            "types": {"generator": self.generator, "cancel": !self.cancels.is_empty()},
            "collects_event_data": false,
            "trigger_after": null,
            "trigger_only_on_success": false,
            "trigger_only_on_failure": false,
            "trigger_mode": self.trigger_mode,
            "show_api": public,
            "api_visibility": match self.visibility {
                Visibility::Public => "public",
                Visibility::Undocumented => "undocumented",
                Visibility::Private => "private",
            },
            "rendered_in": null,
            "render_id": null,
            "connection": "sse",
            "time_limit": self.time_limit,
            "stream_every": 0.5,
            "like_user_message": false,
            "event_specific_args": [],
            "component_prop_inputs": [],
            "js_implementation": null,
        });
        if let Some(ClientAction::Clear) = self.client_action {
            config["client_action"] = json!("clear");
        }
        config
    }

    /// What other front ends run to do the same.
    fn clearing_js(&self) -> String {
        format!("() => [{}]", vec!["null"; self.outputs.len()].join(", "))
    }
}
