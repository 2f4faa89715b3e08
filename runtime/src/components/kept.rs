//! `Kept`: a value of the session, passed to functions and back like that of any component.

use std::{
    fmt,
    sync::{Arc, Mutex, OnceLock, PoisonError},
    time::Duration,
};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::IgnoredAny};
use serde_json::{Map, Value, json};

use super::SessionState;
use crate::{
    component::{Base, Component, Derived, Invalid, Kind, Methods, Postprocess, Preprocess},
    file::to_convert,
    store::{Cells, current_session},
};

/// A value of the session, of one browser tab, that functions take and give like that of any
/// component. Nobody sees it.
///
/// A new tab, or a refresh, starts from a copy of the first value. The value lives for an hour
/// after its page is gone, unless [`time_to_live`](Self::time_to_live) says otherwise. Its event
/// `change` comes when a function gave another value than the one before.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[page]
/// fn cart(ui: &mut Ui) {
///     let cart = ui.state(Vec::new());
///     let item = ui.add(Textbox::new().label("Item"));
///     let size = ui.add(Number::new().label("Cart size"));
///     item.submit(add_item, (&item, &cart), &cart);
///     cart.change(|cart: Vec<String>| cart.len(), &cart, &size);
/// }
///
/// fn add_item(item: String, mut cart: Vec<String>) -> Vec<String> {
///     cart.push(item);
///     cart
/// }
/// ```
///
/// Calls of one session that take a value and give it back wait for each other, so none can lose
/// what another one changed. Functions that give one result after the other do not wait: one that
/// should change a value at any time takes a [`State<T>`](crate::endpoint::State) instead.
pub struct Kept<T> {
    base: Base,
    /// Its id on the page, which finds the value among those of a session.
    id: OnceLock<usize>,
    first: T,
    time_to_live: Option<Duration>,
    on_delete: Option<Farewell<T>>,
}

impl<T: Clone + Send + Sync + 'static> Kept<T> {
    /// A value that starts as a copy of `first` in each session.
    #[must_use]
    pub fn new(first: T) -> Self {
        Self {
            base: Base::new(Kind::Component),
            id: OnceLock::new(),
            first,
            time_to_live: None,
            on_delete: None,
        }
    }

    /// How long a value is kept after it was made or changed; then the session starts anew.
    #[must_use]
    pub fn time_to_live(mut self, time: Duration) -> Self {
        self.time_to_live = Some(time);
        self
    }

    /// Called with the value of a session when it is given up: to close what it stands for, to
    /// delete files.
    #[must_use]
    pub fn on_delete(mut self, done: impl Fn(&T) + Send + Sync + 'static) -> Self {
        self.on_delete = Some(Arc::new(done));
        self
    }

    /// Keeps its value when a function [draws](crate::Ui::render) it anew.
    #[must_use]
    pub fn key(mut self, key: impl Into<Value>) -> Self {
        self.base.key = Some(key.into());
        self
    }

    fn id(&self) -> usize {
        self.id.get().copied().unwrap_or_default()
    }

    fn cell(&self, cells: &Cells) -> Arc<Cell<T>> {
        cells.at(self.id(), self.time_to_live, || Cell {
            value: Mutex::new(self.first.clone()),
            on_delete: self.on_delete.clone(),
        })
    }
}

/// Copies of the values of type `T` that a session keeps.
pub(crate) fn kept_values<T: Clone + Send + Sync + 'static>(cells: &Cells) -> Vec<T> {
    let copy = |cell: Arc<Cell<T>>| {
        let value = cell.value.lock().unwrap_or_else(PoisonError::into_inner);
        value.clone()
    };
    cells.all::<Cell<T>>().into_iter().map(copy).collect()
}

/// What is told of a value that goes.
type Farewell<T> = Arc<dyn Fn(&T) + Send + Sync>;

/// The value of one session.
struct Cell<T> {
    value: Mutex<T>,
    on_delete: Option<Farewell<T>>,
}

impl<T> Drop for Cell<T> {
    fn drop(&mut self) {
        if let Some(done) = &self.on_delete {
            done(self.value.get_mut().unwrap_or_else(PoisonError::into_inner));
        }
    }
}

/// What travels in place of the value: nothing, and whatever comes is not looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Unseen;

impl Serialize for Unseen {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}

impl<'de> Deserialize<'de> for Unseen {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer)?;
        // The value is that of the moment when the function runs, not when it was called.
        to_convert();
        Ok(Self)
    }
}

impl<T: Clone + Send + Sync + 'static> Component for Kept<T> {
    type Data = Unseen;
    type Events = <SessionState as Component>::Events;
    const WIRE: &'static str = SessionState::WIRE;
    const KIND: Kind = Kind::Component;
    const EVENTS: &'static [&'static str] = SessionState::EVENTS;
    const SKIP_API: bool = true;
    const METHODS: Methods<Self> = Methods {
        api_info: |_| json!({"type": {}}),
        example_payload: |_| Value::Null,
        example_value: |_| Value::Null,
        process_example: |_, data| data.clone(),
        initial_value: |_| Some(Value::Null),
        check: |_, _| Ok(()),
        flag: |_, _, _| Ok("null".into()),
        read_from_flag: |_, _, _| Ok(Unseen),
        server: |_, _, _| None,
        streams: |_| false,
        chunks: None,
        props: |kept| {
            let mut props = Derived::props(kept);
            props.retain(|name, _| ["name", "_selectable"].contains(&name.as_str()));
            if let Some(time) = kept.time_to_live {
                props.insert("time_to_live".into(), json!(time.as_secs_f64()));
            }
            props
        },
    };

    fn base(&self) -> &Base {
        &self.base
    }

    fn base_mut(&mut self) -> &mut Base {
        &mut self.base
    }

    fn own_props(&self) -> Map<String, Value> {
        Map::new()
    }

    fn placed(&self, id: usize) {
        // It stands in one place only: a second one cannot be made of it.
        let _ = self.id.set(id);
    }
}

impl<T: Clone + Send + Sync + 'static> Preprocess<T> for Kept<T> {
    fn preprocess(&self, _: Unseen) -> Result<T, Invalid> {
        Ok(current_session().map_or_else(
            || self.first.clone(),
            |session| {
                let cell = self.cell(session.cells());
                let value = cell.value.lock().unwrap_or_else(PoisonError::into_inner);
                value.clone()
            },
        ))
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Postprocess<T> for Kept<T> {
    fn postprocess(&self, value: T) -> Result<Unseen, Invalid> {
        if let Some(session) = current_session() {
            let cell = self.cell(session.cells());
            let mut kept = cell.value.lock().unwrap_or_else(PoisonError::into_inner);
            if *kept != value {
                *kept = value;
                session.cells().touch(self.id());
                session.changed(self.id.get().copied());
            }
        }
        Ok(Unseen)
    }
}

impl<T> fmt::Debug for Kept<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Kept#{}", self.id.get().copied().unwrap_or_default())
    }
}
