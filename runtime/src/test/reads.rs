//! What a person sees at a page, and what its app keeps behind it.

use std::sync::{Arc, PoisonError, RwLock};

use axum::body::Bytes;
use serde::{Deserialize as _, de::DeserializeOwned};
use serde_json::Value;

use super::{Name, Note, Page, part::shown};
use crate::components::kept_values;

impl Page {
    /// The value of what stands there.
    ///
    /// # Panics
    /// When there is nothing of that name, or its value is of another type.
    #[track_caller]
    #[must_use]
    pub fn value<'a, T: DeserializeOwned>(&self, name: impl Into<Name<'a>>) -> T {
        let name = name.into();
        let value = self.play.parts.find(name).value();
        serde_json::from_value(value.clone()).unwrap_or_else(|error| {
            panic!(
                "{name:?} is {value}, which is no {}: {error}",
                std::any::type_name::<T>()
            )
        })
    }

    /// The value as text: texts as they are, nothing where there is none, all else as JSON.
    ///
    /// # Panics
    /// When there is nothing of that name.
    #[track_caller]
    #[must_use]
    pub fn text<'a>(&self, name: impl Into<Name<'a>>) -> String {
        shown(&self.play.parts.find(name.into()).value())
    }

    /// The rows of a table.
    ///
    /// # Panics
    /// When there is nothing of that name, it is no table, or its cells are of another type.
    #[track_caller]
    #[must_use]
    pub fn rows<'a, T: DeserializeOwned>(&self, name: impl Into<Name<'a>>) -> Vec<Vec<T>> {
        let name = name.into();
        let value = self.play.parts.find(name).value();
        Vec::deserialize(&value["data"]).unwrap_or_else(|error| {
            panic!(
                "the rows of {name:?}, {value}, are no {}: {error}",
                std::any::type_name::<T>()
            )
        })
    }

    /// A prop as it is now, by its name on the wire: `lines`, `placeholder`; null where it is not set.
    ///
    /// # Panics
    /// When there is nothing of that name.
    #[track_caller]
    #[must_use]
    pub fn prop<'a>(&self, name: impl Into<Name<'a>>, prop: &str) -> Value {
        self.play.parts.find(name.into()).prop(prop).clone()
    }

    /// What the choices are called.
    ///
    /// # Panics
    /// When there is nothing of that name.
    #[track_caller]
    #[must_use]
    pub fn choices<'a>(&self, name: impl Into<Name<'a>>) -> Vec<String> {
        let choices = self.play.parts.find(name.into()).choices();
        choices.map(|(name, _)| name).collect()
    }

    /// Whether it can be seen: neither it nor what it stands in is hidden.
    ///
    /// # Panics
    /// When there is nothing of that name.
    #[track_caller]
    #[must_use]
    pub fn is_visible<'a>(&self, name: impl Into<Name<'a>>) -> bool {
        let parts = &self.play.parts;
        parts.is_visible(parts.find(name.into()))
    }

    /// What is said below a field of the value that was given there, and not accepted.
    ///
    /// # Panics
    /// When there is nothing of that name.
    #[track_caller]
    #[must_use]
    pub fn error<'a>(&self, name: impl Into<Name<'a>>) -> Option<&str> {
        self.play.parts.find(name.into()).blame.as_deref()
    }

    /// What the page said in a corner so far: errors of functions, and their alerts.
    #[must_use]
    pub fn notes(&self) -> &[Note] {
        &self.play.notes
    }

    /// The file that is shown there.
    ///
    /// # Panics
    /// When there is nothing of that name, or no file.
    #[track_caller]
    #[must_use]
    pub fn file<'a>(&self, name: impl Into<Name<'a>>) -> Bytes {
        let value = self.play.parts.find(name.into()).value();
        let path = ["/path", "/video/path", "/0/path", "/0/image/path"];
        let path = path.iter().find_map(|path| value.pointer(path)?.as_str());
        let path = path.unwrap_or_else(|| panic!("there is no file, but {value}"));
        let (status, bytes) = self.play.host.file(path);
        assert!(status.is_success(), "{path} is not there: {status}");
        bytes
    }

    /// A copy of the [`State`](crate::endpoint::State) or of the value of
    /// [`ui.state`](crate::page::Ui::state) that is kept for this visitor, by its type; none where no
    /// function has asked for it yet.
    ///
    /// # Panics
    /// When several values of that type are kept.
    #[track_caller]
    #[must_use]
    pub fn state<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        let cells = self
            .play
            .host
            .app
            .engine
            .sessions()
            .find(&self.play.session)?;
        let own = cells.all::<RwLock<T>>();
        let own = own.iter().map(copy);
        let mut all: Vec<T> = own.chain(kept_values(&cells)).collect();
        assert!(
            all.len() < 2,
            "{} values of the type {} are kept: give them types of their own",
            all.len(),
            std::any::type_name::<T>()
        );
        all.pop()
    }

    /// A copy of the value that all visitors share, [`Shared`](crate::endpoint::Shared), by its type;
    /// none where no function has asked for it yet.
    #[must_use]
    pub fn shared<T: Clone + Send + Sync + 'static>(&self) -> Option<T> {
        let all = self.play.host.app.engine.shared().all::<RwLock<T>>();
        all.first().map(copy)
    }
}

fn copy<T: Clone>(value: &Arc<RwLock<T>>) -> T {
    value.read().unwrap_or_else(PoisonError::into_inner).clone()
}
