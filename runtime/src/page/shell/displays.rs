//! What a block shows that nobody types into.

use serde_json::Value;

use super::{
    config::Node,
    controls::{label_of, source},
    frame,
    markup::Markup,
};
use crate::richtext::{self, Style};

pub(super) fn draw(out: &mut Markup, node: &Node<'_>) {
    match node.kind {
        "dataframe" => first_rows(out, node),
        "file" => files(out, node),
        "markdown" => words(out, node, &markdown(node)),
        "html" => words(out, node, &richtext::sanitize(source(node))),
        "highlightedtext" => highlighted_text(out, node),
        "json" => json(out, node),
        "label" => {
            out.raw("<div class=\"answer label-said\"></div>\n");
        }
        // Somebody's own component draws itself.
        _ => {}
    }
}

/// How many rows of a table there are to read before any script has run.
const FIRST_ROWS: usize = 12;

/// The beginning of a table; the page side puts all of it in this place.
fn first_rows(out: &mut Markup, node: &Node<'_>) {
    let value = node.value();
    let columns = value["headers"].as_array().map_or(0, Vec::len).max(1);
    let style = format!(
        "--columns: repeat({columns}, minmax(6rem, 1fr)); --least: {}rem",
        6 * columns
    );
    out.raw("<div class=\"table-wrap first-rows\"><table class=\"table\"")
        .attr("style", &style);
    out.raw("><thead class=\"thead\">");
    line(out, &value["headers"], "th");
    out.raw("</thead><tbody class=\"tbody\">");
    for row in value["data"]
        .as_array()
        .into_iter()
        .flatten()
        .take(FIRST_ROWS)
    {
        line(out, row, "td");
    }
    out.raw("</tbody></table></div>\n");
}

fn line(out: &mut Markup, cells: &Value, tag: &str) {
    out.raw("<tr>");
    for cell in cells.as_array().into_iter().flatten() {
        out.raw("<").raw(tag).raw(">").text(&label_of(cell));
        out.raw("</").raw(tag).raw(">");
    }
    out.raw("</tr>");
}

fn markdown(node: &Node<'_>) -> String {
    let marks = node.list("latex_delimiters");
    let formulas: Vec<_> = marks
        .filter_map(|mark| {
            let display = mark["display"].as_bool().unwrap_or_default();
            Some((mark["left"].as_str()?, mark["right"].as_str()?, display))
        })
        .collect();
    let style = Style {
        line_breaks: node.on("line_breaks"),
        header_links: node.on("header_links"),
        formulas: &formulas,
    };
    richtext::markdown(source(node), style)
}

fn words(out: &mut Markup, node: &Node<'_>, safe_html: &str) {
    let class = if node.on("padding") {
        "prose padded"
    } else {
        "prose"
    };
    out.raw("<div class=\"").raw(class);
    frame::own_classes(out, node);
    out.raw("\"").attr("data-testid", node.kind);
    out.maybe("dir", node.on("rtl").then_some("rtl"));
    heights(out, node);
    out.raw(">").raw(safe_html).raw("</div>\n");
}

fn highlighted_text(out: &mut Markup, node: &Node<'_>) {
    out.raw("<div class=\"answer marked-text\"");
    out.maybe("dir", node.on("rtl").then_some("rtl")).raw(">");
    let is_bare = node.props["show_whitespaces"] == false;
    for part in node.list("value") {
        let token = part["token"].as_str().unwrap_or_default();
        if is_bare {
            out.text(token.trim()).raw(" ");
        } else {
            out.text(token);
        }
    }
    out.raw("</div>\n");
}

/// The names, to read until the list itself is there.
fn files(out: &mut Markup, node: &Node<'_>) {
    let files = match node.value() {
        Value::Array(files) => files.as_slice(),
        Value::Null => &[],
        file => std::slice::from_ref(file),
    };
    out.raw("<div class=\"files-drawn\">");
    for file in files {
        let name = file["orig_name"].as_str().unwrap_or("File");
        out.raw("<p>").text(name).raw("</p>");
    }
    out.raw("</div>\n");
}

fn json(out: &mut Markup, node: &Node<'_>) {
    out.raw("<div class=\"stage json-tree\" data-testid=\"json\"");
    heights(out, node);
    out.raw(">");
    if !node.value().is_null() {
        let text = serde_json::to_string_pretty(node.value()).unwrap_or_default();
        out.raw("<pre>").text(&text).raw("</pre>");
    }
    out.raw("</div>\n");
}

/// How high it is, and where it begins to scroll.
fn heights(out: &mut Markup, node: &Node<'_>) {
    let sides = ["height", "max_height", "min_height"];
    let lengths = sides.map(|side| match node.number(side) {
        Some(pixels) => Some(format!("{pixels}px")),
        None => node.text(side).map(str::to_owned),
    });
    let scrolls = lengths[0].is_some() || lengths[1].is_some();
    // What scrolls must be within reach of the keyboard.
    out.maybe("tabindex", (scrolls && node.kind != "json").then_some("0"));
    let [height, max, min] = lengths;
    out.style(&[("height", height), ("max-height", max), ("min-height", min)]);
}
