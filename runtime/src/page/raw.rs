//! A component whose values reach a function as they travel.

use std::{fmt, sync::Arc};

use serde_json::{Map, Value};

use super::Handle;
use crate::component::{
    Base, Component, Frontend, Invalid, Kind, Methods, Postprocess, Preprocess,
};

/// A component whose values are not converted: a function takes and gives the JSON that travels
/// between the page and the server. [`Handle::raw`] makes it.
pub struct Raw<C>(Arc<C>);

impl<C: Component> Handle<C> {
    /// The same component, whose values a function takes and gives as the JSON that travels.
    ///
    /// Nothing is converted, and nothing is checked: what a client sends is what the function gets,
    /// so a path of a file in it is only a text that somebody sent.
    ///
    /// ```
    /// use serde_json::Value;
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn inspect(ui: &mut Ui) {
    ///     let picture = ui.add(Gallery::new().label("Pictures"));
    ///     let sent = ui.add(Code::new().label("What was sent"));
    ///     picture.change(|sent: Value| format!("{sent:#}"), &picture.raw(), &sent);
    /// }
    /// ```
    #[must_use]
    pub fn raw(&self) -> Handle<Raw<C>> {
        let raw = Raw(Arc::clone(self.component()));
        Handle::new(self.blocks(), self.id(), Arc::new(raw))
    }
}

impl<C: Component> Component for Raw<C> {
    type Data = Value;
    type Events = C::Events;
    const WIRE: &'static str = C::WIRE;
    const NAME: &'static str = C::NAME;
    const KIND: Kind = C::KIND;
    const EVENTS: &'static [&'static str] = C::EVENTS;
    const SKIP_API: bool = C::SKIP_API;
    const FRONTEND: Option<&'static Frontend> = C::FRONTEND;
    const METHODS: Methods<Self> = Methods {
        api_info: |raw| (C::METHODS.api_info)(&raw.0),
        example_payload: |raw| (C::METHODS.example_payload)(&raw.0),
        example_value: |raw| (C::METHODS.example_value)(&raw.0),
        process_example: |raw, data| (C::METHODS.process_example)(&raw.0, data),
        initial_value: |raw| (C::METHODS.initial_value)(&raw.0),
        check: |_, _| Ok(()),
        flag: |_, data, _| Ok(data.to_string()),
        read_from_flag: |_, text, _| {
            serde_json::from_str(text).map_err(|error| error.to_string().into())
        },
        server: |raw, name, args| (C::METHODS.server)(&raw.0, name, args),
        streams: |_| false,
        chunks: None,
        props: |raw| (C::METHODS.props)(&raw.0),
    };

    fn base(&self) -> &Base {
        self.0.base()
    }

    fn base_mut(&mut self) -> &mut Base {
        unreachable!("what stands on a page is not changed")
    }

    fn own_props(&self) -> Map<String, Value> {
        self.0.own_props()
    }
}

impl<C: Component> Preprocess<Value> for Raw<C> {
    fn preprocess(&self, sent: Value) -> Result<Value, Invalid> {
        Ok(sent)
    }
}

impl<C: Component> Postprocess<Value> for Raw<C> {
    fn postprocess(&self, given: Value) -> Result<Value, Invalid> {
        Ok(given)
    }
}

impl<C: Component> fmt::Debug for Raw<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Raw<{}>", C::WIRE)
    }
}
