//! What sets events off, and wires functions to them.

use std::{any::TypeId, fmt, panic::Location, sync::Arc};

use super::{Blocks, Dependency, Handles, Inputs, Listener, Outputs, Shared, dependency::spec};
use crate::component::Origin;
use crate::endpoint::{Endpoint, Function, Handler, Limit, Visibility, Wiring};

/// One component on a page, as the source of events.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) blocks: Shared,
    pub(super) id: usize,
}

/// An event of a component on a page: `button.click`, `name.submit`.
///
/// Called like a method it runs a function; as it is, it names the event, for
/// [`Ui::on`](crate::Ui::on).
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn greet(ui: &mut Ui) {
///     let name = ui.add(Textbox::new().label("Name"));
///     let greeting = ui.add(Textbox::new().label("Greeting"));
///     let go = ui.add(Button::new("Greet"));
///     ui.on([&name.submit, &go.click], |name: String| format!("Hello {name}"), &name, &greeting);
/// }
/// ```
#[derive(Clone)]
pub struct Trigger {
    place: Place,
    event: &'static str,
}

impl Trigger {
    /// The event `event` of what stands at `origin`.
    ///
    /// # Panics
    /// When `origin` was not made by a page, which nothing but a page can do.
    #[doc(hidden)]
    #[must_use]
    pub fn new(origin: &Origin, event: &'static str) -> Self {
        let Some(place) = origin.place::<Place>() else {
            unreachable!("only pages make origins");
        };
        Self {
            place: place.clone(),
            event,
        }
    }

    /// Runs `function` when it happens: with the values of `inputs`, shown in `outputs`. The
    /// methods that `#[component]` writes for events call it.
    #[doc(hidden)]
    #[track_caller]
    pub fn run<F, A, Kind, How, I, O>(&self, function: F, inputs: I, outputs: O) -> Listener
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        let Place { blocks, .. } = &self.place;
        Wired::new(function, inputs, outputs).listen(blocks, vec![self.target()])
    }

    /// Runs `code` in the browser when it happens, and nothing on the server.
    ///
    /// `code` is a JavaScript function. It is given the values of `inputs`, then those of
    /// `outputs`; what it returns is shown in `outputs`: one value for one, a list for several.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn reverse(ui: &mut Ui) {
    ///     let word = ui.add(Textbox::new().label("Word"));
    ///     let reversed = ui.add(Textbox::new().label("Reversed"));
    ///     word.change.js("word => [...word].reverse().join('')", &word, &reversed);
    /// }
    /// ```
    #[track_caller]
    pub fn js(
        &self,
        code: impl Into<String>,
        inputs: impl Handles,
        outputs: impl Handles,
    ) -> Listener {
        let Place { blocks, .. } = &self.place;
        in_browser(blocks, vec![self.target()], code, &inputs, &outputs)
    }

    /// Stops the runs of `other` that this page began, and does nothing else.
    ///
    /// ```
    /// use vetrina::prelude::*;
    ///
    /// #[page]
    /// fn count(ui: &mut Ui) {
    ///     let number = ui.add(Number::new().label("Number"));
    ///     let counting = ui.add(Button::new("Count")).click(|| 1..1_000_000, (), &number);
    ///     ui.add(Button::new("Enough")).click.cancels(&counting);
    /// }
    /// ```
    #[allow(
        clippy::must_use_candidate,
        reason = "it is wired already; what is returned only says more of it"
    )]
    #[track_caller]
    pub fn cancels(&self, other: &Listener) -> Listener {
        let place = Location::caller();
        let blocks = self.place.blocks.here();
        let id = blocks.get().ids.event();
        let event = Dependency {
            targets: vec![self.target()],
            cancels: vec![other.id],
            wired_at: (place.file(), place.line()),
            ..Dependency::empty(id)
        };
        blocks.get().listen(event, &[]);
        Listener { blocks, id }
    }

    pub(super) fn target(&self) -> (usize, &'static str) {
        (self.place.id, self.event)
    }
}

impl fmt::Debug for Trigger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} of #{}", self.event, self.place.id)
    }
}

/// An event with nothing but a script behind it.
#[track_caller]
pub(super) fn in_browser(
    blocks: &Shared,
    targets: Vec<(usize, &'static str)>,
    code: impl Into<String>,
    inputs: &impl Handles,
    outputs: &impl Handles,
) -> Listener {
    let place = Location::caller();
    let blocks = blocks.here();
    let id = blocks.get().ids.event();
    let event = Dependency {
        trigger_mode: usual_mode(&targets),
        targets,
        inputs: inputs.all(),
        outputs: outputs.all(),
        js: Some(code.into()),
        wired_at: (place.file(), place.line()),
        ..Dependency::empty(id)
    };
    blocks.get().listen(event, &[]);
    Listener { blocks, id }
}

/// What comes in quick succession is answered for the last.
fn usual_mode(targets: &[(usize, &'static str)]) -> &'static str {
    match targets.first() {
        Some((_, "change" | "key_up")) => "always_last",
        Some((_, "stream")) => "multiple",
        _ => "once",
    }
}

/// A function with its components, its types gone.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of its own about the function"
)]
pub(super) struct Wired {
    handler: Handler,
    inputs: Vec<usize>,
    outputs: Vec<usize>,
    generator: bool,
    is_batch: bool,
    /// What `#[endpoint]` says of the function, if it stands on it.
    endpoint: Option<&'static Endpoint>,
    /// What it keeps for each session, and before which input that stands.
    states: Vec<(usize, TypeId)>,
    hears_event_data: bool,
    needs_event_data: bool,
    depends_on: Option<&'static str>,
    /// Whether it changes props.
    updates: bool,
    name: String,
    place: &'static Location<'static>,
}

impl Wired {
    #[track_caller]
    #[allow(
        clippy::needless_pass_by_value,
        reason = "inputs and outputs are a reference or a tuple of references"
    )]
    pub(super) fn new<F, A, Kind, How, I, O>(function: F, inputs: I, outputs: O) -> Self
    where
        F: Function<A, Kind>,
        I: Inputs<A>,
        O: Outputs<F::Value, How>,
        A: 'static,
        Kind: 'static,
    {
        let endpoint = registered(F::annotated());
        let mode = endpoint.map_or(F::MODE, |endpoint| endpoint.wired().1.mode());
        let (take, show) = (inputs.take(), outputs.show());
        let ids = inputs.ids();
        let mut extractors = Wiring::default();
        F::wire(&mut extractors);
        // Extractors come after the values.
        let states = extractors
            .states
            .iter()
            .map(|(_, kept)| (ids.len(), *kept))
            .collect();
        let function = Arc::new(function);
        let handler = Handler::new(mode, move |args| {
            let values = take(args)?;
            Ok(Arc::clone(&function).job(values, Arc::clone(&show)))
        });
        Self {
            handler,
            inputs: ids,
            outputs: outputs.ids(),
            states,
            hears_event_data: extractors.hears_event_data,
            needs_event_data: extractors.needs_event_data,
            depends_on: extractors.depends_on,
            updates: outputs.updates(),
            generator: F::GENERATOR,
            is_batch: F::BATCH,
            endpoint,
            name: function_name(F::name()),
            place: Location::caller(),
        }
    }

    /// What draws a part of the page, into `container`.
    #[track_caller]
    pub(super) fn drawing(
        handler: Handler,
        inputs: Vec<usize>,
        container: usize,
        extractors: &Wiring,
    ) -> Self {
        let states = extractors.states.iter();
        Self {
            handler,
            states: states.map(|(_, kept)| (inputs.len(), *kept)).collect(),
            inputs,
            outputs: vec![container],
            hears_event_data: extractors.hears_event_data,
            needs_event_data: extractors.needs_event_data,
            depends_on: extractors.depends_on,
            updates: false,
            generator: false,
            is_batch: false,
            endpoint: None,
            name: "render".into(),
            place: Location::caller(),
        }
    }

    pub(super) fn listen(self, blocks: &Shared, targets: Vec<(usize, &'static str)>) -> Listener {
        let blocks = blocks.here();
        let mut all = blocks.get();
        let id = all.ids.event();
        let states = self.states.clone();
        let described = self.described(&all, id);
        let is_stream = targets.iter().any(|(_, event)| *event == "stream");
        let event = Dependency {
            trigger_mode: usual_mode(&targets),
            // What goes on and on needs no veil.
            show_progress: if is_stream {
                "minimal"
            } else {
                described.show_progress
            },
            targets,
            ..described
        };
        all.listen(event, &states);
        drop(all);
        Listener { blocks, id }
    }

    pub(super) fn states(&self) -> &[(usize, TypeId)] {
        &self.states
    }

    /// As an event that nothing sets off yet.
    pub(super) fn described(self, all: &Blocks, id: usize) -> Dependency {
        let specs = self.inputs.iter().enumerate().map(|(index, &input)| {
            let component = all.find(input).map(|block| block.component);
            let label = component.as_ref().and_then(|it| it.base().label.clone());
            let name = self.parameter(index);
            let name = name.map_or_else(|| parameter_name(label, index), Into::into);
            spec(name, component.as_deref(), false)
        });
        let specs = specs.collect();
        let params = self.endpoint.map_or(&[][..], |endpoint| endpoint.params);
        let docs = |index: usize| params.get(index).map_or("", |param| param.docs);
        let docs = (0..self.inputs.len()).map(docs).collect();
        let described = match self.endpoint {
            Some(endpoint) => Dependency::of(id, endpoint, self.handler),
            None => Dependency {
                handler: Some(self.handler),
                function: self.name,
                place: (self.place.file(), self.place.line()),
                visibility: Visibility::Public,
                queue: true,
                limit: Limit::Default,
                generator: self.generator,
                ..Dependency::empty(id)
            },
        };
        let visibility = match described.visibility {
            // Nobody else can say what such an event tells: it is not offered to clients.
            Visibility::Public if self.needs_event_data => Visibility::Undocumented,
            other => other,
        };
        Dependency {
            visibility,
            wired_at: (self.place.file(), self.place.line()),
            hears_event_data: self.hears_event_data,
            depends_on: self.depends_on,
            updates: self.updates,
            batch: self.is_batch,
            docs,
            inputs: self.inputs,
            outputs: self.outputs,
            specs,
            ..described
        }
    }

    fn parameter(&self, index: usize) -> Option<&'static str> {
        self.endpoint?.params.get(index).map(|param| param.name)
    }
}

/// The annotated function with this type.
fn registered(function: TypeId) -> Option<&'static Endpoint> {
    inventory::iter::<Endpoint>
        .into_iter()
        .find(|endpoint| (endpoint.type_id)() == function)
}

/// `gallery::demos::flip` is `flip`; a closure has no name of its own.
fn function_name(path: &str) -> String {
    let path = path.split('<').next().unwrap_or(path);
    match path.rsplit("::").next() {
        Some("{{closure}}") | None => "lambda".into(),
        Some(name) => name.into(),
    }
}

/// A label as a parameter's name: `Your name` is `your_name`.
fn parameter_name(label: Option<String>, index: usize) -> String {
    let label = label.unwrap_or_default().to_lowercase();
    let name: Vec<_> = label
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect();
    if name.is_empty() {
        format!("param_{index}")
    } else {
        name.join("_")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn functions_are_called_by_their_last_name() {
        assert_eq!(function_name("gallery::demos::flip"), "flip");
        assert_eq!(function_name("gallery::page::{{closure}}"), "lambda");
        assert_eq!(
            function_name("gallery::twice<alloc::string::String>"),
            "twice"
        );
    }

    #[test]
    fn labels_name_the_parameters_of_closures() {
        assert_eq!(parameter_name(Some("Your name?".into()), 0), "your_name");
        assert_eq!(parameter_name(None, 2), "param_2");
    }
}
