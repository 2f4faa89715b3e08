//! What every component has, whatever it shows.

use std::borrow::Cow;

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

/// Where a component stands among its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Joins its neighbours in one frame, as the fields of a form do.
    Form,
    /// Holds other components.
    Block,
    /// Stands alone.
    #[default]
    Component,
}

/// Whether a component is seen.
///
/// ```
/// use vetrina::{component::Visible, prelude::*};
///
/// let hidden = Textbox::new().visible(Visible::Hidden);
/// assert_eq!(hidden.base().visible, Visible::Hidden);
/// assert_eq!(Textbox::new().visible(false).base().visible, Visible::No);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Visible {
    /// On the page, for all to see.
    #[default]
    Yes,
    /// Not on the page.
    No,
    /// On the page, for scripts to find, but not seen.
    Hidden,
}

impl From<bool> for Visible {
    fn from(visible: bool) -> Self {
        if visible { Self::Yes } else { Self::No }
    }
}

impl Serialize for Visible {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Yes => serializer.serialize_bool(true),
            Self::No => serializer.serialize_bool(false),
            Self::Hidden => serializer.serialize_str("hidden"),
        }
    }
}

/// The props that every component has.
#[derive(Debug, Clone)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "they are props, each its own on the wire"
)]
pub struct Base {
    /// The name above it; an endpoint's parameter gets one from its own name.
    pub label: Option<String>,
    /// A sentence of help under the label.
    pub info: Option<String>,
    /// Whether the label is drawn.
    pub show_label: bool,
    /// Whether it has a frame, and shares it with its neighbours in a form.
    pub container: bool,
    /// Its share of the width of a row.
    pub scale: Option<u32>,
    /// The least width in pixels before a row wraps.
    pub min_width: Option<u32>,
    /// Whether a person can change it; when unset, inputs can be changed and outputs cannot.
    pub interactive: Option<bool>,
    /// Whether it is seen.
    pub visible: Visible,
    /// The `id` of its element, for CSS and scripts.
    pub elem_id: Option<String>,
    /// Classes of its element, for CSS.
    pub elem_classes: Vec<String>,
    /// Keeps its value when the page around it is drawn anew.
    pub key: Option<Value>,
    /// The props that the key keeps; its value unless set.
    pub preserved_by_key: Option<Vec<String>>,
    /// The value it starts with, as it travels. `Some(Value::Null)` is a choice: it starts empty,
    /// and a call may leave it out.
    pub value: Option<Value>,
    /// What went wrong while it was built; told at start, with the place.
    pub errors: Vec<String>,
    /// The props that were set by their methods, under their names in the config: what an
    /// [`Update`](crate::endpoint::Update) sends.
    pub touched: Vec<Cow<'static, str>>,
}

impl Base {
    /// The base props a component of this kind starts with.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        let drawn = kind != Kind::Block;
        Self {
            label: None,
            info: None,
            show_label: drawn,
            container: drawn,
            scale: None,
            min_width: drawn.then_some(160),
            interactive: None,
            visible: Visible::Yes,
            elem_id: None,
            elem_classes: Vec::new(),
            key: None,
            preserved_by_key: None,
            value: None,
            errors: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// Whether a prop was set.
    #[must_use]
    pub fn has_touched(&self, name: &str) -> bool {
        self.touched.iter().any(|touched| touched == name)
    }

    /// Notes that a prop was set, so that an [`Update`](crate::endpoint::Update) changes it: setters
    /// that are written by hand do so, by the prop's name.
    pub fn touch(&mut self, name: &'static str) {
        self.touched.push(Cow::Borrowed(name));
    }

    /// The base props as they are sent; those that are unset are null.
    pub(crate) fn props(&self, kind: Kind) -> Map<String, Value> {
        let mut props = Map::new();
        let mut put = |name: &str, value: Value| props.insert(name.into(), value);
        put("label", json!(self.label));
        put("info", json!(self.info));
        put("scale", json!(self.scale));
        put("min_width", json!(self.min_width));
        put("interactive", json!(self.interactive));
        put("visible", json!(self.visible));
        put("elem_id", json!(self.elem_id));
        put("key", json!(self.key));
        if kind == Kind::Block {
            put(
                "preserved_by_key",
                json!(self.preserved_by_key.as_deref().unwrap_or_default()),
            );
            if !self.elem_classes.is_empty() {
                put("elem_classes", json!(self.elem_classes));
            }
        } else {
            let preserved = self.preserved_by_key.as_ref();
            put(
                "preserved_by_key",
                preserved.map_or_else(|| json!(["value"]), |props| json!(props)),
            );
            put("elem_classes", json!(self.elem_classes));
            put("show_label", json!(self.show_label));
            put("container", json!(self.container));
            put("_selectable", json!(false));
        }
        props
    }
}
