//! Values that are functions: worked out when the page opens, when an input changes, at intervals.

use std::{sync::Arc, time::Duration};

use super::{Handle, Inputs, Listener, Parent, Shows, trigger::Wired};
use crate::{component::Component, components::Timer, endpoint::Function};

impl<C: Component> Handle<C> {
    /// Makes the value a function: it is worked out whenever somebody opens the page, and on every
    /// change of an input.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn fleet(ui: &mut Ui) {
    ///     let ships = ui.add(Slider::new(1..=10).label("Ships"));
    ///     let crew = ui.add(Number::new().label("Crew"));
    ///     crew.value(|ships: u32| ships * 40, &ships);
    /// }
    /// ```
    #[track_caller]
    pub fn value<F, A, Kind, How, I>(&self, function: F, inputs: I) -> Listener
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        C: Shows<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        let mut targets = self.blocks().here().get().changes(&inputs.ids());
        let follows = !targets.is_empty();
        targets.push((0, "load"));
        let listener = Wired::new(function, inputs, self).listen(self.blocks(), targets);
        listener.set(|event| {
            if follows {
                event.show_progress = "hidden";
            }
        })
    }
}

/// How often something happens: a [`Timer`] says it, or a number of seconds.
#[derive(Debug, Clone, Copy)]
pub enum Interval {
    /// By the id of a timer on the page.
    Timer(usize),
    /// As long as the page is open.
    Seconds(f64),
}

impl From<&Handle<Timer>> for Interval {
    fn from(timer: &Handle<Timer>) -> Self {
        Self::Timer(timer.id())
    }
}

impl From<f64> for Interval {
    fn from(seconds: f64) -> Self {
        Self::Seconds(seconds)
    }
}

impl From<Duration> for Interval {
    fn from(time: Duration) -> Self {
        Self::Seconds(time.as_secs_f64())
    }
}

impl Listener {
    /// Runs the function at an interval as well, for as long as somebody sees the page.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn weather(ui: &mut Ui) {
    ///     let wind = ui.add(Number::new().label("Wind"));
    ///     wind.value(|| rand::random_range(0..12), ()).every(0.5);
    /// }
    /// ```
    #[allow(
        clippy::must_use_candidate,
        clippy::return_self_not_must_use,
        reason = "the function is wired already"
    )]
    pub fn every(self, interval: impl Into<Interval>) -> Self {
        let timer = match interval.into() {
            Interval::Timer(id) => id,
            Interval::Seconds(seconds) => {
                let mut blocks = self.blocks.get();
                let page = Parent::Page(blocks.last_page());
                blocks.add(Arc::new(Timer::new(seconds)), page)
            }
        };
        self.set(|event| {
            // Before the opening of the page.
            event
                .targets
                .insert(event.targets.len() - 1, (timer, "tick"));
            event.show_progress = "hidden";
        })
    }
}
