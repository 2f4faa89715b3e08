//! A component of another app: its props, on a component of this one.

use std::{path::Path, sync::Arc};

use serde_json::{Map, Value, value::RawValue};

use crate::{
    client::RemoteComponent,
    component::{AnyComponent, Base, Frontend, Invalid, Kind, Visible},
    file::FileData,
    media::Segment,
};

pub(super) struct Loaded {
    /// What draws it.
    like: Arc<dyn AnyComponent>,
    base: Base,
    props: Map<String, Value>,
    api_info: Option<Value>,
    example: Option<Value>,
}

/// Scripts of another app, and what its own server would answer.
const LEFT_OUT: [&str; 5] = ["js", "js_on_load", "head", "server_fns", "proxy_url"];

impl Loaded {
    pub(super) fn new(like: Arc<dyn AnyComponent>, remote: &RemoteComponent) -> Self {
        // What the other line of apps has no word for is as it is here.
        let mut props = like.props();
        props.remove("value");
        let theirs = remote
            .props
            .iter()
            .filter(|(name, _)| !LEFT_OUT.contains(&name.as_str()));
        props.extend(theirs.map(|(name, value)| (name.clone(), value.clone())));
        Self {
            base: base(like.kind(), &props),
            like,
            props,
            api_info: remote.api_info.clone(),
            example: remote.example.clone(),
        }
    }
}

/// What the rest of the app has to know of the props.
fn base(kind: Kind, props: &Map<String, Value>) -> Base {
    let text = |name: &str| props.get(name).and_then(Value::as_str).map(Into::into);
    let flag = |name: &str| props.get(name).and_then(Value::as_bool);
    Base {
        label: text("label"),
        info: text("info"),
        container: flag("container").unwrap_or(kind != Kind::Block),
        interactive: flag("interactive"),
        visible: Visible::from(flag("visible").unwrap_or(true)),
        elem_id: text("elem_id"),
        value: props.get("value").cloned(),
        ..Base::new(kind)
    }
}

impl AnyComponent for Loaded {
    fn wire(&self) -> &'static str {
        self.like.wire()
    }

    fn kind(&self) -> Kind {
        self.like.kind()
    }

    fn events(&self) -> &'static [&'static str] {
        self.like.events()
    }

    fn skip_api(&self) -> bool {
        self.like.skip_api()
    }

    fn base(&self) -> &Base {
        &self.base
    }

    fn props(&self) -> Map<String, Value> {
        self.props.clone()
    }

    fn initial_value(&self) -> Option<Value> {
        self.base.value.clone()
    }

    fn errors(&self) -> Vec<String> {
        Vec::new()
    }

    fn api_info(&self) -> Value {
        self.api_info
            .clone()
            .unwrap_or_else(|| self.like.api_info())
    }

    fn example_payload(&self) -> Value {
        self.example
            .clone()
            .unwrap_or_else(|| self.like.example_payload())
    }

    fn example_value(&self) -> Value {
        self.like.example_value()
    }

    fn process_example(&self, data: &Value) -> Value {
        self.like.process_example(data)
    }

    fn sent(&self, data: &Value) -> Result<Value, Invalid> {
        self.like.sent(data)
    }

    fn flag(&self, data: &Value, folder: &Path) -> Result<String, Invalid> {
        self.like.flag(data, folder)
    }

    fn read_from_flag(&self, text: &str, folder: &Path) -> Result<Value, Invalid> {
        self.like.read_from_flag(text, folder)
    }

    fn type_name(&self) -> String {
        self.like.type_name()
    }

    fn frontend(&self) -> Option<&'static Frontend> {
        self.like.frontend()
    }

    fn streams(&self) -> bool {
        false
    }

    fn chunk(&self, number: usize, chunk: &RawValue) -> Result<Box<RawValue>, Invalid> {
        self.like.chunk(number, chunk)
    }

    fn segment(&self, chunk: &RawValue) -> Result<Option<Segment>, Invalid> {
        self.like.segment(chunk)
    }

    fn playing(&self, list: FileData) -> Result<Box<RawValue>, Invalid> {
        self.like.playing(list)
    }

    fn combine(&self, chunks: &[Box<RawValue>]) -> Result<Box<RawValue>, Invalid> {
        self.like.combine(chunks)
    }

    fn placed(&self, _: usize) {}

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        self.like.server(name, args)
    }
}
