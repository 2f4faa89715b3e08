//! What a function gave back, serialised once.

use std::{fmt, sync::Arc};

use serde_json::{Map, Value};

use super::Failure;
use crate::{component::Sink, i18n::Language};

/// One result of a function and the component that shows it.
pub struct Output<T> {
    sink: Arc<dyn Sink<T>>,
}

impl<T> Output<T> {
    pub(crate) fn new(sink: Arc<dyn Sink<T>>) -> Self {
        Self { sink }
    }
}

impl<T> fmt::Debug for Output<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Output")
    }
}

/// The results of one step of a function, as JSON text, one after the other.
#[derive(Debug, Default, Clone)]
pub struct Values {
    text: Vec<u8>,
    /// Where each value ends in `text`.
    ends: Vec<usize>,
    /// A part of the page in its new form.
    drawing: Option<Arc<dyn Drawing>>,
}

/// A part of a page that a function drew.
pub(crate) trait Drawing: fmt::Debug + Send + Sync {
    /// As JSON text, for clients.
    fn config(&self) -> String;

    /// As JSON text, for a page in this language.
    fn for_page(&self, language: &Language) -> String;
}

impl Values {
    /// No results yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// No result but a part of the page.
    pub(crate) fn drawn(drawing: Arc<dyn Drawing>) -> Self {
        Self {
            drawing: Some(drawing),
            ..Self::default()
        }
    }

    /// The part of the page that was drawn.
    pub(crate) fn drawing(&self) -> Option<&dyn Drawing> {
        self.drawing.as_deref()
    }

    /// Adds the next result.
    ///
    /// # Errors
    /// When its component cannot show this value.
    pub fn show<T>(&mut self, output: &Output<T>, value: T) -> Result<(), Failure> {
        self.write(&*output.sink, value)
    }

    /// Adds the next result, shown by `sink`.
    pub(crate) fn write<T>(&mut self, sink: &dyn Sink<T>, value: T) -> Result<(), Failure> {
        sink.write(value, &mut self.text)
            .map_err(|why| Failure::unshown(self.ends.len(), &why))?;
        self.ends.push(self.text.len());
        Ok(())
    }

    /// Adds changes of props as the next result.
    pub(crate) fn change(&mut self, mut props: Map<String, Value>) {
        // Clients look for this key at the end.
        props.insert("__type__".into(), "update".into());
        self.text
            .extend_from_slice(Value::Object(props).to_string().as_bytes());
        self.ends.push(self.text.len());
    }

    /// How many bytes of text they are.
    pub(crate) fn size(&self) -> usize {
        self.text.len()
    }

    /// Each result as JSON text.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.ends.iter().enumerate().map(|(i, &end)| {
            let start = if i == 0 { 0 } else { self.ends[i - 1] };
            &self.text[start..end]
        })
    }

    /// How many bytes they take.
    pub(crate) fn len(&self) -> usize {
        self.text.len()
    }

    /// The same with some results replaced by other JSON texts.
    pub(crate) fn map(&self, mut other: impl FnMut(usize, &[u8]) -> Option<String>) -> Self {
        let mut mapped = Self::new();
        for (place, text) in self.iter().enumerate() {
            match other(place, text) {
                Some(other) => mapped.text.extend_from_slice(other.as_bytes()),
                None => mapped.text.extend_from_slice(text),
            }
            mapped.ends.push(mapped.text.len());
        }
        mapped
    }

    /// Writes the JSON array for so many outputs; null where there is no result.
    pub(crate) fn write_array(&self, outputs: usize, out: &mut Vec<u8>) {
        out.push(b'[');
        let missing = outputs.saturating_sub(self.ends.len());
        let nulls = std::iter::repeat_n(&b"null"[..], missing);
        for (i, value) in self.iter().chain(nulls).enumerate() {
            if i > 0 {
                out.push(b',');
            }
            out.extend_from_slice(value);
        }
        out.push(b']');
    }
}

/// Each item is the JSON text of a result.
impl<'a> FromIterator<&'a [u8]> for Values {
    fn from_iter<I: IntoIterator<Item = &'a [u8]>>(texts: I) -> Self {
        let mut values = Self::new();
        for text in texts {
            values.text.extend_from_slice(text);
            values.ends.push(values.text.len());
        }
        values
    }
}
