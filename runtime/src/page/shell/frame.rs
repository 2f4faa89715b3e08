//! The frame of a block: title, help, then the control or display that its kind has.

use serde_json::Value;

use super::{config::Node, controls, markup::Markup};

pub(super) const CHEVRON_DOWN: &str = "<svg class=\"icon\" viewBox=\"0 0 16 16\" aria-hidden=\"true\"><path d=\"m4 6.2 4 4 4-4\"/></svg>";

/// How a title belongs to what it names.
enum Naming {
    /// `<label for>` of one control.
    Control,
    /// The name of a group of choices, in this role.
    Group(&'static str),
    /// The control carries its own label.
    Inline,
    /// A title above something to look at.
    Display,
}

fn naming(kind: &str) -> Naming {
    match kind {
        "code" | "colorpicker" | "datetime" | "dropdown" | "multimodaltextbox" | "number"
        | "slider" | "textbox" => Naming::Control,
        "radio" => Naming::Group("radiogroup"),
        "checkboxgroup" => Naming::Group("group"),
        "checkbox" => Naming::Inline,
        _ => Naming::Display,
    }
}

/// One component, as its custom element will find it.
pub(super) fn block(out: &mut Markup, node: &Node<'_>, in_row: bool) {
    let (tag, naming) = (tag(node.kind), naming(node.kind));
    let title_id = format!("c{}-title", node.id);
    out.raw("<").raw(&tag);
    // What words are called is for authors to choose: theirs know `.markdown` as a class of their own.
    match node.kind {
        "markdown" | "html" => identity(out, node, "block"),
        // A box with its buttons is found by scripts under this name.
        kind @ "textbox" if has_button(node) => {
            identity(out, node, &format!("block {kind} input-container"));
        }
        kind => identity(out, node, &format!("block {kind}")),
    }
    size(out, node, in_row);
    out.maybe("data-testid", known_as(node.kind));
    let info = node
        .text("info")
        .map(|info| (format!("c{}-info", node.id), info));
    if let Naming::Group(role) = naming {
        out.attr("role", role).attr("aria-labelledby", &title_id);
        out.maybe("aria-describedby", info.as_ref().map(|(id, _)| id));
    }
    out.raw(">\n");
    if !matches!(naming, Naming::Inline) {
        head(out, node, &naming, &title_id);
    }
    let described_by = info.as_ref().map(|(id, _)| id.as_str());
    // A control with its label beside it comes before the help about both.
    if matches!(naming, Naming::Inline) {
        controls::draw(out, node, described_by);
        help(out, info.as_ref());
    } else {
        help(out, info.as_ref());
        controls::draw(out, node, described_by);
    }
    out.raw("</").raw(&tag).raw(">\n");
}

/// What tests know a whole block by, with its name.
fn known_as(kind: &str) -> Option<&'static str> {
    match kind {
        "label" => Some("label"),
        "highlightedtext" => Some("highlighted-text"),
        _ => None,
    }
}

fn has_button(node: &Node<'_>) -> bool {
    let button = &node.props["submit_btn"];
    button == true || button.is_string()
}

fn help(out: &mut Markup, info: Option<&(String, &str)>) {
    if let Some((id, info)) = info {
        out.raw("<p class=\"block-info\"")
            .attr("id", id)
            .raw(">")
            .text(info)
            .raw("</p>\n");
    }
}

fn head(out: &mut Markup, node: &Node<'_>, naming: &Naming, title_id: &str) {
    let label = node.text("label");
    let shown = node.props["show_label"].as_bool().unwrap_or(true);
    match (naming, label) {
        // Words do not announce themselves.
        (Naming::Display, None) if node.kind != "file" => return,
        (Naming::Display, Some(_)) if matches!(node.kind, "markdown" | "html") && !shown => return,
        _ => {}
    }
    let fallback = kind_name(node.kind);
    let class = match (shown, naming) {
        (true, Naming::Display) => "block-title block-label",
        (true, _) => "block-title",
        (false, _) => "block-title sr-only",
    };
    out.raw("<div class=\"block-head\">");
    let tag = if matches!(naming, Naming::Control) {
        "label"
    } else {
        "span"
    };
    out.raw("<")
        .raw(tag)
        .attr("class", class)
        .attr("id", title_id)
        .attr("data-testid", "block-info");
    if matches!(naming, Naming::Control) {
        out.attr("for", &node.control_id());
    }
    out.raw(">")
        .text(label.unwrap_or(&fallback))
        .raw("</")
        .raw(tag)
        .raw("></div>\n");
}

/// `id`, `data-id`, `class` and `hidden`: what every block has, whatever it is.
pub(super) fn identity(out: &mut Markup, node: &Node<'_>, class: &str) {
    identity_of(out, node, class, node.is_visible());
}

pub(super) fn identity_of(out: &mut Markup, node: &Node<'_>, class: &str, visible: bool) {
    name(out, node, class, visible);
    out.attr("data-id", &node.id.to_string());
}

/// What authors' style sheets and tests know an element by.
pub(super) fn name(out: &mut Markup, node: &Node<'_>, class: &str, visible: bool) {
    out.raw(" class=\"").text(class);
    own_classes(out, node);
    out.raw("\"")
        .attr("id", &element_id(node))
        .flag("hidden", !visible);
}

/// The classes that an author gave a block.
pub(super) fn own_classes(out: &mut Markup, node: &Node<'_>) {
    for extra in node.list("elem_classes").filter_map(|extra| extra.as_str()) {
        out.raw(" ").text(extra);
    }
}

/// The id in the document, which users may choose for their style sheets.
pub(super) fn element_id(node: &Node<'_>) -> String {
    node.text("elem_id")
        .map_or_else(|| format!("component-{}", node.id), str::to_owned)
}

/// Its share of a row, and how high a row is.
pub(super) fn size(out: &mut Markup, node: &Node<'_>, in_row: bool) {
    let share = |prop: &str| node.number(prop).filter(|_| in_row);
    let scale = share("scale").map(|scale| scale.to_string());
    // It means something on pages that are as high as the window; there, columns pass on what is left.
    let grow = node.number("scale").filter(|scale| *scale > 0.0);
    let grow = grow.map(|grow| grow.to_string());
    // A button that takes no share is as wide as its words.
    let words = (node.kind == "button" && share("scale") == Some(0.0)).then_some(0.0);
    let width = share("min_width").or(words);
    let width = width.map(|width| format!("{width}px"));
    let height = |prop: &str| {
        let own = (node.kind == "row").then(|| &node.props[prop]);
        own.and_then(length)
    };
    out.style(&[
        ("--scale", scale),
        ("--grow", grow),
        ("--min-width", width),
        ("height", height("height")),
        ("max-height", height("max_height")),
        ("min-height", height("min_height")),
    ]);
}

/// How high the content of a block may be. What scrolls is within reach of the keyboard.
pub(super) fn scrolls(out: &mut Markup, node: &Node<'_>) {
    let [height, most] = ["height", "max_height"].map(|side| length(&node.props[side]));
    let is_limited = height.is_some() || most.is_some();
    out.maybe("tabindex", is_limited.then_some("0"));
    out.style(&[
        ("height", height),
        ("max-height", most),
        ("overflow-y", is_limited.then(|| "auto".into())),
    ]);
}

/// A length in CSS: a number counts pixels.
pub(super) fn length(value: &Value) -> Option<String> {
    match value {
        Value::Number(pixels) => Some(format!("{pixels}px")),
        Value::String(css) => Some(css.clone()),
        _ => None,
    }
}

/// `v-textbox`; a kind that cannot be part of a name gets one that nothing answers to.
pub(super) fn tag(kind: &str) -> String {
    let fits = |byte: u8| {
        byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_' || byte == b'-'
    };
    if kind.bytes().all(fits) {
        format!("v-{kind}")
    } else {
        "v-block".to_owned()
    }
}

/// What a block is called that its author gave no name, in the words that users of others know.
fn kind_name(kind: &str) -> String {
    match kind {
        "checkboxgroup" => "Checkbox Group".into(),
        "colorpicker" => "ColorPicker".into(),
        "datetime" => "Time".into(),
        other => capitalised(other),
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
