//! One event with its function: how it runs, and what follows it.

use std::{panic::Location, sync::Arc};

use super::{
    Dependency, Handles, Inputs, Outputs, Shared, Trigger,
    dependency::After,
    trigger::{Wired, in_browser},
};
use crate::{
    endpoint::{Caching, Function, Limit, Visibility},
    store::Results,
};

/// A function that runs on an event; its methods say how.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn shout(ui: &mut Ui) {
///     let text = ui.add(Textbox::new().label("Text"));
///     let loud = ui.add(Textbox::new().label("Loud"));
///     ui.add(Button::new("Shout"))
///         .click(|text: String| text.to_uppercase(), &text, &loud)
///         .api_name("shout")
///         .then(|loud: String| format!("{loud}!"), &loud, &loud);
/// }
/// ```
#[derive(Debug, Clone)]
pub struct Listener {
    pub(super) blocks: Shared,
    pub(super) id: usize,
}

/// What happens when an event comes while its function still runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TriggerMode {
    /// Nothing.
    Once,
    /// It runs once more, at the same time.
    Multiple,
    /// It runs once more afterwards, for the newest of all events meanwhile.
    AlwaysLast,
}

/// How a running function is seen on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShowProgress {
    /// On all its outputs, with a clock.
    Full,
    /// By the clock alone.
    Minimal,
    /// Not at all.
    Hidden,
}

#[allow(
    clippy::must_use_candidate,
    clippy::return_self_not_must_use,
    reason = "the function is wired already; what is returned only says more of it"
)]
impl Listener {
    pub(super) fn set(self, change: impl FnOnce(&mut Dependency)) -> Self {
        let is_in_time = self.blocks.get().event(self.id).map(change).is_some();
        if !is_in_time {
            // It is in use since the page was put together.
            self.blocks.here().get().late(self.id);
        }
        self
    }

    /// Runs on these events, in place of those it was made for.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn letters(ui: &mut Ui) {
    ///     let text = ui.add(Textbox::new().label("Text"));
    ///     let draw = |ui: &mut Ui, text: String| {
    ///         for letter in text.chars() {
    ///             ui.add(Button::new(letter.to_string()));
    ///         }
    ///     };
    ///     ui.render(&text, draw).on([&text.submit]);
    /// }
    /// ```
    pub fn on<'t>(self, triggers: impl IntoIterator<Item = &'t Trigger>) -> Self {
        let targets = triggers.into_iter().map(Trigger::target).collect();
        self.set(|event| event.targets = targets)
    }

    /// Stays what it is when a function that [draws](crate::Ui::render) wires it again: a run that
    /// is under way goes on, and its results are shown.
    #[track_caller]
    pub fn key(mut self, key: impl Into<serde_json::Value>) -> Self {
        let place = Location::caller();
        self.id = self.blocks.get().keep_event(self.id, &key.into(), place);
        self
    }

    /// The name clients call the function by. Its own name unless set.
    pub fn api_name(self, name: impl Into<String>) -> Self {
        let name = name.into();
        self.set(|event| event.named = Some(name))
    }

    /// Whether the API page lists it. `true` unless set.
    pub fn show_api(self, show: bool) -> Self {
        let visibility = if show {
            Visibility::Public
        } else {
            Visibility::Undocumented
        };
        self.api_visibility(visibility)
    }

    /// Who gets to know of it. [`Visibility::Public`] unless set.
    pub fn api_visibility(self, visibility: Visibility) -> Self {
        self.set(|event| event.visibility = visibility)
    }

    /// What the API page says of it. The doc comment of the function unless set.
    pub fn api_description(self, description: impl Into<Option<String>>) -> Self {
        let description = description.into();
        self.set(|event| event.description = description)
    }

    /// Whether runs wait in the queue. `true` unless set.
    pub fn queue(self, queue: bool) -> Self {
        self.set(|event| event.queue = queue)
    }

    /// How many runs go on at once; `None` for any number.
    pub fn concurrency_limit(self, limit: impl Into<Option<u32>>) -> Self {
        let limit = limit.into().map_or(Limit::Unlimited, Limit::At);
        self.set(|event| event.limit = limit)
    }

    /// Shares its limit with all events of the same id.
    pub fn concurrency_id(self, id: &'static str) -> Self {
        self.set(|event| event.concurrency_id = Some(id))
    }

    /// How many calls a function made by [`batch`](crate::endpoint::batch()) answers at once. 4 unless
    /// set.
    pub fn max_batch_size(self, size: usize) -> Self {
        self.set(|event| event.max_batch_size = Some(size))
    }

    /// Keeps results, so that a call with the same arguments is answered at once: no function runs,
    /// and nobody waits in the queue. What came one after the other does so again. Errors are not
    /// kept, and equal calls at one time are worked out once.
    ///
    /// The function may not take anything from the call that is another for equal arguments, such as
    /// [`State`](crate::endpoint::State) or [`Request`](crate::endpoint::Request); an app with such a
    /// function does not start.
    pub fn cache(self, caching: Caching) -> Self {
        self.set(|event| event.results = Some(Arc::new(Results::new(caching))))
    }

    /// How many seconds pass between two calls, at least, for an event that comes again and again,
    /// as that of a microphone. 0.5 unless set.
    pub fn stream_every(self, seconds: f64) -> Self {
        self.set(|event| event.stream_every = seconds)
    }

    /// Ends a run after so many seconds.
    pub fn time_limit(self, seconds: f64) -> Self {
        self.set(|event| event.time_limit = Some(seconds))
    }

    /// Whether a run goes on when the page that began it is gone. `false` unless set: it is cancelled
    /// after [`App::run_grace`](crate::App::run_grace).
    pub fn detach(self, detach: bool) -> Self {
        self.set(|event| event.detach = detach)
    }

    /// What happens when the event comes while the function still runs. [`TriggerMode::Once`]
    /// unless set; for `change` events [`TriggerMode::AlwaysLast`].
    pub fn trigger_mode(self, mode: TriggerMode) -> Self {
        let mode = match mode {
            TriggerMode::Once => "once",
            TriggerMode::Multiple => "multiple",
            TriggerMode::AlwaysLast => "always_last",
        };
        self.set(|event| event.trigger_mode = mode)
    }

    /// How the page shows that the function runs. [`ShowProgress::Full`] unless set.
    pub fn show_progress(self, show: ShowProgress) -> Self {
        let show = match show {
            ShowProgress::Full => "full",
            ShowProgress::Minimal => "minimal",
            ShowProgress::Hidden => "hidden",
        };
        self.set(|event| event.show_progress = show)
    }

    /// Where the page shows that the function runs. At the outputs unless set.
    pub fn show_progress_on(self, blocks: impl Handles) -> Self {
        self.set(|event| event.show_progress_on = Some(blocks.all()))
    }

    /// A script that runs in the browser before the function: a JavaScript function that is given
    /// the values of the inputs and returns what is sent in their place, one value for one input,
    /// a list for several.
    pub fn js(self, code: impl Into<String>) -> Self {
        let code = code.into();
        self.set(|event| event.js = Some(code))
    }

    /// Whether the page scrolls to the outputs when they are there. `false` unless set.
    pub fn scroll_to_output(self, scroll: bool) -> Self {
        self.set(|event| event.scroll_to_output = scroll)
    }

    /// Stops the runs of `other` that this page began.
    pub fn cancels(self, other: &Self) -> Self {
        let id = other.id;
        self.set(|event| event.cancels.push(id))
    }

    /// Runs `function` afterwards, whatever came of this one.
    #[track_caller]
    pub fn then<F, A, Kind, How, I, O>(&self, function: F, inputs: I, outputs: O) -> Self
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        self.follow(After::Always, Wired::new(function, inputs, outputs))
    }

    /// Runs `function` afterwards if this one ended well.
    #[track_caller]
    pub fn success<F, A, Kind, How, I, O>(&self, function: F, inputs: I, outputs: O) -> Self
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        self.follow(After::Success, Wired::new(function, inputs, outputs))
    }

    /// Runs `function` afterwards if this one failed.
    #[track_caller]
    pub fn failure<F, A, Kind, How, I, O>(&self, function: F, inputs: I, outputs: O) -> Self
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        self.follow(After::Failure, Wired::new(function, inputs, outputs))
    }

    /// Runs `code` in the browser afterwards, whatever came of this one; see
    /// [`Trigger::js`](super::Trigger::js).
    #[track_caller]
    pub fn then_js(
        &self,
        code: impl Into<String>,
        inputs: impl Handles,
        outputs: impl Handles,
    ) -> Self {
        let listener = in_browser(&self.blocks, Vec::new(), code, &inputs, &outputs);
        self.before(After::Always, listener)
    }

    fn follow(&self, after: After, wired: Wired) -> Self {
        self.before(after, wired.listen(&self.blocks, Vec::new()))
    }

    fn before(&self, after: After, listener: Self) -> Self {
        let id = self.id;
        listener.set(|event| event.after = Some((id, after)))
    }
}
