//! Chunks of a generator, for components that show what comes in pieces: each is sent as it comes,
//! and the whole takes the place of the last one.

use std::{borrow::Cow, sync::Arc};

use serde_json::{Value, value::RawValue};

use crate::{
    component::{AnyComponent, Invalid},
    endpoint::{Failure, Values},
    page::Dependency,
};

/// The outputs of a run that join chunks, and the chunks so far.
pub(super) struct Chunks<'a>(Vec<Output<'a>>);

struct Output<'a> {
    index: usize,
    component: &'a Arc<dyn AnyComponent>,
    chunks: Vec<Box<RawValue>>,
}

impl<'a> Chunks<'a> {
    pub(super) fn of(dependency: &'a Dependency) -> Self {
        let outputs = dependency.streaming.iter();
        let outputs = outputs.map(|(index, component)| Output {
            index: *index,
            component,
            chunks: Vec::new(),
        });
        Self(outputs.collect())
    }

    /// One step of the generator, as it is sent.
    pub(super) fn step(&mut self, values: Values) -> Result<Values, Failure> {
        self.change(values, |output, text| {
            let chunk: &RawValue = serde_json::from_str(text).map_err(|e| e.to_string())?;
            let number = output.chunks.len();
            output.chunks.push(chunk.to_owned());
            output.component.chunk(number, chunk)
        })
    }

    /// The last step, with the whole in the place of its chunk.
    pub(super) fn whole(&mut self, last: Values) -> Result<Values, Failure> {
        self.change(last, |output, _| output.component.combine(&output.chunks))
    }

    fn change(
        &mut self,
        values: Values,
        mut change: impl FnMut(&mut Output<'a>, &str) -> Result<Box<RawValue>, Invalid>,
    ) -> Result<Values, Failure> {
        if self.0.is_empty() {
            return Ok(values);
        }
        let texts = values.iter().enumerate().map(|(index, text)| {
            let output = self.0.iter_mut().find(|output| output.index == index);
            let text = String::from_utf8_lossy(text);
            match output {
                // New props are no chunk.
                Some(output) if !is_update(&text) => change(output, &text)
                    .map(|changed| Cow::Owned(changed.get().to_owned()))
                    .map_err(|why| Failure::unshown(index, &why)),
                _ => Ok(text),
            }
        });
        let texts: Vec<_> = texts.collect::<Result<_, _>>()?;
        Ok(texts.iter().map(|text| text.as_bytes()).collect())
    }
}

fn is_update(text: &str) -> bool {
    text.contains("__type__")
        && serde_json::from_str::<Value>(text).is_ok_and(|value| value["__type__"] == "update")
}
