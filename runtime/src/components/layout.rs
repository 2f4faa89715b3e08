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
#[component(kind = block, wire = "tabitem", name = "tab", events(select), manual(new))]
#[derive(Debug, Clone)]
pub struct Tab {
    /// The name on the tab.
    pub label: String,
    /// What [`Tabs::selected`] knows it by: a number or a text.
    pub id: Option<Value>,
    /// Whether it can be opened.
    #[prop(default = true)]
    pub interactive: bool,
    /// Whether its content is there before it is opened.
    pub render_children: bool,
    /// How high its content is; what is higher scrolls.
    pub height: Option<Length>,
    /// How high its content may grow before it scrolls.
    pub max_height: Option<Length>,
}

impl Tab {
    /// A tab with this label.
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self::default().label(label)
    }
}

/// Components without gaps between them.
#[component(kind = block)]
#[derive(Debug, Clone)]
pub struct Group {}

/// A headline that folds what is under it.
#[component(kind = block, events(expand, collapse), manual(new))]
#[derive(Debug, Clone)]
pub struct Accordion {
    /// The headline.
    pub label: String,
    /// Whether it starts unfolded.
    #[prop(default = true)]
    pub open: bool,
    /// How high its content is; what is higher scrolls.
    pub height: Option<Length>,
    /// How high its content may grow before it scrolls.
    pub max_height: Option<Length>,
}

impl Accordion {
    /// An accordion with this label.
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self::default().label(label)
    }
}

/// Blocks at the side of the page, which can be put away.
#[component(kind = block, events(expand, collapse))]
#[derive(Debug, Clone)]
pub struct Sidebar {
    /// What is said of it to those who cannot see it.
    pub label: Option<String>,
    /// Whether it is there at first.
    #[prop(default = true)]
    pub open: bool,
    /// How wide it is.
    #[prop(default = 320)]
    pub width: Length,
    /// On which side it stands.
    #[prop(default = Side::Left)]
    pub position: Side,
}

/// The side of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Where lines begin.
    Left,
    /// Where lines end.
    Right,
}

/// Steps that follow each other, one of them shown.
#[component(kind = block, events(change, select))]
#[derive(Debug, Clone)]
pub struct Walkthrough {
    /// The [`id`](Step::id) of the step that is shown.
    #[prop(default = 0)]
    pub selected: Option<i64>,
}

/// One step of a [`Walkthrough`].
#[component(kind = block, wire = "walkthroughstep", name = "step", events(select), manual(new))]
#[derive(Debug, Clone)]
pub struct Step {
    /// The name of the step.
    pub label: String,
    /// What [`Walkthrough::selected`] knows it by.
    pub id: Option<i64>,
    /// Whether a person may go back to it.
    #[prop(default = true)]
    pub interactive: bool,
}

impl Step {
    /// A step with this label.
    #[must_use]
    pub fn new(label: impl Into<String>) -> Self {
        Self::default().label(label)
    }
}

/// Blocks that a person can put in another order, by mouse, touch or keyboard.
#[component(kind = block)]
#[derive(Debug, Clone)]
pub struct Draggable {
    /// Whether they stand side by side or one under the other.
    #[prop(default = Orientation::Column)]
    pub orientation: Orientation,
}

/// How blocks follow each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Orientation {
    /// Side by side.
    Row,
    /// One under the other.
    Column,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::component::{AnyComponent, Kind};

    fn assert_props(component: &dyn AnyComponent, name: &str, mut expected: Value) {
        expected["name"] = json!(name);
        expected["preserved_by_key"] = json!([]);
        assert_eq!(Value::from(component.props()), expected);
        assert_eq!(component.kind(), Kind::Block);
        assert!(component.skip_api());
    }

    #[test]
    fn props_are_those_of_the_protocol() {
        let row = json!({"variant": "default", "visible": true, "equal_height": false, "show_progress": false});
        assert_props(&Row::new(), "row", row);
        let column = json!({
            "scale": 1, "min_width": 320, "variant": "panel", "visible": true, "show_progress": false,
        });
        assert_props(
            &Column::new().variant(LayoutVariant::Panel),
            "column",
            column,
        );
        assert_props(&Form::new(), "form", json!({"scale": 0, "min_width": 0}));
        assert_props(
            &Tabs::new().selected("two"),
            "tabs",
            json!({"selected": "two", "visible": true}),
        );
        let tab = json!({
            "label": "One", "id": "one", "visible": true, "interactive": true, "render_children": false,
        });
        assert_props(&Tab::new("One").id("one"), "tab", tab);
        let sides = |block: &dyn AnyComponent| {
            let props = block.props();
            json!([props["height"], props["max_height"]])
        };
        let tab = Tab::new("One").height(200).max_height("50vh");
        assert_eq!(sides(&tab), json!([200, "50vh"]));
        assert_props(&Group::new(), "group", json!({"visible": true}));
        let accordion = json!({"label": "More", "open": false, "visible": false});
        assert_props(
            &Accordion::new("More").open(false).visible(false),
            "accordion",
            accordion,
        );
        let accordion = Accordion::new("More").height("10rem").max_height(90);
        assert_eq!(sides(&accordion), json!(["10rem", 90]));
    }

    #[test]
    fn guides_and_sides_have_the_props_of_the_protocol() {
        let sidebar = json!({"open": true, "visible": true, "width": 320, "position": "left"});
        assert_props(&Sidebar::new(), "sidebar", sidebar);
        let right = json!({
            "label": "More", "open": false, "visible": true, "width": "30%", "position": "right",
        });
        let sidebar = Sidebar::new().label("More").open(false).width("30%");
        assert_props(&sidebar.position(Side::Right), "sidebar", right);
        let walk = json!({"selected": 0, "visible": true});
        assert_props(&Walkthrough::new(), "walkthrough", walk);
        let step = json!({"label": "One", "id": 1, "visible": true, "interactive": true});
        assert_props(&Step::new("One").id(1), "step", step);
        let draggable = json!({"orientation": "row", "visible": true});
        assert_props(
            &Draggable::new().orientation(Orientation::Row),
            "draggable",
            draggable,
        );
    }

    #[test]
    fn a_tab_goes_by_two_names() {
        let tab = Tab::new("One");
        assert_eq!(tab.wire(), "tabitem");
        assert_eq!(tab.type_name(), "Tab");
    }

    #[test]
    fn classes_are_sent_when_there_are_some() {
        assert_eq!(
            AnyComponent::props(&Group::new().elem_classes(["wide"]))["elem_classes"],
            json!(["wide"])
        );
    }
}
