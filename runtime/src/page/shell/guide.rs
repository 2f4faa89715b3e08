//! Blocks that lead through a page: steps, and what stands at the side.

use super::{
    config::{Config, Node},
    frame,
    layout::{Place, close, inside, open},
    markup::Markup,
};

/// The heads of all steps, and the steps, one of them seen.
pub(super) fn walkthrough(out: &mut Markup, config: &Config<'_>, node: &Node<'_>, place: Place) {
    let steps: Vec<_> = config
        .below(node)
        .filter(|step| step.kind == "walkthroughstep")
        .collect();
    let is_current = |step: &Node<'_>| step.props["id"] == node.props["selected"];
    let current = steps.iter().position(is_current).unwrap_or_default();
    open(out, node, "walkthrough", place);
    out.raw(">\n<ol class=\"steps\">\n");
    for (index, step) in steps.iter().enumerate() {
        let seen = step.is_visible();
        out.raw("<li").flag("hidden", !seen);
        out.raw("><button type=\"button\" class=\"step-head\"");
        out.attr("id", &format!("t{}", step.id));
        out.attr("aria-controls", &frame::element_id(step));
        out.maybe("aria-current", (index == current).then_some("step"));
        // Ahead goes who has done what is asked here.
        out.flag(
            "disabled",
            index > current || step.props["interactive"] == false,
        );
        out.raw("><span class=\"step-number\">")
            .text(&(index + 1).to_string())
            .raw("</span><span>")
            .text(step.text("label").unwrap_or("Step"))
            .raw("</span></button></li>\n");
    }
    out.raw("</ol>\n");
    for (index, step) in steps.iter().enumerate() {
        out.raw("<v-walkthroughstep role=\"group\"")
            .attr("aria-labelledby", &format!("t{}", step.id));
        frame::identity_of(out, step, "column step", index == current);
        out.raw(">\n");
        inside(out, config, step, Place::Column);
        close(out, step);
    }
    close(out, node);
}

/// What stands at the side, under the button that puts it away.
pub(super) fn sidebar(out: &mut Markup, config: &Config<'_>, node: &Node<'_>) {
    let is_open = node.props["open"] != false;
    let class = if is_open { "sidebar open" } else { "sidebar" };
    out.raw("<v-sidebar");
    frame::identity(out, node, class);
    let name = out.said("Sidebar");
    let side = node.text("position").unwrap_or("left");
    out.attr("data-side", side)
        .style(&[("--width", frame::length(&node.props["width"]))]);
    let body = format!("c{}-body", node.id);
    out.raw("><button type=\"button\" class=\"sidebar-toggle\"")
        .attr("id", &node.control_id())
        .attr("aria-label", node.text("label").unwrap_or(name))
        .attr("aria-controls", &body)
        .attr("aria-expanded", if is_open { "true" } else { "false" })
        .raw(">")
        .raw(frame::CHEVRON_DOWN)
        .raw("</button>\n<div class=\"sidebar-body column\"")
        .attr("id", &body)
        .raw(">\n");
    inside(out, config, node, Place::Column);
    out.raw("</div>");
    close(out, node);
}
