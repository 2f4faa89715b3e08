//! What stands on a page: its props as they are now, and how a test names it.

use std::{
    collections::{BTreeMap, HashMap},
    fmt::{self, Write as _},
};

use serde_json::{Map, Value, json};

use super::drawn::renewed;

/// How a test names what stands on a page: by its label or by the words of a button, by `#` and its
/// `elem_id`, or, for what has neither, by its kind. Several of one name are told apart by their
/// place among them: `("Name", 1)` is the second.
#[derive(Clone, Copy)]
pub struct Name<'a> {
    words: &'a str,
    place: Option<usize>,
}

impl fmt::Debug for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Some(place) => write!(f, "({:?}, {place})", self.words),
            None => write!(f, "{:?}", self.words),
        }
    }
}

impl<'a> From<&'a str> for Name<'a> {
    fn from(words: &'a str) -> Self {
        Self { words, place: None }
    }
}

impl<'a> From<&'a String> for Name<'a> {
    fn from(words: &'a String) -> Self {
        words.as_str().into()
    }
}

impl<'a> From<(&'a str, usize)> for Name<'a> {
    fn from((words, place): (&'a str, usize)) -> Self {
        Self {
            words,
            place: Some(place),
        }
    }
}

/// One block of the page.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) id: usize,
    pub(super) kind: String,
    pub(super) props: Map<String, Value>,
    /// As they were when the page was opened.
    first: Map<String, Value>,
    parent: Option<usize>,
    /// What was wrong with the value that a person gave.
    pub(super) blame: Option<String>,
}

impl Part {
    pub(super) fn new(component: &Value, parent: Option<usize>) -> Option<Self> {
        let props = component["props"].as_object().cloned().unwrap_or_default();
        Some(Self {
            id: usize::try_from(component["id"].as_u64()?).ok()?,
            kind: component["type"].as_str()?.into(),
            first: props.clone(),
            props,
            parent,
            blame: None,
        })
    }

    pub(super) fn prop(&self, name: &str) -> &Value {
        self.props.get(name).unwrap_or(&Value::Null)
    }

    fn text(&self, prop: &str) -> Option<&str> {
        self.prop(prop).as_str().filter(|text| !text.is_empty())
    }

    /// What functions are given, as the page's components give it.
    pub(super) fn value(&self) -> Value {
        let value = self.prop("value");
        match self.kind.as_str() {
            "tabs" | "walkthrough" => self.prop("selected").clone(),
            "accordion" | "sidebar" => Value::Bool(*self.prop("open") != false),
            "browserstate" if value.is_null() => self.prop("default_value").clone(),
            _ if !value.is_null() => value.clone(),
            "checkbox" => json!(false),
            "checkboxgroup" | "gallery" | "fileexplorer" => json!([]),
            "dropdown" if self.is_many() => json!([]),
            "slider" => self.prop("minimum").clone(),
            "multimodaltextbox" => json!({"text": "", "files": []}),
            _ => Value::Null,
        }
    }

    /// What stands above the columns of a table.
    pub(super) fn headers(&self) -> Value {
        match &self.prop("value")["headers"] {
            Value::Null => self.prop("headers").clone(),
            headers => headers.clone(),
        }
    }

    pub(super) fn first_value(&self) -> Value {
        self.first.get("value").cloned().unwrap_or_default()
    }

    /// Whether its value is a list of choices.
    pub(super) fn is_many(&self) -> bool {
        self.kind == "checkboxgroup" || *self.prop("multiselect") == true
    }

    fn is_button(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "button" | "clearbutton" | "duplicatebutton" | "loginbutton" | "deeplinkbutton"
        )
    }

    /// What a person calls it.
    fn name(&self) -> Option<&str> {
        let shown = if self.is_button() { "value" } else { "label" };
        self.text(shown)
    }

    fn is_called(&self, words: &str) -> bool {
        match words.strip_prefix('#') {
            Some(id) => self.text("elem_id") == Some(id),
            None => self.name() == Some(words),
        }
    }

    /// The same for whoever does not care for capitals.
    fn sounds_like(&self, words: &str) -> bool {
        self.name()
            .is_some_and(|name| name.eq_ignore_ascii_case(words))
    }

    fn is_a(&self, kind: &str) -> bool {
        self.kind.eq_ignore_ascii_case(kind)
    }

    fn is_shown(&self) -> bool {
        !matches!(self.prop("visible"), Value::Bool(false)) && *self.prop("visible") != "hidden"
    }

    pub(super) fn is_interactive(&self) -> bool {
        *self.prop("interactive") != false
    }

    /// The choices as they are called, and as they count.
    pub(super) fn choices(&self) -> impl Iterator<Item = (String, &Value)> {
        let choices = self.prop("choices").as_array().into_iter().flatten();
        choices.map(|choice| (shown(&choice[0]), &choice[1]))
    }
}

/// A value as a person reads it.
pub(super) fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// All blocks of the page, in the order in which they stand there.
#[derive(Debug, Default)]
pub(super) struct Parts {
    all: BTreeMap<usize, Part>,
    order: Vec<usize>,
}

impl Parts {
    /// Those that the config names for this page.
    pub(super) fn new(config: &Value, path: &str) -> Self {
        let mut parts = Self::default();
        let page = &config["page"][path];
        let mut parents = HashMap::new();
        walk(&page["layout"], None, &mut parents, &mut parts.order);
        let here = page["components"].as_array().into_iter().flatten();
        let here: Vec<_> = here.filter_map(Value::as_u64).collect();
        for component in config["components"].as_array().into_iter().flatten() {
            let Some(id) = component["id"].as_u64().filter(|id| here.contains(id)) else {
                continue;
            };
            let parent = usize::try_from(id).ok().and_then(|id| parents.get(&id));
            let Some(part) = Part::new(component, parent.copied().flatten()) else {
                continue;
            };
            // What stands nowhere, such as a state, comes last.
            if !parts.order.contains(&part.id) {
                parts.order.push(part.id);
            }
            parts.all.insert(part.id, part);
        }
        parts
    }

    /// Puts what was drawn into its container; what was there before stays what it is.
    pub(super) fn put(&mut self, container: Option<usize>, order: &[usize], new: Vec<Part>) {
        self.order.retain(|id| !order.contains(id));
        let at = self.order.iter().position(|id| Some(*id) == container);
        let at = at.map_or(self.order.len(), |at| at + 1);
        self.order.splice(at..at, order.iter().copied());
        for mut part in new {
            if let Some(old) = self.all.remove(&part.id) {
                part.props = renewed(old.props, part.props);
            }
            self.all.insert(part.id, part);
        }
    }

    pub(super) fn remove(&mut self, id: usize) {
        self.all.remove(&id);
        self.order.retain(|it| *it != id);
    }

    pub(super) fn get(&self, id: usize) -> Option<&Part> {
        self.all.get(&id)
    }

    pub(super) fn get_mut(&mut self, id: usize) -> Option<&mut Part> {
        self.all.get_mut(&id)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Part> {
        self.order.iter().filter_map(|id| self.all.get(id))
    }

    /// The block above.
    pub(super) fn parent(&self, part: &Part) -> Option<&Part> {
        self.get(part.parent?)
    }

    /// Whether it can be seen: neither it nor what it stands in is hidden.
    pub(super) fn is_visible(&self, part: &Part) -> bool {
        part.is_shown()
            && self
                .parent(part)
                .is_none_or(|parent| self.is_visible(parent))
    }

    /// The component of that name; what holds others only if there is none.
    #[track_caller]
    pub(super) fn find(&self, name: Name<'_>) -> &Part {
        self.find_first(name, |part| !part.unfolds())
    }

    /// The tab, the step, or what else unfolds, of that name.
    #[track_caller]
    pub(super) fn find_folded(&self, name: Name<'_>) -> &Part {
        self.find_first(name, Part::unfolds)
    }

    #[track_caller]
    fn find_first(&self, name: Name<'_>, wanted: fn(&Part) -> bool) -> &Part {
        let Name { words, place } = name;
        let such = |which: fn(&Part, &str) -> bool| -> Vec<_> {
            self.iter().filter(|part| which(part, words)).collect()
        };
        // The nearest to what was said.
        let ways = [Part::is_called, Part::sounds_like, Part::is_a];
        let found = ways.map(such).into_iter().find(|found| !found.is_empty());
        let mut found = found.unwrap_or_default();
        if found.iter().any(|part| wanted(part)) {
            found.retain(|part| wanted(part));
        }
        if let Some(place) = place {
            let many = found.len();
            return found.get(place).unwrap_or_else(|| {
                panic!(
                    "the page has {many} components called {words:?}, so none at place {place}\n{}",
                    self.told()
                )
            });
        }
        // Somebody who looks at the page means what they see.
        let seen: Vec<_> = found
            .iter()
            .filter(|part| self.is_visible(part))
            .copied()
            .collect();
        match (seen.as_slice(), found.as_slice()) {
            ([only], _) | (_, [only]) => only,
            (_, []) => panic!(
                "the page has no component called {words:?}\n{}",
                self.told()
            ),
            (_, several) => panic!(
                "{} components are called {words:?}: say which by its place, ({words:?}, 0), or give it an `elem_id`\n{}",
                several.len(),
                self.told()
            ),
        }
    }

    /// What there is, for whoever looked for something else.
    fn told(&self) -> String {
        let mut text = String::from("there are:");
        for part in self.iter() {
            let id = part.text("elem_id").map(|id| format!(", \"#{id}\""));
            let named = part.name().map(|name| format!("{name:?}"));
            let Some(name) = named.or_else(|| (!part.holds_others()).then(String::new)) else {
                continue;
            };
            let hidden = if self.is_visible(part) {
                ""
            } else {
                ", hidden"
            };
            let gap = if name.is_empty() { "" } else { " " };
            let _ = write!(
                text,
                "\n  {name}{gap}({}{}{hidden})",
                part.kind,
                id.unwrap_or_default()
            );
        }
        text
    }
}

impl Part {
    /// Whether it has a label to turn to it, or to unfold it.
    fn unfolds(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "tabitem" | "walkthroughstep" | "accordion" | "sidebar"
        )
    }

    /// Rows, columns and the like, which nobody looks for.
    fn holds_others(&self) -> bool {
        matches!(
            self.kind.as_str(),
            "row" | "column" | "group" | "form" | "tabs" | "api" | "draggable"
        )
    }
}

pub(super) fn walk(
    layout: &Value,
    parent: Option<usize>,
    parents: &mut HashMap<usize, Option<usize>>,
    order: &mut Vec<usize>,
) {
    for child in layout["children"].as_array().into_iter().flatten() {
        let Some(id) = child["id"].as_u64().and_then(|id| usize::try_from(id).ok()) else {
            continue;
        };
        parents.insert(id, parent);
        order.push(id);
        walk(child, Some(id), parents, order);
    }
}
