//! What can be wrong with the events of a page, told with the line that wires them.

use std::collections::HashMap;

use super::{StartError, check::Place};
use crate::page::{Blocks, Dependency};

/// Checks every event of an app. `starts` has the number of the first event of each page.
pub(super) fn wiring(blocks: &Blocks, starts: &[usize]) -> Result<(), StartError> {
    elem_ids(blocks)?;
    let check = Check { blocks, starts };
    for event in &blocks.dependencies {
        let told = check
            .components(event)
            .and_then(|()| check.other_events(event))
            .and_then(|()| options(event))
            .and_then(|()| kept_results(event));
        told.map_err(|text| StartError::Wiring {
            place: event.wired_at.into(),
            text,
        })?;
    }
    Ok(())
}

/// A document has each id once.
fn elem_ids(blocks: &Blocks) -> Result<(), StartError> {
    let mut known = HashMap::new();
    for block in blocks.iter() {
        let Some(id) = block.component.base().elem_id.clone() else {
            continue;
        };
        if let Some(first) = known.insert((block.page, id.clone()), block.place) {
            return Err(StartError::SameElemId {
                id,
                first: first.into(),
                again: block.place.into(),
            });
        }
    }
    Ok(())
}

struct Check<'a> {
    blocks: &'a Blocks,
    starts: &'a [usize],
}

impl Check<'_> {
    fn page(&self, event: usize) -> Option<usize> {
        self.starts.iter().rposition(|start| *start <= event)
    }

    /// An event knows the components of its own page, and no others.
    fn components(&self, event: &Dependency) -> Result<(), String> {
        let judged = event.validator.iter().flat_map(|it| &it.inputs);
        let targets = event.targets.iter().map(|(id, _)| id).filter(|id| **id > 0);
        let shown = event.show_progress_on.iter().flatten();
        let named = (event.inputs.iter().map(|id| (id, "takes its value from")))
            .chain(event.outputs.iter().map(|id| (id, "shows its result in")))
            .chain(targets.map(|id| (id, "is set off by")))
            .chain(shown.map(|id| (id, "shows its progress on")))
            .chain(judged.clone().map(|id| (id, "has its validator judge")));
        for (&id, does) in named {
            let Some(block) = self.blocks.find(id) else {
                return Err(format!(
                    "this event {does} a component of another app: a handle is good for the page it was made on"
                ));
            };
            if block.page.is_some() && block.page != self.page(event.id) {
                return Err(format!(
                    "this event {does} a `{}` of another page, which stands at {}: a handle is good for the page it was \
                     made on; add a component here, and keep what several pages need in a `Shared<T>`",
                    block.component.type_name(),
                    Place::from(block.place),
                ));
            }
        }
        match judged.clone().find(|id| !event.inputs.contains(id)) {
            Some(id) => Err(format!(
                "the validator judges a `{}` that is no input of this event: name it among the inputs of both, or of \
                 neither",
                self.blocks.get(*id).component.type_name(),
            )),
            None => Ok(()),
        }
    }

    /// What an event follows and what it cancels are events of its page, with something to wait for.
    fn other_events(&self, event: &Dependency) -> Result<(), String> {
        let after = event.after.map(|(id, _)| (id, "follows"));
        let cancels = event.cancels.iter().map(|id| (*id, "cancels"));
        for (id, does) in after.into_iter().chain(cancels) {
            let Some(other) = self.blocks.dependencies.get(id) else {
                return Err(format!(
                    "this event {does} one of another app: a listener is good for the page it was made on"
                ));
            };
            let at = Place::from(other.wired_at);
            if self.page(id) != self.page(event.id) {
                return Err(format!(
                    "this event {does} one of another page, wired at {at}, which never happens here: a listener is good \
                     for the page it was made on"
                ));
            }
            if does == "cancels" && other.handler.is_none() {
                return Err(format!(
                    "this event cancels the one wired at {at}, which runs no function, so there is nothing to stop: \
                     name the listener whose function should end"
                ));
            }
        }
        Ok(())
    }
}

/// What was said of how it runs.
fn options(event: &Dependency) -> Result<(), String> {
    if event.max_batch_size.is_some() && !event.batch {
        return Err(
            "`max_batch_size` is for functions that answer many calls at once: wrap the function, `batch(f)`, or leave \
             it out"
                .into(),
        );
    }
    if event.wants_validator && event.validator.is_none() {
        return Err(format!(
            "`{}` has a validator, which knows the components of its own interface and not those of this page: name it \
             here as well, by `.validator(check, inputs)`",
            event.function,
        ));
    }
    if event.max_batch_size == Some(0) {
        return Err("`max_batch_size` is 0, so no call would be answered: give 1 or more".into());
    }
    if event.limit == crate::endpoint::Limit::At(0) {
        return Err(
            "`concurrency_limit` is 0, so the function would never run: give 1 or more, or `None` for no limit".into(),
        );
    }
    let is_time = |seconds: f64| seconds > 0.0 && seconds.is_finite();
    if let Some(limit) = event.time_limit.filter(|limit| !is_time(*limit)) {
        return Err(format!(
            "`time_limit` is {limit} seconds: give more than 0, or leave it out"
        ));
    }
    if !(is_time(event.stream_every) || event.stream_every == 0.0) {
        return Err(format!(
            "`stream_every` is {} seconds: give 0 or more",
            event.stream_every
        ));
    }
    match event.named.as_deref() {
        Some("") => Err(
            "`api_name` is empty: give a name, or hide the function by `show_api(false)`".into(),
        ),
        Some(name) if name.contains(|c: char| c == '/' || c.is_whitespace()) => Err(format!(
            "`api_name` is `{name}`, which is part of an address: leave out slashes and spaces"
        )),
        _ => Ok(()),
    }
}

/// A result is kept for all calls with the same arguments, so that nothing else may count.
fn kept_results(event: &Dependency) -> Result<(), String> {
    if event.results.is_none() || event.is_same_for_all() {
        return Ok(());
    }
    let why = if let Some(other) = event.depends_on {
        format!("takes a `{other}`, which may be another one for the same arguments")
    } else if event.keeps_state {
        "takes or gives a value that is kept for a session".into()
    } else {
        "changes components, which has to happen each time".into()
    };
    Err(format!(
        "the results of `{}` cannot be kept, because it {why}: leave `cache` out, or put aside what takes long by the \
         extractor `Cache`",
        event.function,
    ))
}

#[cfg(test)]
mod tests;
