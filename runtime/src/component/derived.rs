//! What `#[component]` derives, and how a component says it otherwise.

use std::{fmt, path::Path};

use schemars::JsonSchema;
use serde_json::{Map, Value, json};

use super::{Chunks, Component, Invalid, flag, sample, schema_of};

/// The methods a component has from its declaration alone.
///
/// `#[component]` fills [`Component::METHODS`] by calling each by its name on the component, so a
/// method of the same name and signature on the struct itself takes its place.
///
/// ```
/// use serde_json::{Value, json};
/// use vetrina::{component::AnyComponent, prelude::*};
///
/// #[component(data_model = String, events(change))]
/// pub struct Isbn {}
///
/// impl Isbn {
///     fn example_payload(&self) -> Value {
///         json!("978-1-59327-828-1")
///     }
/// }
///
/// assert_eq!(AnyComponent::example_payload(&Isbn::new()), "978-1-59327-828-1");
/// ```
pub trait Derived: Component {
    /// The JSON Schema of the data, for the API page and clients.
    fn api_info(&self) -> Value
    where
        Self::Data: Described,
    {
        Self::Data::schema()
    }

    /// An example of the data a client may send.
    fn example_payload(&self) -> Value {
        sample(&(Self::METHODS.api_info)(self))
    }

    /// An example of the data a function may show, as it travels.
    fn example_value(&self) -> Value {
        (Self::METHODS.example_payload)(self)
    }

    /// What a table of examples shows for `data`, which went through `postprocess` as a result does: the
    /// data as it is, unless a method says it otherwise.
    ///
    /// ```
    /// use serde_json::{Value, json};
    /// use vetrina::{component::AnyComponent, prelude::*};
    ///
    /// #[component(data_model = u32, events(change))]
    /// pub struct Seconds {}
    ///
    /// impl Seconds {
    ///     fn process_example(&self, data: &Value) -> Value {
    ///         json!(format!("{data} s"))
    ///     }
    /// }
    ///
    /// assert_eq!(AnyComponent::process_example(&Seconds::new(), &json!(90)), "90 s");
    /// ```
    fn process_example(&self, data: &Value) -> Value {
        data.clone()
    }

    /// The value the component starts with; `Some(Value::Null)` starts empty, and lets calls leave
    /// the argument out.
    fn initial_value(&self) -> Option<Value> {
        self.base().value.clone()
    }

    /// Holds data from outside against the props: a range, a list of choices, a length.
    ///
    /// # Errors
    /// When the data breaks a rule.
    fn check(&self, data: &Self::Data) -> Result<(), Invalid> {
        let _ = data;
        Ok(())
    }

    /// The data as a text in a table; its files are copied into `folder`.
    ///
    /// # Errors
    /// When a file cannot be copied.
    fn flag(&self, data: &Self::Data, folder: &Path) -> Result<String, Invalid> {
        flag::written(data, folder)
    }

    /// The data that was written by [`flag`](Self::flag), with the files in `folder`.
    ///
    /// # Errors
    /// When the text is no data of this component, or a file is not there.
    fn read_from_flag(&self, text: &str, folder: &Path) -> Result<Self::Data, Invalid> {
        flag::read(text, folder)
    }

    /// Answers a call that the component's page element makes by itself; `None` if there is no
    /// such function.
    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        let _ = (name, args);
        None
    }

    /// Whether the values of a generator are chunks of one.
    fn streams(&self) -> bool {
        Self::STREAMING
    }

    /// All props as they are sent.
    fn props(&self) -> Map<String, Value> {
        let mut props = self.base().props(Self::KIND);
        props.extend(self.own_props());
        props.insert("name".into(), json!(Self::NAME));
        props.insert("value".into(), json!((Self::METHODS.initial_value)(self)));
        props.retain(|_, value| !value.is_null());
        props
    }
}

impl<C: Component> Derived for C {}

/// The data of a component as it travels is what functions take and show, unless the component has
/// a method of its own by one of these names.
///
/// ```
/// use vetrina::{component::Invalid, prelude::*};
///
/// #[component(data_model = f64, events(change))]
/// pub struct Doubled {}
///
/// impl Doubled {
///     fn preprocess(&self, data: f64) -> Result<f64, Invalid> {
///         Ok(2.0 * data)
///     }
/// }
///
/// assert_eq!(Preprocess::preprocess(&Doubled::new(), 2.0), Ok(4.0));
/// ```
pub trait Unchanged: Component {
    /// What a function takes.
    ///
    /// # Errors
    /// Never; a method in its place may refuse what was sent.
    fn preprocess(&self, data: Self::Data) -> Result<Self::Data, Invalid> {
        Ok(data)
    }

    /// What is sent.
    ///
    /// # Errors
    /// Never; a method in its place may refuse what a function returned.
    fn postprocess(&self, data: Self::Data) -> Result<Self::Data, Invalid> {
        Ok(data)
    }
}

impl<C: Component> Unchanged for C {}

/// The type of a component's data has a JSON Schema.
#[diagnostic::on_unimplemented(
    message = "the data model `{Self}` has no JSON Schema, so its component needs a method `api_info`",
    label = "derive `JsonSchema` for this type, or write the method",
    note = "`#[data_model]` on `{Self}` derives it",
    note = "or describe the data by hand: `fn api_info(&self) -> serde_json::Value` on the component"
)]
pub trait Described {
    /// The schema, without names of Rust types.
    fn schema() -> Value;
}

#[diagnostic::do_not_recommend]
impl<T: JsonSchema> Described for T {
    fn schema() -> Value {
        schema_of::<T>()
    }
}

/// What can be asked of a component: the derived methods, or those written in their place.
#[allow(
    clippy::type_complexity,
    reason = "a table of functions reads best as one"
)]
pub struct Methods<C: Component> {
    /// See [`Derived::api_info`].
    pub api_info: fn(&C) -> Value,
    /// See [`Derived::example_payload`].
    pub example_payload: fn(&C) -> Value,
    /// See [`Derived::example_value`].
    pub example_value: fn(&C) -> Value,
    /// See [`Derived::process_example`].
    pub process_example: fn(&C, &Value) -> Value,
    /// See [`Derived::initial_value`].
    pub initial_value: fn(&C) -> Option<Value>,
    /// See [`Derived::check`].
    pub check: fn(&C, &C::Data) -> Result<(), Invalid>,
    /// See [`Derived::flag`].
    pub flag: fn(&C, &C::Data, &Path) -> Result<String, Invalid>,
    /// See [`Derived::read_from_flag`].
    pub read_from_flag: fn(&C, &str, &Path) -> Result<C::Data, Invalid>,
    /// See [`Derived::server`].
    pub server: fn(&C, &str, &[Value]) -> Option<Result<Value, Invalid>>,
    /// See [`Derived::streams`].
    pub streams: fn(&C) -> bool,
    /// See [`Streaming`](super::Streaming); `None` for a component that is not `streaming`.
    pub chunks: Option<Chunks<C>>,
    /// See [`Derived::props`].
    pub props: fn(&C) -> Map<String, Value>,
}

impl<C: Component> fmt::Debug for Methods<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Methods of {}", C::WIRE)
    }
}
