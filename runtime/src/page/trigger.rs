//! What sets events off, and wires functions to them.

use std::{any::TypeId, panic::Location, rc::Rc, sync::Arc};

use super::{Dependency, Inputs, Listener, Outputs, Shared, dependency::spec};
use crate::component::Origin;
use crate::endpoint::{Endpoint, Function, Handler, Limit, Visibility, Wiring};

/// One component on a page, as the source of events.
#[derive(Debug, Clone)]
pub(super) struct Trigger {
    pub(super) blocks: Shared,
    pub(super) id: usize,
}

/// Runs `function` when `event` happens at `origin`: with the values of `inputs`, shown in
/// `outputs`. The methods that `#[component]` writes for events call it.
///
/// # Panics
/// When `origin` was not made by a page, which nothing but a page can do.
#[doc(hidden)]
#[track_caller]
pub fn on<F, A, Kind, How, I, O>(
    origin: &Origin,
    event: &'static str,
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
    let Some(Trigger { blocks, id }) = origin.place() else {
        unreachable!("only pages make origins");
    };
    Wired::new(function, inputs, outputs).listen(blocks, vec![(*id, event)])
}

/// A function with its components, its types gone.
pub(super) struct Wired {
    handler: Handler,
    inputs: Vec<usize>,
    outputs: Vec<usize>,
    generator: bool,
    /// What `#[endpoint]` says of the function, if it stands on it.
    endpoint: Option<&'static Endpoint>,
    /// What it keeps for each session, and before which input that stands.
    states: Vec<(usize, TypeId)>,
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
        let endpoint = registered(TypeId::of::<F>());
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
            generator: F::GENERATOR,
            endpoint,
            name: function_name(std::any::type_name::<F>()),
            place: Location::caller(),
        }
    }

    pub(super) fn listen(self, blocks: &Shared, targets: Vec<(usize, &'static str)>) -> Listener {
        let mut all = blocks.borrow_mut();
        let id = all.dependencies.len();
        let specs = self.inputs.iter().enumerate().map(|(index, &input)| {
            let component = &all.get(input).component;
            let label = component.base().label.clone();
            let name = self.parameter(index);
            spec(
                name.map_or_else(|| parameter_name(label, index), Into::into),
                &**component,
                false,
            )
        });
        let specs = specs.collect();
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
        let event = Dependency {
            targets,
            docs: vec![""; self.inputs.len()],
            inputs: self.inputs,
            outputs: self.outputs,
            specs,
            ..described
        };
        all.listen(event, &self.states);
        drop(all);
        Listener {
            blocks: Rc::clone(blocks),
            id,
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
