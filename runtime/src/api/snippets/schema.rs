//! A JSON Schema as the rest of this folder reads it: references followed, one answer to "what kind of value is this?".

use serde_json::{Number, Value};

/// A place in a schema, with the document it belongs to.
#[derive(Clone, Debug)]
pub(crate) struct Schema<'a> {
    node: &'a Value,
    /// Where the references started from: `node`, if there were none.
    place: &'a Value,
    root: &'a Value,
    /// One member of a `"type": ["string", "null"]` list.
    only: Option<&'a str>,
    /// The references that lead here, so that a type that contains itself ends.
    followed: Vec<&'a str>,
}

#[derive(Debug)]
pub(crate) enum Kind<'a> {
    Any,
    Null,
    Bool,
    Integer,
    Number,
    Text,
    Const(&'a Value),
    Enum(&'a [Value]),
    List(Option<Schema<'a>>),
    Tuple(Vec<Schema<'a>>),
    Object,
    File,
    Image,
    OneOf(Vec<Schema<'a>>),
    AllOf(Vec<Schema<'a>>),
}

impl<'a> Schema<'a> {
    pub(crate) fn new(root: &'a Value) -> Self {
        Self {
            node: root,
            place: root,
            root,
            only: None,
            followed: Vec::new(),
        }
        .follow()
    }

    /// A schema found inside this one.
    pub(crate) fn inner(&self, node: &'a Value) -> Self {
        Self {
            node,
            place: node,
            only: None,
            ..self.clone()
        }
        .follow()
    }

    fn follow(mut self) -> Self {
        while let Some(name) = self.node.get("$ref").and_then(Value::as_str) {
            let target = name
                .strip_prefix('#')
                .and_then(|path| self.root.pointer(path));
            match target {
                Some(target) if !self.followed.contains(&name) => {
                    self.followed.push(name);
                    self.node = target;
                }
                _ => self.node = &Value::Null,
            }
        }
        self
    }

    pub(crate) fn get(&self, key: &str) -> Option<&'a Value> {
        self.node.get(key)
    }

    pub(crate) fn text(&self, key: &str) -> Option<&'a str> {
        self.get(key).and_then(Value::as_str)
    }

    /// What is said about this very place, not about what it refers to.
    pub(crate) fn note(&self) -> Option<&'a str> {
        self.place.get("description").and_then(Value::as_str)
    }

    pub(crate) fn number(&self, key: &str) -> Option<Number> {
        match self.get(key) {
            Some(Value::Number(number)) => Some(number.clone()),
            _ => None,
        }
    }

    /// The least and the greatest value. Sliders of this protocol tell theirs in words only.
    pub(crate) fn bounds(&self) -> (Option<Number>, Option<Number>) {
        let (least, most) = (self.number("minimum"), self.number("maximum"));
        if least.is_some() || most.is_some() {
            return (least, most);
        }
        let told = self
            .text("description")
            .and_then(|text| text.strip_prefix("numeric value between "));
        let told = told
            .and_then(|range| range.split_once(" and "))
            .unwrap_or_default();
        (told.0.parse().ok(), told.1.parse().ok())
    }

    pub(crate) fn properties(&self) -> impl Iterator<Item = (&'a str, Schema<'a>)> + '_ {
        let properties = self.get("properties").and_then(Value::as_object);
        properties
            .into_iter()
            .flatten()
            .map(|(name, node)| (name.as_str(), self.inner(node)))
    }

    pub(crate) fn requires(&self, property: &str) -> bool {
        let required = self.get("required").and_then(Value::as_array);
        required.is_some_and(|names| names.iter().any(|name| name == property))
    }

    /// The schema of the values in an object that may have any keys.
    pub(crate) fn additional(&self) -> Option<Schema<'a>> {
        self.get("additionalProperties")
            .filter(|node| **node != Value::Bool(false))
            .map(|node| self.inner(node))
    }

    /// For a choice between `null` and one other thing: that thing.
    pub(crate) fn or_null(&self) -> Option<Schema<'a>> {
        let Kind::OneOf(choices) = self.kind() else {
            return None;
        };
        match choices.as_slice() {
            [a, b] if matches!(a.kind(), Kind::Null) => Some(b.clone()),
            [a, b] if matches!(b.kind(), Kind::Null) => Some(a.clone()),
            _ => None,
        }
    }

    pub(crate) fn kind(&self) -> Kind<'a> {
        if let Some(value) = self.get("const") {
            return Kind::Const(value);
        }
        if let Some(values) = self.get("enum").and_then(Value::as_array) {
            return Kind::Enum(values);
        }
        if let Some(name) = self.only.or_else(|| self.text("type")) {
            return self.plain(name);
        }
        if let Some(names) = self.get("type").and_then(Value::as_array) {
            let one = |name: &'a Value| Self {
                only: name.as_str(),
                ..self.clone()
            };
            return Kind::OneOf(names.iter().map(one).collect());
        }
        if let Some(choices) = self.list("oneOf").or_else(|| self.list("anyOf")) {
            return Kind::OneOf(choices);
        }
        self.list("allOf").map_or(Kind::Any, Kind::AllOf)
    }

    fn plain(&self, name: &str) -> Kind<'a> {
        match name {
            "null" => Kind::Null,
            "boolean" => Kind::Bool,
            "integer" => Kind::Integer,
            "number" => Kind::Number,
            "string" => Kind::Text,
            "array" => self
                .list("prefixItems")
                .map_or_else(|| self.items(), Kind::Tuple),
            "object" => self.object(),
            _ => Kind::Any,
        }
    }

    /// Some writers put `prefixItems` inside `items`; both spellings mean a tuple.
    fn items(&self) -> Kind<'a> {
        let Some(items) = self.get("items").map(|node| self.inner(node)) else {
            return Kind::List(None);
        };
        items
            .list("prefixItems")
            .map_or(Kind::List(Some(items)), Kind::Tuple)
    }

    fn object(&self) -> Kind<'a> {
        let is_file = self
            .get("properties")
            .is_some_and(|all| all.get("path").is_some());
        match self.text("title") {
            Some("FileData") if is_file => Kind::File,
            Some("ImageData") if is_file => Kind::Image,
            _ => Kind::Object,
        }
    }

    fn list(&self, key: &str) -> Option<Vec<Schema<'a>>> {
        let nodes = self.get(key)?.as_array()?;
        Some(nodes.iter().map(|node| self.inner(node)).collect())
    }
}
