//! The fields that need more than plain HTML has: their scripts adopt these and add the rest.

use super::{config::Node, markup::Markup};
use crate::components::Color;

fn text<'a>(node: &Node<'a>) -> &'a str {
    node.value().as_str().unwrap_or_default()
}

/// A line of text to type, and what the script puts beside it.
fn line(out: &mut Markup, node: &Node<'_>, info: Option<&str>, testid: &str, placeholder: &str) {
    out.raw("<input type=\"text\"")
        .attr("id", &node.control_id());
    out.attr("data-testid", testid)
        .maybe("aria-describedby", info);
    out.attr("value", text(node))
        .attr("placeholder", placeholder)
        .raw(" autocomplete=\"off\" spellcheck=\"false\"")
        .flag("readonly", !node.interactive)
        .raw(">");
}

fn frame(out: &mut Markup, node: &Node<'_>) {
    let class = if node.interactive { "field" } else { "answer" };
    out.raw("<div").attr("class", class).raw(">");
}

pub(super) fn date(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    let with_time = node.props["include_time"].as_bool().unwrap_or(true);
    let shape = match (node.interactive, with_time) {
        (true, true) => "YYYY-MM-DD HH:MM:SS",
        (true, false) => "YYYY-MM-DD",
        (false, _) => "—",
    };
    frame(out, node);
    line(out, node, info, "datetime", shape);
    out.raw("</div>\n");
}

pub(super) fn color(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    // Without a colour the page stands on black, as that of others does.
    let color = text(node).parse().unwrap_or(Color::rgb(0, 0, 0));
    let solid = Color {
        alpha: 255,
        ..color
    };
    frame(out, node);
    // A name of its own: whoever looks for the label means the text.
    let name = out.said("Pick a colour");
    out.raw("<input type=\"color\" class=\"swatch\"")
        .attr("aria-label", name)
        .attr("value", &solid.to_string())
        .flag("disabled", !node.interactive)
        .raw(">");
    line(out, node, info, "colorpicker", "#000000");
    out.raw("</div>\n");
}

pub(super) fn code(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    let lines = node.number("lines").unwrap_or(5.0);
    let most = node.number("max_lines").map(|most| most.to_string());
    out.raw("<div class=\"code-editor\"");
    out.style(&[("--lines", Some(lines.to_string())), ("--max-lines", most)]);
    out.raw("><div class=\"code-page\"><textarea")
        .attr("id", &node.control_id());
    out.raw(" data-testid=\"code\" spellcheck=\"false\" autocapitalize=\"off\" autocomplete=\"off\" wrap=\"off\"")
        .attr("rows", &lines.to_string())
        .maybe("aria-describedby", info)
        .flag("readonly", !node.interactive)
        // A parser drops the first line break inside, so there is always one to drop.
        .raw(">\n")
        .text(text(node))
        .raw("</textarea></div></div>\n");
}

pub(super) fn multimodal(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    out.raw("<div class=\"composer\"><textarea")
        .attr("id", &node.control_id())
        .raw(" data-testid=\"textbox\"")
        .maybe("aria-describedby", info)
        .maybe("placeholder", node.text("placeholder"))
        .maybe("dir", node.on("rtl").then_some("rtl"))
        .flag("readonly", !node.interactive)
        .flag("autofocus", node.on("autofocus"))
        .attr("rows", &node.number("lines").unwrap_or(1.0).to_string());
    // A parser drops the first line break inside, so there is always one to drop.
    out.raw(">\n")
        .text(node.value()["text"].as_str().unwrap_or_default())
        .raw("</textarea></div>\n");
}
