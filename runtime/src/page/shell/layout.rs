//! Rows, columns, tabs and the like: what holds blocks and has no value.

use super::{
    config::{Config, Node},
    controls, frame, guide,
    markup::Markup,
};

/// What a block stands in, as far as it changes how it is drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Page,
    Row,
    /// Buttons side by side.
    Actions,
    /// The lit pane that holds answers.
    Panel,
    Column,
}

/// Everything between the header and the footer.
pub(super) fn page(out: &mut Markup, config: &Config<'_>) {
    // What stands at the side is none of the page's own matter.
    let (sides, nodes): (Vec<_>, Vec<_>) = config.top().partition(|node| node.kind == "sidebar");
    for side in &sides {
        guide::sidebar(out, config, side);
    }
    out.raw("<main class=\"page\">\n");
    // The words that come first are the head of the page.
    let words = nodes
        .iter()
        .take_while(|node| node.kind == "markdown" && node.is_visible())
        .count();
    let (head, rest) = nodes.split_at(words);
    if !head.is_empty() {
        out.raw("<header class=\"page-head\">\n");
        for node in head {
            frame::block(out, node, false);
        }
        out.raw("</header>\n");
    }
    if !head.iter().any(has_heading) {
        out.raw("<h1 class=\"sr-only\">")
            .text(config.title())
            .raw("</h1>\n");
    }
    for node in rest {
        draw(out, config, node, Place::Page);
    }
    out.raw("</main>\n");
}

/// What a function drew, to stand in a row or a column.
pub(super) fn part(out: &mut Markup, config: &Config<'_>, place: Place) {
    for node in config.top() {
        draw(out, config, &node, place);
    }
}

fn has_heading(node: &Node<'_>) -> bool {
    let text = node.value().as_str().unwrap_or_default();
    text.trim_start().starts_with("# ") || text.contains("<h1")
}

pub(super) fn draw(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    match node.kind {
        // Nothing to see, or drawn elsewhere.
        "state" | "browserstate" | "timer" | "api" | "navbar" | "tabitem" | "walkthroughstep" => {}
        "row" => row(out, config, node, place),
        "column" => column(out, config, node, place),
        "sidebar" => guide::sidebar(out, config, node),
        "walkthrough" => guide::walkthrough(out, config, node, place),
        "draggable" => draggable(out, config, node, place),
        "form" | "group" => {
            open(out, node, node.kind, place);
            out.raw(">\n");
            inside(
                out,
                config,
                node,
                if place == Place::Row {
                    Place::Row
                } else {
                    Place::Column
                },
            );
            close(out, node);
        }
        "tabs" => tabs(out, config, node, place),
        "accordion" => accordion(out, config, node, place),
        kind if is_button(kind) => {
            let tag = frame::tag(kind);
            out.raw("<").raw(&tag).attr("data-id", &node.id.to_string());
            frame::size(out, node, matches!(place, Place::Row | Place::Actions));
            out.raw(">");
            controls::button(out, node);
            out.raw("</").raw(&tag).raw(">\n");
        }
        _ if node.holds_others() => {
            open(out, node, &format!("column {}", node.kind), place);
            out.raw(">\n");
            inside(out, config, node, Place::Column);
            close(out, node);
        }
        _ => frame::block(out, node, place == Place::Row),
    }
}

fn is_button(kind: &str) -> bool {
    matches!(kind, "button" | "uploadbutton" | "downloadbutton")
}

pub(super) fn inside(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    for child in config.below(node) {
        draw(out, config, &child, place);
    }
}

pub(super) fn open(out: &mut Markup, node: &Node<'_>, class: &str, place: Place) {
    out.raw("<").raw(&frame::tag(node.kind));
    frame::identity(out, node, class);
    frame::size(out, node, place == Place::Row);
}

/// What a person may put in another order.
fn draggable(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    let side_by_side = node.text("orientation") == Some("row");
    let (class, inner) = if side_by_side {
        ("draggable row", Place::Row)
    } else {
        ("draggable column", Place::Column)
    };
    open(out, node, class, place);
    out.raw(">\n");
    inside(out, config, node, inner);
    close(out, node);
}

pub(super) fn close(out: &mut Markup, node: &Node<'_>) {
    out.raw("</").raw(&frame::tag(node.kind)).raw(">\n");
}

fn row(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    let children: Vec<_> = config.below(node).collect();
    let only_buttons = !children.is_empty() && children.iter().all(|child| is_button(child.kind));
    let beside_panel = children.iter().any(|child| child.has_variant("panel"));
    let (class, inner) = match (only_buttons, place) {
        (true, Place::Panel) => ("panel-foot", Place::Actions),
        (true, _) => ("actions", Place::Actions),
        _ if beside_panel => ("row equal wide-gap", Place::Row),
        _ if node.on("equal_height") => ("row equal", Place::Row),
        _ => ("row", Place::Row),
    };
    open(out, node, class, place);
    out.raw(">\n");
    for child in &children {
        draw(out, config, child, inner);
    }
    if class == "panel-foot" {
        out.raw(TOOK);
    }
    close(out, node);
}

/// Where a panel says how long its answer took.
const TOOK: &str = "<span class=\"count push\" data-took></span>\n";

fn column(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    if !node.has_variant("panel") {
        open(out, node, "column", place);
        out.raw(">\n");
        inside(out, config, node, Place::Column);
        close(out, node);
        return;
    }
    open(out, node, "column panel", place);
    out.raw(">\n");
    inside(out, config, node, Place::Panel);
    if !config.below(node).any(|child| child.kind == "row") {
        out.raw("<div class=\"panel-foot\">")
            .raw(TOOK)
            .raw("</div>\n");
    }
    close(out, node);
}

fn tabs(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    let items: Vec<_> = config
        .below(node)
        .filter(|item| item.kind == "tabitem")
        .collect();
    let wanted = &node.props["selected"];
    let chosen = items
        .iter()
        .position(|item| !wanted.is_null() && item.props["id"] == *wanted);
    let chosen = chosen
        .or_else(|| items.iter().position(Node::is_visible))
        .unwrap_or_default();
    open(out, node, "tabset", place);
    out.raw(">\n<div class=\"tabs\" role=\"tablist\">\n");
    for (index, item) in items.iter().enumerate() {
        let selected = index == chosen;
        out.raw("<button type=\"button\" class=\"tab\" role=\"tab\"")
            .attr("id", &format!("t{}", item.id));
        out.attr("aria-controls", &frame::element_id(item));
        out.attr("aria-selected", if selected { "true" } else { "false" });
        out.maybe("tabindex", (!selected).then_some(-1));
        out.flag("disabled", item.props["interactive"] == false)
            .flag("hidden", !item.is_visible());
        out.raw(">")
            .text(item.text("label").unwrap_or("Tab"))
            .raw("</button>\n");
    }
    out.raw("</div>\n");
    for (index, item) in items.iter().enumerate() {
        out.raw("<v-tabitem role=\"tabpanel\"")
            .attr("aria-labelledby", &format!("t{}", item.id));
        frame::identity_of(out, item, "column tabitem", index == chosen);
        frame::scrolls(out, item);
        out.raw(">\n");
        inside(out, config, item, Place::Column);
        close(out, item);
    }
    close(out, node);
}

fn accordion(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    open(out, node, "accordion", place);
    // Without a word about it, an accordion is open.
    let is_open = node.props["open"] != false;
    let label = node.text("label").unwrap_or("More");
    // The name that browser tests of Gradio's users look for.
    out.raw("><details")
        .flag("open", is_open)
        .raw("><summary role=\"button\"")
        .attr("aria-label", &format!("{label} ▼"))
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .raw("><span>");
    out.text(label).raw("</span>").raw(frame::CHEVRON_DOWN);
    out.raw("</summary>\n<div class=\"form\"");
    frame::scrolls(out, node);
    out.raw(">\n");
    inside(out, config, node, Place::Column);
    out.raw("</div></details>");
    close(out, node);
}
