//! The messages of a session's stream, and what a caller is told of them.

use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

use super::Failure;

/// A message as it comes.
#[derive(Debug, Deserialize)]
pub(super) struct Message {
    pub(super) msg: String,
    #[serde(default)]
    pub(super) event_id: Option<String>,
    #[serde(default)]
    rank: Option<usize>,
    #[serde(default)]
    queue_size: Option<usize>,
    #[serde(default)]
    rank_eta: Option<f64>,
    #[serde(default)]
    eta: Option<f64>,
    #[serde(default)]
    progress_data: Option<Vec<Progress>>,
    #[serde(default)]
    output: Option<Value>,
    #[serde(default)]
    success: Option<bool>,
    #[serde(rename = "message", default)]
    pub(super) text: Option<String>,
    #[serde(flatten)]
    more: serde_json::Map<String, Value>,
}

/// What a call says of itself.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Event<R> {
    /// It waits.
    Queued {
        /// How many are before it.
        position: usize,
        /// How many wait.
        waiting: usize,
        /// When it may be done, if the app knows.
        eta: Option<Duration>,
    },
    /// It runs.
    Started {
        /// How long calls of this function take.
        eta: Option<Duration>,
    },
    /// How far it is: one bar for each loop, the outermost first.
    Progress(Vec<Progress>),
    /// A note to whoever called.
    Note(Note),
    /// A result. A function that gives one after the other gives several of these.
    Output(R),
}

/// A bar of progress.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Progress {
    /// Which step it is at.
    #[serde(default)]
    pub index: Option<u64>,
    /// How many there are.
    #[serde(default)]
    pub length: Option<u64>,
    /// What the steps are called.
    #[serde(default)]
    pub unit: Option<String>,
    /// How much is done, from 0 to 1, where that was said instead.
    #[serde(rename = "progress", default)]
    pub fraction: Option<f64>,
    /// What is being done.
    #[serde(rename = "desc", default)]
    pub description: Option<String>,
}

/// A note that a function sends while it runs.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Note {
    /// `info`, `warning`, `success` or `error`.
    pub level: String,
    /// What it says.
    #[serde(rename = "log")]
    pub text: String,
    /// Its headline.
    #[serde(default)]
    pub title: String,
    /// How long a page shows it, in seconds.
    #[serde(default)]
    pub duration: Option<f64>,
    /// Whether a page shows it at all.
    #[serde(default = "shown")]
    pub visible: bool,
}

fn shown() -> bool {
    true
}

/// What a message means for its call.
#[derive(Debug)]
pub(super) enum News {
    /// Something that came on the way; not outputs.
    Event(Event<Vec<Value>>),
    /// The next outputs; edits of those before, where there were any.
    Step(Vec<Value>),
    /// The next outputs, all of them.
    Whole(Vec<Value>),
    /// The end, with the last outputs.
    Done(Vec<Value>),
    Failed(Failure),
    Cancelled,
    /// Nothing that a caller has to know.
    Nothing,
}

impl Message {
    pub(super) fn news(self) -> News {
        let seconds = |it: Option<f64>| it.and_then(|it| Duration::try_from_secs_f64(it).ok());
        match self.msg.as_str() {
            "estimation" => News::Event(Event::Queued {
                position: self.rank.unwrap_or_default(),
                waiting: self.queue_size.unwrap_or_default(),
                eta: seconds(self.rank_eta),
            }),
            "process_starts" => News::Event(Event::Started {
                eta: seconds(self.eta),
            }),
            "progress" => News::Event(Event::Progress(self.progress_data.unwrap_or_default())),
            "log" => match Note::deserialize(Value::Object(self.more)) {
                Ok(note) => News::Event(Event::Note(note)),
                Err(_) => News::Nothing,
            },
            "process_generating" if self.success != Some(false) => {
                data(self.output).map_or(News::Nothing, News::Step)
            }
            "process_streaming" if self.success != Some(false) => {
                data(self.output).map_or(News::Nothing, News::Whole)
            }
            "process_generating" | "process_streaming" | "process_completed"
                if self.success == Some(false) =>
            {
                News::Failed(Failure::read(self.output.unwrap_or_default()))
            }
            "process_completed" => data(self.output).map_or(News::Cancelled, News::Done),
            "unexpected_error" => {
                News::Failed(Failure::read(serde_json::json!({"error": self.text})))
            }
            _ => News::Nothing,
        }
    }
}

/// The outputs, if there are any: a call that was cancelled has none.
fn data(output: Option<Value>) -> Option<Vec<Value>> {
    match output?.get_mut("data").map(Value::take) {
        Some(Value::Array(data)) => Some(data),
        _ => None,
    }
}
