//! A component without its type, as the page, the config and the API see it.

use std::path::Path;

use serde_json::{Map, Value, value::RawValue};

use super::{Base, Chunks, Component, Frontend, Invalid, Kind};
use crate::{file::FileData, media::Segment, store::updated};

/// A component whose type no longer matters.
///
/// ```
/// use vetrina::{component::AnyComponent, prelude::*};
///
/// let all: Vec<Box<dyn AnyComponent>> = vec![Box::new(Textbox::new()), Box::new(Checkbox::new())];
/// let names: Vec<String> = all.iter().map(|one| one.type_name()).collect();
/// assert_eq!(names, ["Textbox", "Checkbox"]);
/// ```
pub trait AnyComponent: Send + Sync {
    /// See [`Component::WIRE`].
    fn wire(&self) -> &'static str;
    /// See [`Component::KIND`].
    fn kind(&self) -> Kind;
    /// See [`Component::EVENTS`].
    fn events(&self) -> &'static [&'static str];
    /// See [`Component::SKIP_API`].
    fn skip_api(&self) -> bool;
    /// See [`Component::base`].
    fn base(&self) -> &Base;
    /// All props as they are sent, none of them null.
    fn props(&self) -> Map<String, Value>;
    /// The value it starts with: `None` when nothing is said, `Some(Value::Null)` when it starts
    /// empty and calls may leave it out.
    fn initial_value(&self) -> Option<Value>;
    /// What went wrong while it was built, one sentence each.
    fn errors(&self) -> Vec<String>;
    /// The JSON Schema of its data.
    fn api_info(&self) -> Value;
    /// An example of the data a client may send.
    fn example_payload(&self) -> Value;
    /// An example of the data a function may show, as it travels.
    fn example_value(&self) -> Value;
    /// What a table of examples shows for `data`.
    fn process_example(&self, data: &Value) -> Value;
    /// `data` as whoever asks now gets it: with the addresses of its files.
    ///
    /// # Errors
    /// When it is no data of this component.
    fn sent(&self, data: &Value) -> Result<Value, Invalid>;
    /// `data` as a text in a table, its files copied into `folder`.
    ///
    /// # Errors
    /// When it is no data of this component, or a file cannot be copied.
    fn flag(&self, data: &Value, folder: &Path) -> Result<String, Invalid>;
    /// The data that [`flag`](Self::flag) wrote.
    ///
    /// # Errors
    /// When the text is no data of this component, or a file is not there.
    fn read_from_flag(&self, text: &str, folder: &Path) -> Result<Value, Invalid>;
    /// The name clients see: `Textbox`, `Checkboxgroup`.
    fn type_name(&self) -> String;
    /// See [`Component::FRONTEND`].
    fn frontend(&self) -> Option<&'static Frontend>;
    /// Whether the values of a generator are chunks of one.
    fn streams(&self) -> bool;
    /// What the page gets for a chunk: see [`Streaming::chunk`](super::Streaming::chunk).
    ///
    /// # Errors
    /// When the chunk cannot be shown, or the component does not stream.
    fn chunk(&self, number: usize, chunk: &RawValue) -> Result<Box<RawValue>, Invalid>;
    /// A chunk as a piece of what is played: see [`Streaming::segment`](super::Streaming::segment).
    ///
    /// # Errors
    /// When the chunk cannot be played, or the component does not stream.
    fn segment(&self, chunk: &RawValue) -> Result<Option<Segment>, Invalid>;
    /// What the page gets for the list of all pieces: see [`Streaming::playing`](super::Streaming::playing).
    ///
    /// # Errors
    /// When the component does not stream.
    fn playing(&self, list: FileData) -> Result<Box<RawValue>, Invalid>;
    /// All chunks as one value: see [`Streaming::combine`](super::Streaming::combine).
    ///
    /// # Errors
    /// When they do not go together, or the component does not stream.
    fn combine(&self, chunks: &[Box<RawValue>]) -> Result<Box<RawValue>, Invalid>;
    /// See [`Component::placed`].
    fn placed(&self, id: usize);
    /// Answers a call its page element makes by itself; `None` if there is no such function.
    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>>;
}

impl std::fmt::Debug for dyn AnyComponent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.type_name())
    }
}

impl<C: Component> AnyComponent for C {
    fn wire(&self) -> &'static str {
        C::WIRE
    }

    fn kind(&self) -> Kind {
        C::KIND
    }

    fn events(&self) -> &'static [&'static str] {
        C::EVENTS
    }

    fn skip_api(&self) -> bool {
        C::SKIP_API
    }

    fn base(&self) -> &Base {
        Component::base(self)
    }

    fn props(&self) -> Map<String, Value> {
        (C::METHODS.props)(self)
    }

    fn initial_value(&self) -> Option<Value> {
        (C::METHODS.initial_value)(self)
    }

    fn errors(&self) -> Vec<String> {
        let mut errors = Component::base(self).errors.clone();
        // Only now: the props that judge a value may have been set after it.
        if let Some(value) = (C::METHODS.initial_value)(self).filter(|value| !value.is_null())
            && let Err(why) = serde_json::from_value(value)
                .map_err(|error| Invalid::from(error.to_string()))
                .and_then(|data| (C::METHODS.check)(self, &data))
        {
            errors.push(format!("the initial value does not fit: {why}"));
        }
        errors
    }

    fn api_info(&self) -> Value {
        (C::METHODS.api_info)(self)
    }

    fn example_payload(&self) -> Value {
        (C::METHODS.example_payload)(self)
    }

    fn example_value(&self) -> Value {
        (C::METHODS.example_value)(self)
    }

    fn process_example(&self, data: &Value) -> Value {
        (C::METHODS.process_example)(self, data)
    }

    fn sent(&self, data: &Value) -> Result<Value, Invalid> {
        let data: C::Data = serde_json::from_value(data.clone()).map_err(told)?;
        serde_json::to_value(data).map_err(told)
    }

    fn flag(&self, data: &Value, folder: &Path) -> Result<String, Invalid> {
        let data = serde_json::from_value(data.clone()).map_err(told)?;
        (C::METHODS.flag)(self, &data, folder)
    }

    fn read_from_flag(&self, text: &str, folder: &Path) -> Result<Value, Invalid> {
        let data = (C::METHODS.read_from_flag)(self, text, folder)?;
        serde_json::to_value(data).map_err(told)
    }

    fn type_name(&self) -> String {
        let mut letters = C::NAME.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect())
            .unwrap_or_default()
    }

    fn frontend(&self) -> Option<&'static Frontend> {
        C::FRONTEND
    }

    fn streams(&self) -> bool {
        C::METHODS.chunks.is_some() && (C::METHODS.streams)(self)
    }

    fn chunk(&self, number: usize, chunk: &RawValue) -> Result<Box<RawValue>, Invalid> {
        chunks::<C>()?.chunk(self, number, chunk)
    }

    fn segment(&self, chunk: &RawValue) -> Result<Option<Segment>, Invalid> {
        chunks::<C>()?.segment(self, chunk)
    }

    fn playing(&self, list: FileData) -> Result<Box<RawValue>, Invalid> {
        chunks::<C>()?.playing(self, list)
    }

    fn combine(&self, chunks: &[Box<RawValue>]) -> Result<Box<RawValue>, Invalid> {
        self::chunks::<C>()?.combine(self, chunks)
    }

    fn placed(&self, id: usize) {
        Component::placed(self, id);
    }

    fn server(&self, name: &str, args: &[Value]) -> Option<Result<Value, Invalid>> {
        // A function may have changed for this session what there is to tell.
        let now = updated(self);
        (C::METHODS.server)(now.as_deref().unwrap_or(self), name, args)
    }
}

fn chunks<C: Component>() -> Result<Chunks<C>, Invalid> {
    C::METHODS
        .chunks
        .ok_or_else(|| format!("a {} has no chunks", C::NAME).into())
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants"
)]
fn told(error: serde_json::Error) -> Invalid {
    error.to_string().into()
}
