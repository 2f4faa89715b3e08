//! What becomes of the answers of the server.

use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{
    super::{Note, drawn::draw, edits::edited, part},
    Play, Run,
};

impl Play {
    pub(super) fn deliver(&mut self, message: &Value) {
        let event = message["event_id"].as_str();
        let Some(place) = self
            .runs
            .iter()
            .position(|run| event.is_some() && run.event.as_deref() == event)
        else {
            return;
        };
        self.empty_streams = 0;
        let output = &message["output"];
        match (
            message["msg"].as_str().unwrap_or_default(),
            &message["success"],
        ) {
            ("log", _) if message["visible"] != false => self.notes.push(Note {
                level: part::shown(&message["level"]),
                title: part::shown(&message["title"]),
                text: part::shown(&message["log"]),
            }),
            ("process_generating", Value::Bool(true)) => {
                let run = &mut self.runs[place];
                let new = output["data"].as_array().cloned().unwrap_or_default();
                let values = match run.values.take() {
                    Some(before) => edited(before, &new),
                    None => new,
                };
                run.values = Some(values.clone());
                let wire = run.wire;
                self.fill(wire, &values);
                self.states_changed(output);
            }
            ("process_streaming", Value::Bool(true)) => {
                let values = output["data"].as_array().cloned().unwrap_or_default();
                let run = &mut self.runs[place];
                run.values = Some(values.clone());
                let (wire, event) = (run.wire, run.event.clone().unwrap_or_default());
                self.fill(wire, &values);
                self.states_changed(output);
                // What a test tells of is one piece, and all there is.
                self.host
                    .post(&format!("/stream/{event}/close"), &json!({}));
            }
            ("process_completed", Value::Bool(true)) => {
                let run = self.runs.remove(place);
                if output["data"].is_array() {
                    self.succeeded(&run, output);
                } else {
                    self.ended(&run);
                }
            }
            ("process_generating" | "process_completed", _) => {
                let run = self.runs.remove(place);
                self.failed(&run, output, &message["title"]);
            }
            ("unexpected_error", _) => {
                let run = self.runs.remove(place);
                self.failed(&run, &json!({"error": message["message"]}), &Value::Null);
            }
            _ => {}
        }
    }

    pub(super) fn succeeded(&mut self, run: &Run, output: &Value) {
        self.ended(run);
        let values = output["data"].as_array().cloned().unwrap_or_default();
        let before = self.steps;
        self.fill(run.wire, &values);
        if output["render_config"].is_object() {
            let part = &output["render_config"];
            let new = draw(part, &mut self.drawn, &mut self.parts, &mut self.wires);
            self.opened(new);
        }
        // The end of a stream repeats its last item.
        if run.values.as_ref() == Some(&values) {
            self.steps = before;
        }
        self.follow_up(run.wire, &run.cause, true);
        self.states_changed(output);
    }

    pub(super) fn failed(&mut self, run: &Run, output: &Value, title: &Value) {
        self.ended(run);
        if output["visible"] != false {
            let title = [&output["title"], title]
                .into_iter()
                .find_map(Value::as_str);
            let text = output["error"].as_str();
            self.notes.push(Note {
                level: "error".into(),
                title: title.unwrap_or("Error").into(),
                text: text
                    .unwrap_or("The function failed. Its log says why.")
                    .into(),
            });
        }
        self.follow_up(run.wire, &run.cause, false);
    }

    /// The server did not even begin.
    pub(super) fn refused(&mut self, run: &Run, status: StatusCode, body: &Value) {
        let detail = &body["detail"];
        let Some(list) = detail.as_array() else {
            let text = detail.as_str().or_else(|| detail["error"].as_str());
            let text = body["error"].as_str().or(text);
            let text = text.map_or_else(|| status.to_string(), Into::into);
            return self.failed(run, &json!({"error": text}), &Value::Null);
        };
        self.ended(run);
        let inputs = self.wires[run.wire].inputs.clone();
        for (index, refusal) in list.iter().enumerate() {
            if refusal["is_valid"] == true {
                continue;
            }
            let place = refusal["loc"][2].as_u64();
            let place = place.and_then(|place| usize::try_from(place).ok());
            let text = [&refusal["message"], &refusal["msg"]]
                .into_iter()
                .find_map(Value::as_str)
                .unwrap_or("This value is not accepted.");
            let id = inputs.get(place.unwrap_or(index));
            match id.and_then(|&id| self.parts.get_mut(id)) {
                Some(part) => part.blame = Some(text.into()),
                None => self.notes.push(Note {
                    level: "error".into(),
                    title: "Not accepted".into(),
                    text: text.into(),
                }),
            }
        }
        self.follow_up(run.wire, &run.cause, false);
    }
}
