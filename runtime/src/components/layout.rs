//! What holds other components: rows, columns, tabs and the like.
//!
//! A page makes them with the methods of [`Ui`](crate::Ui); as components they are only props.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Length;
use crate::{component, component::Derived};

/// How much a row or a column stands out from the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LayoutVariant {
    /// Not at all.
    Default,
    /// On a panel of its own.
    Panel,
    /// Without gaps.
    Compact,
}

/// Components side by side.
#[component(kind = block)]
#[derive(Debug, Clone)]
pub struct Row {
    /// How much it stands out.
    #[prop(default = LayoutVariant::Default)]
    pub variant: LayoutVariant,
    /// How high it is.
    pub height: Option<Length>,
    /// How high it may grow before it scrolls.
    pub max_height: Option<Length>,
    /// How high it is at least.
    pub min_height: Option<Length>,
    /// Whether all in it are as high as the highest.
    pub equal_height: bool,
    /// Whether it shows progress when a function fills it.
    pub show_progress: bool,
}

/// Components one under the other.
#[component(kind = block, base(scale = 1, min_width = 320))]
#[derive(Debug, Clone)]
pub struct Column {
    /// How much it stands out.
    #[prop(default = LayoutVariant::Default)]
    pub variant: LayoutVariant,
    /// Whether it shows progress when a function fills it.
    pub show_progress: bool,
}

/// The frame around neighbouring fields; the page puts it there by itself.
#[component(kind = block, base(scale = 0, min_width = 0))]
#[derive(Debug, Clone)]
pub struct Form {}

impl Form {
    // A frame is seen when its fields are.
    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.remove("visible");
        props
    }
}

/// Several pages in one place, one of them open.
#[component(kind = block, events(change, select))]
#[derive(Debug, Clone)]
pub struct Tabs {
    /// The [`id`](Tab::id) of the tab that is open at first.
    pub selected: Option<Value>,
}

/// One page of [`Tabs`].
#[component(kind = block, wire = "tabitem", name = "tab", events(select))]
#[derive(Debug, Clone)]
pub struct Tab {
    /// The name on the tab.
    #[prop(required)]
    pub label: String,
    /// What [`Tabs::selected`] knows it by: a number or a text.
    pub id: Option<Value>,
    /// Whether it can be opened.
    #[prop(default = true)]
    pub interactive: bool,
    /// Whether its content is there before it is opened.
    pub render_children: bool,
}

/// Components without gaps between them.
#[component(kind = block)]
#[derive(Debug, Clone)]
pub struct Group {}

/// A headline that folds what is under it.
#[component(kind = block, events(expand, collapse))]
#[derive(Debug, Clone)]
pub struct Accordion {
    /// The headline.
    #[prop(required)]
    pub label: String,
    /// Whether it starts unfolded.
    #[prop(default = true)]
    pub open: bool,
}
