//! `Ui`: puts blocks onto a page.

use std::{
    any::TypeId,
    panic::Location,
    sync::{Arc, MutexGuard},
};

use super::{
    Blocks, ChatHandle, Handle, Handles, Inputs, Listener, Outputs, Parent, Shared, Trigger,
    blocks::Misfit,
    chat, interface,
    trigger::{Wired, in_browser},
};
use crate::{
    component::{AnyComponent, Block, Component},
    components::{
        Kept, Markdown,
        layout::{Accordion, Column, Group, Row, Sidebar, Step, Tab, Tabs, Walkthrough},
    },
    endpoint::{Endpoint, Function, Visibility},
    theme::Theme,
};

/// Puts blocks onto a page, in the order of the calls.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page(title = "About")]
/// fn about(ui: &mut Ui) {
///     ui.markdown("# Two columns");
///     ui.row(|ui| {
///         ui.column(|ui| ui.markdown("left"));
///         ui.column(|ui| ui.markdown("right"));
///     });
/// }
/// ```
#[derive(Debug)]
pub struct Ui {
    blocks: Shared,
    /// What takes what is added now.
    parent: Parent,
    page: usize,
}

impl Ui {
    /// A `Ui` that adds to a new page.
    pub(crate) fn new(blocks: &Shared) -> Self {
        let page = blocks.get().begin_page();
        Self {
            blocks: blocks.clone(),
            parent: Parent::Page(page),
            page,
        }
    }

    pub(super) fn shared(&self) -> &Shared {
        &self.blocks
    }

    pub(super) fn parent(&self) -> Parent {
        self.parent
    }

    /// The number of its page in the app.
    pub(super) fn page_of_app(&self) -> usize {
        let blocks = self.blocks();
        blocks.part.as_ref().map_or(self.page, |part| part.page)
    }

    pub(crate) fn blocks(&self) -> MutexGuard<'_, Blocks> {
        self.blocks.get()
    }

    fn inside(&self, block: usize) -> Self {
        Self {
            blocks: self.blocks.clone(),
            parent: Parent::Block(block),
            page: self.page,
        }
    }

    /// Adds a component.
    #[track_caller]
    pub fn add<C: Component>(&mut self, component: C) -> Handle<C> {
        let component = Arc::new(component);
        let id = self.add_any(component.clone());
        Handle::new(&self.blocks, id, component)
    }

    #[track_caller]
    pub(crate) fn add_any(&mut self, component: Arc<dyn AnyComponent>) -> usize {
        self.blocks().add(component, self.parent)
    }

    /// Adds a container and what `fill` puts into it.
    ///
    /// ```
    /// use vetrina::{components::layout::Row, prelude::*};
    ///
    /// #[page]
    /// fn more(ui: &mut Ui) {
    ///     let (row, answer) = ui.add_block(Row::new().visible(false), |ui| {
    ///         ui.add(Textbox::new().label("More"))
    ///     });
    ///     answer.value(|| "there is more", ());
    ///     ui.add(Button::new("More")).click(|| Update(Row::new().visible(true)), (), &row);
    /// }
    /// ```
    ///
    /// A tab that does not stand in tabs joins those before it, or begins some; so does a step.
    #[track_caller]
    pub fn add_block<C: Block, R>(
        &mut self,
        block: C,
        fill: impl FnOnce(&mut Self) -> R,
    ) -> (Handle<C>, R) {
        let Some(around) = self.around(C::WIRE) else {
            let handle = self.add(block);
            let inside = fill(&mut self.inside(handle.id()));
            return (handle, inside);
        };
        let number = self.blocks().children(Parent::Block(around)).len();
        let has_id = block.own_props().get("id").is_some();
        let handle = self.inside(around).add(block);
        if !has_id {
            self.blocks().set(handle.id(), "id", number);
        }
        let inside = fill(&mut self.inside(handle.id()));
        (handle, inside)
    }

    /// Adds more to a container that stands already: what `fill` adds comes after what it holds.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn answer_first(ui: &mut Ui) {
    ///     let (above, ()) = ui.add_block(vetrina::components::layout::Column::new(), |_| ());
    ///     let text = ui.add(Textbox::new().label("Text"));
    ///     let loud = ui.within(&above, |ui| ui.add(Textbox::new().label("Loud")));
    ///     text.change(|text: String| text.to_uppercase(), &text, &loud);
    /// }
    /// ```
    pub fn within<C: Block, R>(
        &mut self,
        container: &Handle<C>,
        fill: impl FnOnce(&mut Self) -> R,
    ) -> R {
        fill(&mut self.inside(container.id()))
    }

    /// What a block of this kind has to stand in: tabs for a tab.
    #[track_caller]
    fn around(&mut self, wire: &str) -> Option<usize> {
        let wanted = match wire {
            Tab::WIRE => Tabs::WIRE,
            Step::WIRE => Walkthrough::WIRE,
            _ => return None,
        };
        let is_wanted = |id: &usize| self.blocks().get(*id).component.wire() == wanted;
        let parent = match self.parent {
            Parent::Block(id) => Some(id),
            Parent::Page(_) => None,
        };
        let last = self.blocks().children(self.parent).last().copied();
        let found = parent.filter(is_wanted).or(last.filter(is_wanted));
        // No closure: it would hide who called.
        Some(match found {
            Some(found) => found,
            None if wire == Tab::WIRE => self.add(Tabs::new()).id(),
            None => self.add(Walkthrough::new()).id(),
        })
    }

    /// Adds the form of a function with `#[endpoint]`: the components of its parameters and of
    /// its results, and the buttons between them. It is what an app shows that has no pages.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[endpoint]
    /// fn multiply(x: f64, y: f64) -> f64 {
    ///     x * y
    /// }
    ///
    /// #[page]
    /// fn tools(ui: &mut Ui) {
    ///     ui.markdown("## Multiply");
    ///     ui.interface(multiply);
    /// }
    /// # assert_eq!(multiply(2.0, 3.0), 6.0);
    /// ```
    #[track_caller]
    pub fn interface<F: 'static>(&mut self, function: F) {
        let _ = function;
        let mut endpoints = inventory::iter::<Endpoint>.into_iter();
        if let Some(endpoint) = endpoints.find(|it| (it.type_id)() == TypeId::of::<F>()) {
            return interface(self, endpoint);
        }
        self.misfit::<F>(
            Location::caller(),
            "`ui.interface` takes a function that has `#[endpoint]` above it",
        );
    }

    /// Notes that a function was put where it does not fit.
    fn misfit<F>(&mut self, place: &Location<'static>, text: &'static str) {
        let name = std::any::type_name::<F>();
        self.blocks().misfits.push(Misfit {
            function: name.rsplit("::").next().unwrap_or(name).to_owned(),
            place: (place.file(), place.line()),
            text: text.into(),
        });
    }

    /// Adds a conversation with a function that has `#[chat]`. It is what an app shows that has
    /// no pages and such a function; see [`ChatHandle`] for what more can be done on a page.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[chat]
    /// fn echo(message: String, _history: Vec<Message>) -> String {
    ///     message
    /// }
    ///
    /// #[page]
    /// fn talk(ui: &mut Ui) {
    ///     ui.markdown("# It says what you say");
    ///     ui.chat(echo);
    /// }
    /// # assert_eq!(echo("Hi".into(), vec![]), "Hi");
    /// ```
    #[track_caller]
    pub fn chat<F: 'static>(&mut self, function: F) -> ChatHandle {
        let _ = function;
        let mut endpoints = inventory::iter::<Endpoint>.into_iter();
        let endpoint = endpoints.find(|it| (it.type_id)() == TypeId::of::<F>());
        if let Some(chat) = endpoint.and_then(|it| Some((it, crate::chat::of(it)?))) {
            return chat::draw(self, chat.0, chat.1);
        }
        self.misfit::<F>(
            Location::caller(),
            "`ui.chat` takes a function that has `#[chat]` above it",
        );
        ChatHandle::empty(self)
    }

    /// Runs `function` whenever somebody opens the page.
    #[track_caller]
    pub fn load<F, A, Kind, How, I, O>(&mut self, function: F, inputs: I, outputs: O) -> Listener
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        Wired::new(function, inputs, outputs).listen(&self.blocks, vec![(0, "load")])
    }

    /// Runs `function` on each of several events, of different components as well.
    ///
    /// Without any, `[]`, it runs when somebody opens the page, and on every change of an input.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn sum(ui: &mut Ui) {
    ///     let a = ui.add(Slider::new(1..=10));
    ///     let b = ui.add(Slider::new(1..=10));
    ///     let sum = ui.add(Number::new().label("Sum"));
    ///     ui.on([], |a: f64, b: f64| a + b, (&a, &b), &sum);
    /// }
    /// ```
    #[track_caller]
    pub fn on<'t, F, A, Kind, How, I, O>(
        &mut self,
        triggers: impl IntoIterator<Item = &'t Trigger>,
        function: F,
        inputs: I,
        outputs: O,
    ) -> Listener
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        let mut targets: Vec<_> = triggers.into_iter().map(Trigger::target).collect();
        if targets.is_empty() {
            targets = self.blocks().changes(&inputs.ids());
            targets.push((0, "load"));
        }
        Wired::new(function, inputs, outputs).listen(&self.blocks, targets)
    }

    /// Runs `code` in the browser whenever somebody opens the page; see [`Trigger::js`].
    #[track_caller]
    pub fn load_js(
        &mut self,
        code: impl Into<String>,
        inputs: impl Handles,
        outputs: impl Handles,
    ) -> Listener {
        in_browser(&self.blocks, vec![(0, "load")], code, &inputs, &outputs)
    }

    /// Adds rules to the page, in CSS. They win over those of the page itself.
    ///
    /// Colours, sizes and fonts are variables with the names that Gradio's style sheets know, and
    /// `elem_id` and `elem_classes` say which block is meant. Nothing is loaded from elsewhere:
    /// fonts and pictures are part of the app.
    #[track_caller]
    pub fn css(&mut self, rules: impl Into<String>) {
        let page = self.page;
        self.blocks().extras(page).css.push(rules.into());
    }

    /// What this page looks like, where that is not what
    /// [`App::theme`](crate::App::theme) says.
    #[track_caller]
    pub fn theme(&mut self, theme: Theme) {
        let page = self.page;
        self.blocks().extras(page).theme = Some(theme);
    }

    /// Whether this page is as wide as the window.
    #[track_caller]
    pub fn fill_width(&mut self, fill: bool) {
        let page = self.page;
        self.blocks().extras(page).fill_width = Some(fill);
    }

    /// Whether this page is at least as high as the window: what has a `scale` of 1 or more
    /// shares the height that is left.
    #[track_caller]
    pub fn fill_height(&mut self, fill: bool) {
        let page = self.page;
        self.blocks().extras(page).fill_height = Some(fill);
    }

    /// Adds markup to the head of the page, as it is: words for search engines, a script, a link.
    #[track_caller]
    pub fn head(&mut self, markup: &str) {
        let page = self.page;
        self.blocks().extras(page).head.push_str(markup);
    }

    /// Runs `code`, a JavaScript function, in the browser when the page is there.
    #[track_caller]
    pub fn js(&mut self, code: impl Into<String>) {
        let page = self.page;
        self.blocks().extras(page).js.push(code.into());
    }

    /// Keeps a value for each session, of one browser tab: functions take it as an input and give
    /// it as an output. Each session starts from a copy of `first`; see [`Kept`].
    #[track_caller]
    pub fn state<T: Clone + Send + Sync + 'static>(&mut self, first: T) -> Handle<Kept<T>> {
        self.add(Kept::new(first))
    }

    /// Runs `function` when a page is closed or left, with what its session kept.
    ///
    /// Nothing can be shown any more, so it takes extractors alone and gives nothing.
    #[track_caller]
    pub fn unload<F, Kind>(&mut self, function: F) -> Listener
    where
        F: Function<(), Kind, Value = ()>,
        Kind: 'static,
    {
        let targets = vec![(0, "unload")];
        let listener = Wired::new(function, (), ()).listen(&self.blocks, targets);
        listener.api_visibility(Visibility::Private).queue(false)
    }

    /// Adds text in Markdown.
    #[track_caller]
    pub fn markdown(&mut self, text: impl Into<String>) -> Handle<Markdown> {
        self.add(Markdown::new().value(text.into()))
    }

    /// What `fill` adds stands side by side, and wraps on narrow pages.
    #[track_caller]
    pub fn row<R>(&mut self, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Row::new(), fill).1
    }

    /// What `fill` adds stands one below the other.
    #[track_caller]
    pub fn column<R>(&mut self, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Column::new(), fill).1
    }

    /// What `fill` adds stands close together.
    #[track_caller]
    pub fn group<R>(&mut self, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Group::new(), fill).1
    }

    /// What `fill` adds can be folded away.
    #[track_caller]
    pub fn accordion<R>(
        &mut self,
        label: impl Into<String>,
        fill: impl FnOnce(&mut Self) -> R,
    ) -> R {
        self.add_block(Accordion::new(label), fill).1
    }

    /// A tab with what `fill` adds; tabs that follow each other share one bar.
    #[track_caller]
    pub fn tab<R>(&mut self, label: impl Into<String>, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Tab::new(label), fill).1
    }

    /// What `fill` adds stands at the side of the page, and can be put away.
    #[track_caller]
    pub fn sidebar<R>(&mut self, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Sidebar::new(), fill).1
    }

    /// A step with what `fill` adds; steps that follow each other are one walk.
    #[track_caller]
    pub fn step<R>(&mut self, label: impl Into<String>, fill: impl FnOnce(&mut Self) -> R) -> R {
        self.add_block(Step::new(label), fill).1
    }
}
