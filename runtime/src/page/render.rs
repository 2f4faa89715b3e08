//! Parts of a page that a function draws: anew for each session, whenever what it draws from
//! changes.

use std::sync::Arc;

use super::{Drawn, Inputs, Listener, Parent, Renders, Shared, TriggerMode, Ui, trigger::Wired};
use crate::{
    component::Component as _,
    components::layout::{Column, Row},
    endpoint::{
        Failure, FromCall, Handler, Job, Mode, Outcome, Produced, Values, Visibility, Wiring,
    },
};

/// A function that draws a part of a page: `fn(&mut Ui, values…, extractors…)`.
///
/// Implemented for functions and closures of up to eight values, with up to two
/// [extractors](FromCall) after them.
#[diagnostic::on_unimplemented(
    message = "this function cannot draw from these inputs",
    label = "cannot be called with `&mut Ui` and what the inputs give",
    note = "its first parameter is `ui: &mut Ui`, written out in a closure as well; then come the values of the inputs, \
            in their order: one input per parameter, `&a` for one, `(&a, &b)` for two, `()` for none"
)]
pub trait Draw<A, X>: Send + Sync + 'static {
    /// Draws.
    ///
    /// # Errors
    /// When the function gave an error.
    #[doc(hidden)]
    fn draw(&self, ui: &mut Ui, values: A, extra: X) -> Result<(), Failure>;
}

macro_rules! draws {
    ($([$($value:ident)*] [$($extra:ident)*])*) => {$(
        #[allow(non_snake_case, clippy::too_many_arguments, reason = "one shape for every length")]
        impl<F, R, $($value,)* $($extra,)*> Draw<($($value,)*), ($($extra,)*)> for F
        where
            F: Fn(&mut Ui, $($value,)* $($extra),*) -> R + Send + Sync + 'static,
            R: Outcome,
        {
            fn draw(
                &self,
                ui: &mut Ui,
                ($($value,)*): ($($value,)*),
                ($($extra,)*): ($($extra,)*),
            ) -> Result<(), Failure> {
                self(ui, $($value,)* $($extra),*).settle().map(drop)
            }
        }
    )*};
}

macro_rules! with_extractors {
    ($([$($value:ident)*])*) => {
        draws! { $([$($value)*] [] [$($value)*] [X] [$($value)*] [X Y])* }
    };
}

with_extractors! {
    [] [A] [A B] [A B C] [A B C D] [A B C D E] [A B C D E G] [A B C D E G H] [A B C D E G H I]
}

/// Where a part of a page stands, and what it is known by.
#[derive(Debug, Clone)]
pub(super) struct Site {
    pub(super) id: usize,
    pub(super) page: usize,
    /// The block that holds it.
    pub(super) container: usize,
    pub(super) around: Shared,
}

impl Ui {
    /// A part of the page that `draw` builds anew whenever somebody opens the page, and on every
    /// change of an input; [`Listener::on`] names other events.
    ///
    /// `draw` is given a [`Ui`], then the values of the inputs. What it builds belongs to one
    /// session: components, events, [states](Ui::state), and further parts. Events may take and
    /// fill what stands elsewhere on the page as well, and handles from there may be used inside.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn letters(ui: &mut Ui) {
    ///     let text = ui.add(Textbox::new().label("Text"));
    ///     ui.render(&text, |ui: &mut Ui, text: String| {
    ///         for letter in text.chars() {
    ///             ui.add(Textbox::new().value(letter.to_string()));
    ///         }
    ///     });
    /// }
    /// ```
    ///
    /// What has a `key` stays what it is from one drawing to the next: what a person typed there,
    /// where the cursor is, what a state holds.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn merge(ui: &mut Ui) {
    ///     let count = ui.add(Slider::new(1..=5).label("Boxes"));
    ///     let merge = ui.add(Button::new("Merge"));
    ///     let merged = ui.add(Textbox::new().label("Merged"));
    ///     ui.render(&count, move |ui: &mut Ui, count: usize| {
    ///         let boxes: Vec<_> = (0..count)
    ///             .map(|i| ui.add(Textbox::new().label(format!("Box {i}")).key(i)))
    ///             .collect();
    ///         merge.click(|texts: Vec<String>| texts.join(" "), &boxes, &merged);
    ///     });
    /// }
    /// ```
    #[track_caller]
    pub fn render<F, A, X, I>(&mut self, inputs: I, draw: F) -> Listener
    where
        F: Draw<A, X>,
        I: Inputs<A>,
        A: Send + 'static,
        X: FromCall + 'static,
    {
        let container = if self.stands_in(Row::WIRE) {
            self.add(Row::new()).id()
        } else {
            self.add(Column::new()).id()
        };
        let id = self.blocks().ids.part();
        let site = Site {
            id,
            page: self.page_of_app(),
            container,
            around: self.shared().clone(),
        };
        let mut extractors = Wiring::default();
        X::wire(&mut extractors);
        let ids = inputs.ids();
        let mut targets = vec![(0, "load")];
        targets.extend(self.blocks().changes(&ids));
        let handler = handler(site, inputs.take(), draw);
        let wired = Wired::drawing(handler, ids, container, &extractors);
        let listener = wired.listen(self.shared(), targets);
        listener
            .set(|event| {
                event.render_id = Some(id);
                event.keeps_state = true;
            })
            .api_visibility(Visibility::Undocumented)
            .trigger_mode(TriggerMode::AlwaysLast)
            .concurrency_limit(None)
    }
}

fn handler<F, A, X>(site: Site, take: super::inputs::Take<A>, draw: F) -> Handler
where
    F: Draw<A, X>,
    A: Send + 'static,
    X: FromCall + 'static,
{
    let (site, draw) = (Arc::new(site), Arc::new(draw));
    Handler::new(Mode::Blocking, move |args| {
        let values = take(args)?;
        let (site, draw) = (Arc::clone(&site), Arc::clone(&draw));
        Ok(Job::sync(move |ctx| {
            let values = values.get(ctx)?;
            let extra = X::from_call(ctx)?;
            let cells = Arc::clone(ctx.session());
            let renders = Renders::of(&cells, &site);
            let part = renders.begin(&site);
            part.as_part(|| draw.draw(&mut Ui::new(&part), values, extra))?;
            let drawn = Drawn::finish(&site, &part)?;
            let drawing = renders.put(&cells, &site, drawn);
            Ok(Produced::Once(Values::drawn(drawing)))
        }))
    })
}

impl Ui {
    /// Whether what is added now stands in a block of that kind.
    fn stands_in(&self, wire: &str) -> bool {
        matches!(self.parent(), Parent::Block(id) if self.blocks().get(id).component.wire() == wire)
    }
}
