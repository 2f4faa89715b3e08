//! What the page does: events set off calls, answers become values, and values set off events.

mod answers;
mod values;

use std::{
    collections::VecDeque,
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError},
    },
    time::Duration,
};

use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::task::JoinHandle;

use super::{
    Note,
    drawn::Drawn,
    host::{Host, News},
    part::Parts,
};

/// How long nothing may happen while something is waited for.
const PATIENCE: Duration = Duration::from_secs(30);
/// How often a stream may end without having told anything of what is waited for.
const EMPTY_STREAMS: usize = 3;

/// What happens when, as the config says it.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own in the config"
)]
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Wire {
    id: usize,
    targets: Vec<(Option<usize>, String)>,
    inputs: Vec<usize>,
    outputs: Vec<usize>,
    backend_fn: bool,
    queue: Option<bool>,
    #[serde(default)]
    cancels: Vec<usize>,
    #[serde(default)]
    collects_event_data: bool,
    trigger_after: Option<usize>,
    #[serde(default)]
    trigger_only_on_success: bool,
    #[serde(default)]
    trigger_only_on_failure: bool,
    trigger_mode: Option<String>,
    client_action: Option<String>,
    /// The part of the page that it draws.
    pub(super) render_id: Option<u64>,
}

impl Wire {
    pub(super) fn read(config: &Value) -> Self {
        serde_json::from_value(config.clone()).expect("the config is well-formed")
    }

    /// From now on nothing sets it off.
    pub(super) fn cut(&mut self) {
        self.targets.clear();
        self.trigger_after = None;
    }
}

/// Where an event happened, and what was said of it.
#[derive(Debug, Clone)]
struct Cause {
    trigger: Option<usize>,
    data: Value,
}

/// A call that is under way.
#[derive(Debug)]
struct Run {
    number: u64,
    wire: usize,
    cause: Cause,
    event: Option<String>,
    /// What came last.
    values: Option<Vec<Value>>,
}

#[derive(Debug)]
pub(super) struct Play {
    pub(super) host: Arc<Host>,
    pub(super) session: String,
    pub(super) parts: Parts,
    /// What the page said in a corner.
    pub(super) notes: Vec<Note>,
    query: String,
    wires: Vec<Wire>,
    runs: Vec<Run>,
    drawn: Drawn,
    /// Calls of `always_last` that wait for the one before, and those whose turn has come.
    latest: Vec<(usize, Cause)>,
    due: VecDeque<(usize, Cause)>,
    next: u64,
    /// How many steps of outputs were shown.
    pub(super) steps: u64,
    tell: mpsc::Sender<News>,
    told: mpsc::Receiver<News>,
    reader: Option<JoinHandle<()>>,
    empty_streams: usize,
    line: Option<JoinHandle<()>>,
}

impl Play {
    /// Where one writes to a conversation, and that conversation.
    pub(super) fn chat(&self) -> Option<(usize, usize)> {
        let is = |id: usize, kinds: &[&str]| {
            let part = self.parts.get(id);
            part.is_some_and(|part| kinds.contains(&part.kind.as_str()))
        };
        self.wires.iter().find_map(|wire| {
            let mut targets = wire.targets.iter();
            let (written, _) = targets.find(|(_, event)| event == "submit")?;
            let written = written.filter(|id| is(*id, &["textbox", "multimodaltextbox"]))?;
            let talk = wire.outputs.iter().find(|id| is(**id, &["chatbot"]))?;
            Some((written, *talk))
        })
    }

    pub(super) fn new(host: Arc<Host>, config: &Value, path: &str, query: &str) -> Self {
        let here = config["page"][path]["dependencies"].as_array();
        let wires = config["dependencies"].as_array().into_iter().flatten();
        let wires = wires
            .filter(|wire| here.is_none_or(|here| here.contains(&wire["id"])))
            .map(Wire::read)
            .collect();
        let session = format!("{:012x}", rand::random::<u64>());
        let line = config["connect_heartbeat"] == true;
        let line = line.then(|| host.stay(&session));
        let (tell, told) = mpsc::channel();
        Self {
            parts: Parts::new(config, path),
            host,
            session,
            notes: Vec::new(),
            query: query.into(),
            wires,
            runs: Vec::new(),
            drawn: Drawn::new(),
            latest: Vec::new(),
            due: VecDeque::new(),
            next: 0,
            steps: 0,
            tell,
            told,
            reader: None,
            empty_streams: 0,
            line,
        }
    }

    /// What is to be done when the page is there.
    pub(super) fn load(&mut self) {
        self.opened(0..self.wires.len());
    }

    fn opened(&mut self, wires: impl IntoIterator<Item = usize>) {
        for wire in wires {
            let targets = &self.wires[wire].targets;
            if targets.iter().any(|(_, event)| event == "load") {
                let cause = Cause {
                    trigger: None,
                    data: Value::Null,
                };
                self.trigger(wire, cause);
            }
        }
    }

    /// Whether anything listens to it.
    pub(super) fn hears(&self, id: usize, event: &str) -> bool {
        let mut targets = self.wires.iter().flat_map(|wire| &wire.targets);
        targets.any(|(at, name)| *at == Some(id) && name == event)
    }

    pub(super) fn happened(&mut self, id: usize, event: &str, data: &Value) {
        self.happened_at(&[id], event, data);
    }

    /// What happens at several blocks at once sets off everything but once.
    fn happened_at(&mut self, ids: &[usize], event: &str, data: &Value) {
        for wire in 0..self.wires.len() {
            let mut heard = self.wires[wire].targets.iter();
            let heard =
                heard.find_map(|(at, name)| at.filter(|at| ids.contains(at) && name == event));
            if heard.is_some() {
                let cause = Cause {
                    trigger: heard,
                    data: data.clone(),
                };
                self.trigger(wire, cause);
            }
        }
    }

    fn trigger(&mut self, wire: usize, cause: Cause) {
        let it = &self.wires[wire];
        let (cancels, action) = (it.cancels.clone(), it.client_action.clone());
        match action.as_deref() {
            Some("clear") => self.clear(wire),
            Some("empty") => self.empty(wire),
            _ => {}
        }
        for id in cancels {
            self.cancel(id);
        }
        let it = &self.wires[wire];
        if !it.backend_fn {
            // A script is for the browser; what follows it is not.
            return self.follow_up(wire, &cause, true);
        }
        let busy = self.runs.iter().any(|run| run.wire == wire);
        match it.trigger_mode.as_deref().unwrap_or("once") {
            "always_last" if busy => {
                self.latest.retain(|(waiting, _)| *waiting != wire);
                self.latest.push((wire, cause));
            }
            "multiple" => self.send(wire, cause),
            _ if !busy => self.send(wire, cause),
            _ => {}
        }
    }

    fn send(&mut self, wire: usize, cause: Cause) {
        let it = self.wires[wire].clone();
        let values: Vec<_> = it.inputs.iter().map(|&id| self.value_of(id)).collect();
        for &id in &it.inputs {
            if let Some(part) = self.parts.get_mut(id) {
                part.blame = None;
            }
        }
        let heard = it.collects_event_data.then(|| cause.data.clone());
        let body = json!({
            "data": values,
            "fn_index": it.id,
            "session_hash": self.session,
            "event_data": heard,
            "trigger_id": cause.trigger,
        });
        let number = self.next;
        self.next += 1;
        let mut run = Run {
            number,
            wire,
            cause,
            event: None,
            values: None,
        };
        if it.queue == Some(false) {
            let path = format!("/run/{}{}", it.id, self.query);
            self.host
                .post_later(&path, &body, number, self.tell.clone());
            self.runs.push(run);
            return;
        }
        let path = format!("/queue/join{}", self.query);
        let (status, answer) = self.host.post(&path, &body);
        if status != StatusCode::OK {
            return self.refused(&run, status, &answer);
        }
        run.event = answer["event_id"].as_str().map(Into::into);
        self.runs.push(run);
        self.listen();
    }

    fn value_of(&self, id: usize) -> Value {
        self.parts
            .get(id)
            .map_or(Value::Null, super::part::Part::value)
    }

    fn listen(&mut self) {
        if self.reader.is_none() && self.runs.iter().any(|run| run.event.is_some()) {
            self.reader = Some(self.host.listen(&self.session, self.tell.clone()));
        }
    }

    /// Waits for one piece of news, and does what it calls for. False when nothing is under way.
    #[track_caller]
    pub(super) fn go_on(&mut self) -> bool {
        if let Some((wire, cause)) = self.due.pop_front() {
            self.trigger(wire, cause);
            return true;
        }
        if self.runs.is_empty() {
            return false;
        }
        match self.told.recv_timeout(PATIENCE) {
            Ok(News::Message(message)) => self.deliver(&message),
            Ok(News::Closed) => self.closed(),
            Ok(News::Answered(number, status, body)) => {
                if let Some(run) = self.taken(|run| run.number == number) {
                    if status == StatusCode::OK {
                        self.succeeded(&run, &body);
                    } else {
                        self.refused(&run, status, &body);
                    }
                }
            }
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => panic!(
                "nothing came for {} seconds from {} calls that are under way",
                PATIENCE.as_secs(),
                self.runs.len()
            ),
        }
        true
    }

    fn closed(&mut self) {
        self.reader = None;
        self.empty_streams += 1;
        assert!(
            self.empty_streams <= EMPTY_STREAMS,
            "the server does not tell of {} calls that are under way",
            self.runs.len()
        );
        // It may close just when a new call is on its way.
        self.listen();
    }

    fn taken(&mut self, which: impl Fn(&Run) -> bool) -> Option<Run> {
        let place = self.runs.iter().position(which)?;
        Some(self.runs.remove(place))
    }

    fn ended(&mut self, run: &Run) {
        let waiting = self.latest.iter().position(|(wire, _)| *wire == run.wire);
        // After everything that this answer sets off.
        self.due
            .extend(waiting.map(|place| self.latest.remove(place)));
    }

    fn taken_of(&mut self, function: usize) -> Option<Run> {
        let wires = self.wires.iter();
        let wire = wires.clone().position(|wire| wire.id == function)?;
        self.taken(|run| run.wire == wire)
    }

    /// Stops all calls of a function.
    fn cancel(&mut self, id: usize) {
        while let Some(run) = self.taken_of(id) {
            let body = json!({"session_hash": self.session, "fn_index": id, "event_id": run.event});
            self.host.post("/cancel", &body);
            self.ended(&run);
        }
    }

    fn follow_up(&mut self, wire: usize, cause: &Cause, well: bool) {
        let id = self.wires[wire].id;
        for next in 0..self.wires.len() {
            let it = &self.wires[next];
            let wanted = if well {
                !it.trigger_only_on_failure
            } else {
                !it.trigger_only_on_success
            };
            if it.trigger_after == Some(id) && wanted {
                self.trigger(next, cause.clone());
            }
        }
    }

    fn states_changed(&mut self, output: &Value) {
        let ids = output["changed_state_ids"].as_array().into_iter().flatten();
        let ids = ids.filter_map(|id| usize::try_from(id.as_u64()?).ok());
        self.happened_at(&ids.collect::<Vec<_>>(), "change", &Value::Null);
    }
}

impl Drop for Play {
    fn drop(&mut self) {
        // Whoever closes a page reads no more, and that it is open is no longer said.
        for line in [self.reader.take(), self.line.take()].into_iter().flatten() {
            line.abort();
        }
    }
}
