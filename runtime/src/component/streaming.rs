//! Components that show what comes in pieces, and the whole at the end.

use std::{any::type_name, fmt};

use serde_json::value::{RawValue, to_raw_value};

use super::{Component, Invalid};
use crate::{file::FileData, media::Segment};

/// A component whose value may come in chunks: those that a function gives one after the other.
///
/// `#[component(streaming)]` asks for it. Each chunk is sent as it comes; when the last one is there, the page and
/// the clients get all of them as one value.
///
/// ```
/// use vetrina::{component::{Invalid, Streaming}, prelude::*};
///
/// /// Letters as they are typed.
/// #[component(data_model = String, streaming, events(change))]
/// pub struct Ticker {}
///
/// impl Streaming for Ticker {
///     fn combine(&self, chunks: Vec<String>) -> Result<String, Invalid> {
///         Ok(chunks.concat())
///     }
/// }
///
/// #[endpoint(output = Ticker::new())]
/// fn spell(word: String) -> impl Iterator<Item = String> {
///     word.chars().map(String::from).collect::<Vec<_>>().into_iter()
/// }
/// ```
///
/// Whether one of them streams may depend on its props: `fn streams(&self) -> bool` on the component says so.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is `streaming`, so it has to say how its chunks become one: `combine` is missing",
    label = "write `impl Streaming for {Self}`",
    note = "`fn combine(&self, chunks: Vec<Data>) -> Result<Data, Invalid>` joins the chunks of one run"
)]
pub trait Streaming: Component {
    /// What the page gets for chunk `number`, counted from 0.
    ///
    /// # Errors
    /// When the chunk cannot be shown.
    fn chunk(&self, number: usize, chunk: Self::Data) -> Result<Self::Data, Invalid> {
        let _ = number;
        Ok(chunk)
    }

    /// The chunk as a piece of sound or film, to be played before the next one is there; `None`: it is sent as it is.
    ///
    /// Players find the pieces in a list of HLS, whose address takes the place of a file: see
    /// [`playing`](Self::playing).
    ///
    /// # Errors
    /// When it cannot be played.
    fn segment(&self, chunk: &Self::Data) -> Result<Option<Segment>, Invalid> {
        let _ = chunk;
        Ok(None)
    }

    /// What the page gets while pieces come: `list` is where they are found.
    fn playing(&self, list: FileData) -> Option<Self::Data> {
        let _ = list;
        None
    }

    /// All chunks as one value.
    ///
    /// # Errors
    /// When they do not go together.
    fn combine(&self, chunks: Vec<Self::Data>) -> Result<Self::Data, Invalid>;
}

/// [`Streaming`] without the type of the data; `#[component]` fills it.
pub struct Chunks<C> {
    chunk: fn(&C, usize, &RawValue) -> Written,
    segment: fn(&C, &RawValue) -> Result<Option<Segment>, Invalid>,
    playing: fn(&C, FileData) -> Written,
    combine: fn(&C, &[Box<RawValue>]) -> Written,
}

type Written = Result<Box<RawValue>, Invalid>;

impl<C> Chunks<C> {
    /// How `C` does it.
    #[must_use]
    pub const fn of() -> Self
    where
        C: Streaming,
    {
        Self {
            chunk: |component, number, chunk| write(&component.chunk(number, read(chunk)?)?),
            segment: |component, chunk| component.segment(&read(chunk)?),
            playing: |component, list| write(&component.playing(list)),
            combine: |component, chunks| {
                let chunks: Result<_, _> = chunks.iter().map(|chunk| read(chunk)).collect();
                write(&component.combine(chunks?)?)
            },
        }
    }

    pub(crate) fn chunk(&self, component: &C, number: usize, chunk: &RawValue) -> Written {
        (self.chunk)(component, number, chunk)
    }

    pub(crate) fn segment(
        &self,
        component: &C,
        chunk: &RawValue,
    ) -> Result<Option<Segment>, Invalid> {
        (self.segment)(component, chunk)
    }

    pub(crate) fn playing(&self, component: &C, list: FileData) -> Written {
        (self.playing)(component, list)
    }

    pub(crate) fn combine(&self, component: &C, chunks: &[Box<RawValue>]) -> Written {
        (self.combine)(component, chunks)
    }
}

fn read<T: serde::de::DeserializeOwned>(text: &RawValue) -> Result<T, Invalid> {
    serde_json::from_str(text.get()).map_err(|error| error.to_string().into())
}

fn write(value: &impl serde::Serialize) -> Written {
    to_raw_value(value).map_err(|error| error.to_string().into())
}

impl<C> fmt::Debug for Chunks<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Chunks of {}", type_name::<C>())
    }
}
