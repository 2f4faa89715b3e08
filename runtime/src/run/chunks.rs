//! Chunks of a generator, for components that show what comes in pieces: each is sent as it comes,
//! or goes to the list of what players play, and the whole takes the place of the last one.

use std::{
    borrow::Cow,
    sync::{Arc, Mutex},
};

use serde_json::{Value, value::RawValue};

use super::Run;
use crate::{
    component::{AnyComponent, Invalid},
    endpoint::{Failure, Values},
    file::FileData,
    media::{Playlist, Playlists, Segment, locked},
};

/// The outputs of a run that join chunks, and the chunks so far.
pub(super) struct Chunks<'a>(Vec<Output<'a>>);

struct Output<'a> {
    index: usize,
    component: &'a Arc<dyn AnyComponent>,
    chunks: Vec<Box<RawValue>>,
    /// Where its pieces are found, if they are played.
    address: String,
    list: Option<Arc<Mutex<Playlist>>>,
}

impl<'a> Chunks<'a> {
    pub(super) fn of(run: &'a Run) -> Self {
        let session = run.ctx.facts().session_hash.as_deref();
        // It stands in an address.
        let session = session.filter(|it| it.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        let session = session.unwrap_or("call");
        let outputs = run.dependency.streaming.iter();
        let outputs = outputs.map(|(index, component)| Output {
            index: *index,
            component,
            chunks: Vec::new(),
            address: format!("{session}/{}/{}", run.id, run.dependency.outputs[*index]),
            list: None,
        });
        Self(outputs.collect())
    }

    /// Whether no output comes in pieces, so that there is nothing to do.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One step of the generator, as it is sent.
    pub(super) fn step(&mut self, values: &Values) -> Result<Values, Failure> {
        self.change(values, |output, text| {
            let chunk: &RawValue = serde_json::from_str(text).map_err(|e| e.to_string())?;
            let number = output.chunks.len();
            output.chunks.push(chunk.to_owned());
            match output.component.segment(chunk)? {
                Some(segment) => output.play(segment),
                None => output.component.chunk(number, chunk),
            }
        })
    }

    /// The last step, with the whole in the place of its chunk.
    pub(super) fn whole(&mut self, last: &Values) -> Result<Values, Failure> {
        self.change(last, |output, _| output.component.combine(&output.chunks))
    }

    fn change(
        &mut self,
        values: &Values,
        mut change: impl FnMut(&mut Output<'a>, &str) -> Result<Box<RawValue>, Invalid>,
    ) -> Result<Values, Failure> {
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

impl Output<'_> {
    fn play(&mut self, segment: Segment) -> Result<Box<RawValue>, Invalid> {
        let list = self
            .list
            .get_or_insert_with(|| Playlists::open().begin(&self.address));
        let mut list = locked(list);
        list.add(segment)?;
        let address = format!("{}/playlist.m3u8", self.address);
        let name = format!("stream.{}", list.extension());
        self.component.playing(FileData::playing(address, &name))
    }
}

impl Drop for Output<'_> {
    /// However it ended: players wait for no more.
    fn drop(&mut self) {
        if let Some(list) = &self.list {
            locked(list).end();
        }
    }
}

fn is_update(text: &str) -> bool {
    text.contains("__type__")
        && serde_json::from_str::<Value>(text).is_ok_and(|value| value["__type__"] == "update")
}
