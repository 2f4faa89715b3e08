//! Buttons that write down what stands on the page.

use std::{panic::Location, sync::Arc};

use serde_json::Value;

use super::{
    Blocks, Dependency, Handle, Handles, Listener,
    dependency::{After, spec},
};
use crate::{
    Error,
    component::AnyComponent,
    components::Button,
    endpoint::{
        Alerts, Args, Failure, FromCall, Handler, Job, Limit, Mode, Produced, Refused, Values,
        Visibility,
    },
    flagging::{Cell, FlagSink, Flagged},
};

impl Handle<Button> {
    /// A click writes down the values of `components`, with their files.
    ///
    /// ```
    /// use vetrina::{flagging::CsvLog, prelude::*};
    ///
    /// #[page]
    /// fn guess(ui: &mut Ui) {
    ///     let text = ui.add(Textbox::new().label("Text"));
    ///     let language = ui.add(Label::new().label("Language"));
    ///     let log = CsvLog::new("flagged");
    ///     ui.add(Button::new("Wrong")).flag_as("wrong", (&text, &language), log.clone());
    ///     ui.add(Button::new("Odd")).flag_as("odd", (&text, &language), log);
    /// }
    /// ```
    #[track_caller]
    pub fn flag(&self, components: impl Handles, sink: impl FlagSink) -> Listener {
        self.flags(None, &components, sink)
    }

    /// The same with a word for what it means: the column `flag`.
    #[track_caller]
    pub fn flag_as(
        &self,
        option: impl Into<String>,
        components: impl Handles,
        sink: impl FlagSink,
    ) -> Listener {
        self.flags(Some(option.into()), &components, sink)
    }

    #[track_caller]
    fn flags(
        &self,
        option: Option<String>,
        components: &impl Handles,
        sink: impl FlagSink,
    ) -> Listener {
        let blocks = self.blocks().here();
        let mut all = blocks.get();
        let target = Cause::Click(self.id());
        let id = listen(&mut all, target, option, components.all(), Arc::new(sink));
        drop(all);
        Listener { blocks, id }
    }
}

/// What makes a flag.
#[derive(Clone, Copy)]
pub(super) enum Cause {
    /// Somebody pressed this button.
    Click(usize),
    /// The run of this event ended well.
    Run(usize),
}

/// Wires what writes down the values of these components; the answer is the event.
#[track_caller]
pub(super) fn listen(
    all: &mut Blocks,
    cause: Cause,
    option: Option<String>,
    components: Vec<usize>,
    sink: Arc<dyn FlagSink>,
) -> usize {
    let place = Location::caller();
    let id = all.ids.event();
    // What is kept for a session is nobody else's.
    let found = components.into_iter().filter(|id| !all.is_state(*id));
    let found: Vec<_> = found.filter_map(|id| all.find(id)).collect();
    let flagged: Vec<_> = found.iter().map(|it| Arc::clone(&it.component)).collect();
    let (targets, after) = match cause {
        Cause::Click(button) => (vec![(button, "click")], None),
        Cause::Run(run) => (vec![], Some((run, After::Success))),
    };
    let specs = flagged.iter().enumerate().map(|(place, component)| {
        let label = component.base().label.clone();
        let name = label.unwrap_or_else(|| format!("component {place}"));
        spec(name, Some(&**component), true)
    });
    let event = Dependency {
        targets,
        after,
        inputs: found.iter().map(|block| block.id).collect(),
        specs: specs.collect(),
        docs: vec![""; found.len()],
        handler: Some(writing(flagged, option, sink, after.is_none())),
        function: "Flag".into(),
        place: (place.file(), place.line()),
        wired_at: (place.file(), place.line()),
        visibility: Visibility::Undocumented,
        queue: true,
        limit: Limit::Unlimited,
        show_progress: "hidden",
        writes_down: true,
        ..Dependency::empty(id)
    };
    all.listen(event, &[]);
    id
}

/// Writes down what was sent, and tells whoever pressed the button.
fn writing(
    components: Vec<Arc<dyn AnyComponent>>,
    option: Option<String>,
    sink: Arc<dyn FlagSink>,
    tells: bool,
) -> Handler {
    let components: Arc<[_]> = components.into();
    Handler::new(Mode::Blocking, move |args| {
        let data = sent(args, components.len())?;
        let (components, sink) = (Arc::clone(&components), Arc::clone(&sink));
        let option = option.clone();
        Ok(Job::sync(move |ctx| {
            let cells = components.iter().zip(data).enumerate();
            let cells = cells.map(|(place, (it, data))| Cell::new(place, Arc::clone(it), data));
            let flagged = Flagged::now(cells.collect(), option);
            if let Err(why) = sink.flag(&flagged) {
                Failure::hidden(format!("nothing was flagged: {why}"));
                return Err(Failure::Shown(Error::new("This could not be saved.")));
            }
            if tells {
                Alerts::from_call(ctx)?.success("Saved, thank you.");
            }
            Ok(Produced::Once(Values::new()))
        }))
    })
}

/// All values as they were sent.
fn sent(args: &Args<'_>, count: usize) -> Result<Vec<Value>, Refused> {
    let values = (0..count).map(|index| {
        let text = args.sent(index)?.get();
        Ok(serde_json::from_str(text).unwrap_or(Value::Null))
    });
    values.collect()
}
