//! Puts components before and behind a function while an app is built.

use std::{any::TypeId, fmt, sync::Arc};

use super::{
    Args, Ctx, Failure, FromCall, Handler, Mode, Outcome, Output, Param, Probe, Question, Refused,
    Update, Verdicts,
};
use crate::{
    chat::{self, Answer, MessageBox, Reply, Said},
    component::{
        AnyComponent, Base, Component, Invalid, Postprocess, Preprocess, Sink, Source, build,
    },
    components::{Chatbot, Json, MultimodalData},
};

/// The components of one function, in order.
///
/// Generated code calls one method for each parameter and each result; which parameter is meant
/// follows from the order of the calls.
#[derive(Default)]
pub struct Wiring {
    params: &'static [Param],
    /// The place of the next call in `params`.
    next: usize,
    returns: usize,
    /// What the function takes from the page or an API client.
    pub inputs: Vec<WiredInput>,
    /// The box of a chat function's messages.
    pub(crate) message: Option<chat::Composer>,
    /// What shows its results.
    pub outputs: Vec<Arc<dyn AnyComponent>>,
    /// The types of the values it keeps for each session, and before which input they stand.
    pub(crate) states: Vec<(usize, TypeId)>,
    /// Whether it wants to know of the event that calls it.
    pub(crate) hears_event_data: bool,
    /// Whether it cannot do without what the event tells, so that only the page can call it.
    pub(crate) needs_event_data: bool,
    /// What it takes from the call that may be another for equal arguments.
    pub(crate) depends_on: Option<&'static str>,
    /// What judges its arguments, and of how many it says something.
    pub(crate) judge: Option<(Handler, usize)>,
}

/// A parameter and the component that gives its value.
pub struct WiredInput {
    /// The parameter's name.
    pub name: &'static str,
    /// The parameter's doc comment.
    pub docs: &'static str,
    /// Where its value comes from.
    pub component: Arc<dyn AnyComponent>,
    /// Whether a call may leave it out; the component's value then stands in.
    pub has_default: bool,
    /// Whether it stands aside, among the additional inputs.
    pub additional: bool,
}

/// Where the value of one parameter comes from.
pub enum Slot<T> {
    /// From a component.
    Component {
        /// Decodes, checks and converts what was sent.
        source: Arc<dyn Source<T>>,
        /// The place in [`Wiring::inputs`].
        index: usize,
    },
    /// From the call itself.
    FromCall(fn(&mut Ctx) -> Result<T, Failure>),
}

impl<T> Clone for Slot<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Component { source, index } => Self::Component {
                source: Arc::clone(source),
                index: *index,
            },
            Self::FromCall(get) => Self::FromCall(*get),
        }
    }
}

impl Wiring {
    /// Nothing wired yet, for a function with these parameters and so many results.
    #[must_use]
    pub fn new(params: &'static [Param], returns: usize) -> Self {
        Self {
            params,
            returns,
            ..Self::default()
        }
    }

    /// The next parameter, given by `component`. A value the component starts with is its default.
    pub fn input<T, C: Preprocess<T>>(&mut self, component: C) -> Slot<T> {
        let has_default = AnyComponent::initial_value(&component).is_some();
        self.wire(component, has_default)
    }

    /// The next parameter, given by `component`, `default` when left out.
    pub fn input_or<T, C>(&mut self, mut component: C, default: T) -> Slot<T>
    where
        C: Preprocess<T> + Postprocess<T>,
    {
        build::set_value(&mut component, default);
        self.wire(component, true)
    }

    /// The next parameter, given by `component`, nothing when left out.
    pub fn input_or_none<T, C>(&mut self, mut component: C) -> Slot<Option<T>>
    where
        C: Preprocess<Option<T>>,
    {
        component
            .base_mut()
            .value
            .get_or_insert(serde_json::Value::Null);
        self.wire(component, true)
    }

    /// The next parameter, made from the call.
    pub fn from_call<T: FromCall>(&mut self) -> Slot<T> {
        T::wire(self);
        self.next += 1;
        Slot::FromCall(T::from_call)
    }

    /// Has the arguments judged before a call is taken.
    pub fn judge<V: Outcome<Value: Verdicts>>(
        &mut self,
        prepare: impl Fn(&mut Args<'_>) -> Result<Question<V>, Refused> + Send + Sync + 'static,
    ) {
        let judge = Handler::new(Mode::Blocking, move |args| Ok(prepare(args)?.job));
        self.judge = Some((judge, V::Value::COUNT));
    }

    /// Notes that the function takes a `T` from the call, which may be another one for equal
    /// arguments.
    pub(crate) fn depends_on<T>(&mut self) {
        let name = std::any::type_name::<T>();
        let bare = name
            .split('<')
            .next()
            .and_then(|path| path.rsplit("::").next());
        self.depends_on.get_or_insert(bare.unwrap_or(name));
    }

    /// The message that a chat function takes, written in `component`.
    pub fn message<T: Said, C: MessageBox>(&mut self, mut component: C) -> Slot<T> {
        self.label_input(component.base_mut());
        self.next += 1;
        let component = Arc::new(component);
        self.message = Some(chat::Composer {
            component: Arc::clone(&component) as Arc<dyn AnyComponent>,
            source: component as Arc<dyn Source<MultimodalData>>,
        });
        Slot::FromCall(chat::message)
    }

    /// The message that a chat function takes, written in what its type is written in.
    pub fn usual_message<T: Said>(&mut self) -> Slot<T> {
        self.message(T::component())
    }

    /// What was said before, for a chat function.
    pub fn history<T>(&mut self) -> Slot<T>
    where
        Chatbot: Preprocess<T>,
    {
        self.next += 1;
        Slot::FromCall(chat::history)
    }

    /// What a chat function answers.
    pub fn reply<T: Reply>(&mut self, _: Probe<T>) -> Output<T> {
        self.outputs
            .push(Arc::new(Json::new().label("Response").visible(false)));
        Output::new(Arc::new(Answer))
    }

    /// Notes that the function keeps a value of type `T` for each session.
    pub(crate) fn keep_state<T: 'static>(&mut self) {
        self.states.push((self.inputs.len(), TypeId::of::<T>()));
    }

    /// The next result, shown by `component`.
    pub fn output<T, C: Postprocess<T>>(&mut self, _: Probe<T>, mut component: C) -> Output<T> {
        self.label_output(component.base_mut());
        let component = Arc::new(component);
        self.outputs
            .push(Arc::clone(&component) as Arc<dyn AnyComponent>);
        Output::new(component as Arc<dyn Sink<T>>)
    }

    /// The next result, changes of the props of `component`.
    pub fn output_changes<C: Component>(&mut self, mut component: C) -> Output<Update<C>> {
        self.label_output(component.base_mut());
        self.outputs.push(Arc::new(component));
        Output::new(Arc::new(Changes))
    }

    fn wire<T, C: Preprocess<T>>(&mut self, mut component: C, has_default: bool) -> Slot<T> {
        self.label_input(component.base_mut());
        let component = Arc::new(component);
        let index = self.push(Arc::clone(&component) as Arc<dyn AnyComponent>, has_default);
        Slot::Component {
            source: component as Arc<dyn Source<T>>,
            index,
        }
    }

    fn push(&mut self, component: Arc<dyn AnyComponent>, has_default: bool) -> usize {
        let Param {
            name,
            docs,
            additional,
        } = self.params[self.next];
        self.next += 1;
        self.inputs.push(WiredInput {
            name,
            docs,
            component,
            has_default,
            additional,
        });
        self.inputs.len() - 1
    }

    fn label_input(&self, base: &mut Base) {
        let Param { name, docs, .. } = self.params[self.next];
        base.label.get_or_insert_with(|| humanised(name));
        if base.info.is_none() && !docs.is_empty() {
            base.info = Some(one_line(docs));
        }
    }

    fn label_output(&self, base: &mut Base) {
        let number = self.outputs.len() + 1;
        base.label.get_or_insert_with(|| match self.returns {
            1 => "Output".into(),
            _ => format!("Output {number}"),
        });
    }
}

/// Shows what changes of a component, as clients expect it.
struct Changes;

impl<C: Component> Sink<Update<C>> for Changes {
    fn write(&self, update: Update<C>, out: &mut Vec<u8>) -> Result<(), Invalid> {
        let mut props = update.changes();
        props.insert("__type__".into(), "update".into());
        serde_json::to_writer(out, &props).map_err(|error| error.to_string().into())
    }
}

/// A parameter's name as a person would write it: `how_many` becomes `How many`.
pub(crate) fn humanised(name: &str) -> String {
    let words = name.trim_matches('_').replace('_', " ");
    let mut letters = words.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => name.into(),
    }
}

/// A doc comment is wrapped for the source file, not for the page.
fn one_line(docs: &str) -> String {
    docs.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Debug for Wiring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let outputs: Vec<_> = self.outputs.iter().map(|output| output.wire()).collect();
        f.debug_struct("Wiring")
            .field("inputs", &self.inputs)
            .field("outputs", &outputs)
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for WiredInput {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WiredInput")
            .field("name", &self.name)
            .field("component", &self.component.wire())
            .field("has_default", &self.has_default)
            .finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Slot<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Component { index, .. } => write!(f, "Slot::Component({index})"),
            Self::FromCall(_) => f.write_str("Slot::FromCall"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_read_like_words() {
        for (name, label) in [
            ("name", "Name"),
            ("how_many", "How many"),
            ("_unused", "Unused"),
            ("größe", "Größe"),
            ("ärger", "Ärger"),
            ("_", "_"),
        ] {
            assert_eq!(humanised(name), label);
        }
    }

    #[test]
    fn a_wrapped_doc_comment_is_one_line_of_info() {
        assert_eq!(
            one_line("Whom to\ngreet,\n\nand how."),
            "Whom to greet, and how."
        );
    }
}
