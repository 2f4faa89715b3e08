//! Events as the messages of the protocol: `/queue/data` and `/call` each have their own form.

use std::{borrow::Cow, sync::Arc};

use serde_json::{Value, json};

use super::{Event, Run, RunId, Step, diff::diff, record::Standing};
use crate::{
    Error,
    endpoint::{Alert, Bar, Level, Values},
    i18n::Language,
    store::tables::{self, Keep},
};

/// Writes the messages of one run for a `/queue/data` reader. The first step goes out whole, later
/// ones as what changed since the one this reader saw.
#[derive(Debug, Default)]
pub(super) struct QueueWriter {
    /// Each value as its text.
    seen: Option<Vec<Vec<u8>>>,
    /// The language of the page that reads: it is sent large tables in parts, and parts of itself
    /// drawn.
    page: Option<Arc<Language>>,
}

impl QueueWriter {
    pub(super) fn new(page: Option<Arc<Language>>) -> Self {
        Self {
            page,
            ..Self::default()
        }
    }

    /// What this reader is sent of a step.
    fn shown<'a>(&self, run: &Run, step: &'a Step) -> Cow<'a, Values> {
        if self.page.is_none() || run.dependency.tables.is_empty() {
            return Cow::Borrowed(&step.values);
        }
        let is_table = |place| run.dependency.tables.contains(&place);
        Cow::Owned(step.values.map(|place, text| {
            let excerpt = is_table(place).then(|| tables::excerpt(text, Keep::WhileThereIsRoom));
            excerpt.flatten().map(|excerpt| excerpt.to_string())
        }))
    }

    /// Appends the message for `event`.
    pub(super) fn write(&mut self, run: &Run, event: &Event, show_error: bool, out: &mut Vec<u8>) {
        match event {
            Event::Estimation {
                rank,
                queue_size,
                eta,
            } => {
                head("estimation", run.id, out);
                put(
                    out,
                    format_args!(",\"rank\":{rank},\"queue_size\":{queue_size},\"rank_eta\":"),
                );
                number(*eta, out);
            }
            Event::Starts { eta } => {
                head("process_starts", run.id, out);
                out.extend_from_slice(b",\"eta\":");
                number(*eta, out);
            }
            Event::Progress(bars) => {
                head("progress", run.id, out);
                out.extend_from_slice(b",\"progress_data\":");
                json(&bars.iter().map(unit).collect::<Vec<_>>(), out);
            }
            Event::Alert(alert) => {
                head("log", run.id, out);
                note(alert, out);
            }
            Event::Generating(step) => {
                head("process_generating", run.id, out);
                out.extend_from_slice(b",\"output\":");
                let outputs = run.dependency.outputs.len();
                let values = self.shown(run, step);
                let page = self.page.clone();
                output(
                    step,
                    page.as_deref(),
                    |out| self.changes(&values, outputs, out),
                    out,
                );
                out.extend_from_slice(b",\"success\":true,\"time_limit\":null");
            }
            Event::Streaming(step, left) => {
                head("process_streaming", run.id, out);
                out.extend_from_slice(b",\"output\":");
                self.whole(run, step, out);
                out.extend_from_slice(b",\"success\":true,\"time_limit\":");
                number(*left, out);
            }
            Event::Completed(step) => {
                head("process_completed", run.id, out);
                out.extend_from_slice(b",\"output\":");
                self.whole(run, step, out);
                out.extend_from_slice(b",\"success\":true,\"title\":null,\"used_cache\":");
                json(&step.used_cache, out);
                out.extend_from_slice(b",\"cache_duration\":");
                number(step.used_cache.map(|_| step.duration), out);
                out.extend_from_slice(b",\"avg_time\":");
                number(Some(step.average), out);
            }
            Event::Failed { failure, after } => {
                let error = failure.shown(show_error);
                head("process_completed", run.id, out);
                out.extend_from_slice(b",\"output\":");
                shown_part(&error, out);
                out.extend_from_slice(b"},\"success\":false,\"title\":");
                if *after {
                    out.extend_from_slice(b"null");
                } else {
                    json(&error.title, out);
                }
                // Beside `output`: of what stands in there, clients know every key or give up.
                programs_part(&error, out);
            }
            Event::Cancelled => {
                head("process_completed", run.id, out);
                out.extend_from_slice(b",\"output\":{},\"success\":true,\"title\":null");
            }
        }
        out.extend_from_slice(b"}\n\n");
    }

    /// All of a step, with nothing left to what was seen before.
    fn whole(&self, run: &Run, step: &Step, out: &mut Vec<u8>) {
        let values = self.shown(run, step);
        let data = |out: &mut Vec<u8>| values.write_array(run.dependency.outputs.len(), out);
        output(step, self.page.as_deref(), data, out);
    }

    fn changes(&mut self, values: &Values, outputs: usize, out: &mut Vec<u8>) {
        let mut now: Vec<_> = values.iter().map(<[u8]>::to_vec).collect();
        now.resize(outputs, b"null".to_vec());
        if let Some(before) = &self.seen {
            let edits: Vec<_> = before
                .iter()
                .zip(&now)
                .map(|(old, new)| diff(old, new))
                .collect();
            json(&edits, out);
        } else {
            values.write_array(outputs, out);
        }
        self.seen = Some(now);
    }
}

fn unit(bar: &Bar) -> Value {
    json!({
        "index": bar.index,
        "length": bar.length,
        "unit": bar.unit,
        "progress": bar.fraction,
        "desc": bar.description,
    })
}

fn note(alert: &Alert, out: &mut Vec<u8>) {
    let level = match alert.level {
        Level::Info => "info",
        Level::Warning => "warning",
        Level::Success => "success",
    };
    out.extend_from_slice(b",\"log\":");
    json(&alert.text, out);
    put(out, format_args!(",\"level\":\"{level}\",\"duration\":"));
    number(alert.duration, out);
    put(
        out,
        format_args!(",\"visible\":{},\"title\":", alert.visible),
    );
    json(&alert.title, out);
}

/// The body of a `/run` answer, and the `output` of queue messages.
fn output(
    step: &Step,
    page: Option<&Language>,
    data: impl FnOnce(&mut Vec<u8>),
    out: &mut Vec<u8>,
) {
    out.extend_from_slice(b"{\"data\":");
    data(out);
    out.extend_from_slice(b",\"is_generating\":");
    json(&step.generating, out);
    out.extend_from_slice(b",\"duration\":");
    number(Some(step.duration), out);
    out.extend_from_slice(b",\"average_duration\":");
    number(Some(step.average), out);
    out.extend_from_slice(b",\"render_config\":");
    let drawing = step.values.drawing();
    let drawing =
        drawing.map(|drawing| page.map_or_else(|| drawing.config(), |it| drawing.for_page(it)));
    out.extend_from_slice(drawing.as_deref().unwrap_or("null").as_bytes());
    out.extend_from_slice(b",\"changed_state_ids\":");
    json(&step.changed, out);
    out.extend_from_slice(b",\"used_cache\":");
    json(&step.used_cache, out);
    out.push(b'}');
}

impl Step {
    /// The body of a `/run` answer for so many outputs, to the page in a language or to others.
    pub(crate) fn body(&self, outputs: usize, page: Option<&Language>) -> Vec<u8> {
        let mut out = Vec::with_capacity(192);
        let data = |out: &mut Vec<u8>| self.values.write_array(outputs, out);
        output(self, page, data, &mut out);
        out
    }
}

/// An error as the whole of an answer.
pub(crate) fn write_error(error: &Error, out: &mut Vec<u8>) {
    shown_part(error, out);
    programs_part(error, out);
    out.push(b'}');
}

/// What programs are told of an error.
fn programs_part(error: &Error, out: &mut Vec<u8>) {
    out.extend_from_slice(b",\"failure\":");
    json(&error.failure(), out);
}

/// What people are told of an error, all but the closing brace.
fn shown_part(error: &Error, out: &mut Vec<u8>) {
    out.extend_from_slice(b"{\"error\":");
    json(&error.message, out);
    out.extend_from_slice(b",\"duration\":");
    number(error.duration, out);
    put(
        out,
        format_args!(",\"visible\":{},\"title\":", error.visible),
    );
    json(&error.title, out);
}

/// The number of the message that follows, for a reader that counts.
pub(super) fn write_number(number: u64, out: &mut Vec<u8>) {
    put(out, format_args!("id: {number}\n"));
}

/// Where a run is now, and what it showed last.
pub(crate) fn write_standing(
    run: &Run,
    page: Option<Arc<Language>>,
    show_error: bool,
    out: &mut Vec<u8>,
) {
    let Standing {
        state,
        number: newest,
        shown,
        failure,
    } = run.standing();
    out.extend_from_slice(b"{\"event_id\":\"");
    run.id.write(out);
    let index = run.dependency.id;
    put(
        out,
        format_args!(
            "\",\"fn_index\":{index},\"state\":\"{state}\",\"number\":{newest},\"output\":"
        ),
    );
    match shown {
        Some(step) => QueueWriter::new(page).whole(run, &step, out),
        None => out.extend_from_slice(b"null"),
    }
    out.extend_from_slice(b",\"error\":");
    match failure {
        Some(failure) => write_error(&failure.shown(show_error), out),
        None => out.extend_from_slice(b"null"),
    }
    out.push(b'}');
}

pub(super) const CLOSE: &[u8] = b"data: {\"msg\":\"close_stream\",\"event_id\":null}\n\n";
pub(super) const HEARTBEAT: &[u8] = b"data: {\"msg\":\"heartbeat\",\"event_id\":null}\n\n";
pub(super) const NO_SESSION: &[u8] = b"data: {\"msg\":\"unexpected_error\",\"event_id\":null,\
    \"message\":\"404: Not Found\",\"session_not_found\":true,\"success\":false}\n\n";

fn head(msg: &str, id: RunId, out: &mut Vec<u8>) {
    for part in ["data: {\"msg\":\"", msg, "\",\"event_id\":\""] {
        out.extend_from_slice(part.as_bytes());
    }
    id.write(out);
    out.push(b'"');
}

/// Writes the `/call` form of a run's events.
#[derive(Debug, Default)]
pub(crate) struct CallWriter;

impl CallWriter {
    /// Appends what `event` looks like on a `/call` stream, where much of it is silent.
    pub(crate) fn write(
        run: &Run,
        number: Option<u64>,
        event: &Event,
        show_error: bool,
        out: &mut Vec<u8>,
    ) {
        let mut data = Vec::new();
        let outputs = run.dependency.outputs.len();
        let name = match event {
            Event::Estimation { .. }
            | Event::Starts { .. }
            | Event::Progress(_)
            | Event::Alert(_) => return,
            Event::Generating(step) | Event::Streaming(step, _) => {
                step.values.write_array(outputs, &mut data);
                "generating"
            }
            Event::Completed(step) => {
                step.values.write_array(outputs, &mut data);
                "complete"
            }
            Event::Failed { failure, .. } => {
                write_error(&failure.shown(show_error), &mut data);
                "error"
            }
            Event::Cancelled => {
                data.extend_from_slice(b"null");
                "complete"
            }
        };
        if let Some(number) = number {
            write_number(number, out);
        }
        put(out, format_args!("event: {name}\ndata: "));
        spaced_ascii(&data, out);
        out.extend_from_slice(b"\n\n");
    }
}

/// The one message of a `/call` stream whose event does not exist.
pub(crate) fn write_call_error(out: &mut Vec<u8>) {
    out.extend_from_slice(b"event: error\ndata: \"404: Not Found\"\n\n");
}

/// `/call` streams have a space after `:` and `,`, and nothing outside ASCII.
fn spaced_ascii(compact: &[u8], out: &mut Vec<u8>) {
    let (mut in_text, mut escaped) = (false, false);
    for c in String::from_utf8_lossy(compact).chars() {
        if c.is_ascii() {
            let mut byte = [0];
            c.encode_utf8(&mut byte);
            out.push(byte[0]);
        } else {
            for unit in c.encode_utf16(&mut [0; 2]) {
                put(out, format_args!("\\u{unit:04x}"));
            }
        }
        match c {
            _ if escaped => escaped = false,
            '\\' if in_text => escaped = true,
            '"' => in_text = !in_text,
            ',' | ':' if !in_text => out.push(b' '),
            _ => {}
        }
    }
}

fn put(out: &mut Vec<u8>, text: std::fmt::Arguments<'_>) {
    use std::io::Write;
    // Writing to a `Vec` cannot fail.
    let _ = out.write_fmt(text);
}

fn json<T: serde::Serialize + ?Sized>(value: &T, out: &mut Vec<u8>) {
    // Text and trees of JSON values always serialise.
    let _ = serde_json::to_writer(out, value);
}

fn number(value: Option<f64>, out: &mut Vec<u8>) {
    json(&value, out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn call_streams_are_spaced_and_ascii() {
        let mut out = Vec::new();
        spaced_ascii("[\"è:,\\\"\",{\"a\":1},\"😀\"]".as_bytes(), &mut out);
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "[\"\\u00e8:,\\\"\", {\"a\": 1}, \"\\ud83d\\ude00\"]"
        );
    }
}
