//! What is seen of examples, where that is not all that they hold.

use serde_json::Value;

use super::Placed;
use crate::component::AnyComponent;

impl Placed {
    /// Shows the values of these inputs alone.
    pub(super) fn columns(&self, places: &[usize]) {
        if places.is_empty() || places.iter().any(|place| *place >= self.inputs.len()) {
            let text = format!(
                "columns {places:?} of {} inputs cannot be shown: name some of them, counted from 0",
                self.inputs.len()
            );
            return self.blocks.get().mistakes.push((self.place, text));
        }
        let used = self.table.used();
        let shown: Vec<_> = (0..used.len())
            .filter(|column| places.contains(&used[*column]))
            .collect();
        let only = |list: &Value| -> Value {
            let items = shown.iter().filter_map(|column| list.get(column));
            items.cloned().collect()
        };
        let props = AnyComponent::props(&**self.dataset.component());
        for prop in ["components", "component_props", "headers"] {
            self.set(prop, only(&props[prop]));
        }
        let rows = props["samples"].as_array().into_iter().flatten();
        self.set("samples", rows.map(only).collect::<Value>());
    }

    /// Puts labels in the place of the rows' values.
    pub(in crate::page) fn labelled(&self, labels: &[String]) {
        let rows = self.table.rows.len();
        if labels.len() == rows {
            return self.set("sample_labels", labels);
        }
        let text = format!(
            "{} labels for {rows} examples: give one for each",
            labels.len()
        );
        self.blocks.get().mistakes.push((self.place, text));
    }
}
