//! Values and props, as they come to stand on the page.

use serde_json::{Map, Value};

use super::{Play, Run, Wire};

impl Play {
    pub(super) fn fill(&mut self, wire: usize, values: &[Value]) {
        let outputs = self.wires[wire].outputs.clone();
        for (id, value) in outputs.into_iter().zip(values) {
            self.give(id, value);
        }
        self.steps += 1;
    }

    /// A value, or props to change.
    pub(in super::super) fn give(&mut self, id: usize, value: &Value) {
        let Some(part) = self.parts.get_mut(id) else {
            return;
        };
        let changed = match value {
            Value::Object(props) if props.get("__type__").is_some_and(|it| it == "update") => {
                let mut props = props.clone();
                props.shift_remove("__type__");
                props
            }
            value => Map::from_iter([("value".into(), value.clone())]),
        };
        let before = part.value();
        let is_new = changed.get("value").is_some_and(|value| *value != before);
        part.props.extend(changed);
        if is_new {
            self.happened(id, "change", &Value::Null);
        }
    }

    pub(super) fn clear(&mut self, wire: usize) {
        let outputs = self.wires[wire].outputs.clone();
        let shares = |wires: &[Wire], run: &Run| {
            wires[run.wire]
                .outputs
                .iter()
                .any(|id| outputs.contains(id))
        };
        while let Some(run) = self.runs.iter().find(|run| shares(&self.wires, run)) {
            let id = self.wires[run.wire].id;
            self.cancel(id);
        }
        for id in outputs {
            // No event: a function that runs on every change would fill again what was emptied.
            if let Some(part) = self.parts.get_mut(id) {
                part.blame = None;
                let first = part.first_value();
                part.props.insert("value".into(), first);
            }
        }
    }

    pub(super) fn empty(&mut self, wire: usize) {
        for id in self.wires[wire].outputs.clone() {
            if let Some(part) = self.parts.get_mut(id) {
                part.blame = None;
            }
            self.give(id, &Value::Null);
        }
    }
}
