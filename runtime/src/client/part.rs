//! An app as a part of another one: with all that stands on its page.

use std::sync::Arc;

use serde_json::Value;

use super::{
    Builder, Client, Core, Parameter, RemoteFile, Result,
    config::{Component, Function, Node},
    download,
};

/// An app that is shown by another one.
#[derive(Debug, Clone)]
pub(crate) struct Remote(Client);

impl Remote {
    pub(crate) async fn connect(builder: Builder) -> Result<Self> {
        builder.connect().await.map(Self)
    }

    pub(crate) fn url(&self) -> &str {
        self.0.url()
    }

    pub(crate) fn layout(&self) -> &Node {
        &self.0.known.config.layout
    }

    pub(crate) fn component(&self, id: u64) -> Option<&Component> {
        self.0.known.config.components.iter().find(|it| it.id == id)
    }

    pub(crate) fn functions(&self) -> &[Function] {
        &self.0.known.config.functions
    }

    /// What is known of the parameters of a function.
    pub(crate) fn parameters(&self, name: &str) -> &[Parameter] {
        let endpoint = self.0.known.all.endpoint(name);
        endpoint.map_or(&[], |endpoint| &endpoint.parameters)
    }

    /// The values that components start with, with the numbers of the components.
    pub(crate) fn take_values(&mut self) -> Vec<(u64, Value)> {
        let take = |it: &mut Component| Some((it.id, it.props.remove("value")?));
        self.components().filter_map(take).collect()
    }

    pub(crate) fn put_value(&mut self, (id, value): (u64, Value)) {
        if let Some(component) = self.components().find(|it| it.id == id) {
            component.props.insert("value".into(), value);
        }
    }

    /// To change, as long as nobody else knows of them.
    fn components(&mut self) -> impl Iterator<Item = &mut Component> {
        let known = Arc::get_mut(&mut self.0.known);
        known
            .into_iter()
            .flat_map(|known| &mut known.config.components)
    }

    pub(crate) fn read(&self, file: &Value) -> Result<RemoteFile> {
        download::read(file, &self.0.known.origin).map_err(super::Error::unreadable)
    }

    pub(crate) fn new_session(&self) -> Self {
        Self(self.0.new_session())
    }

    pub(crate) fn for_one_call(&self) -> Self {
        Self(self.0.for_one_call())
    }

    /// Calls a function by its number, with a value for each input.
    pub(crate) async fn start(&self, function: u64, data: Vec<Value>) -> Result<Core> {
        self.0.start(function, data, Vec::new()).await
    }
}
