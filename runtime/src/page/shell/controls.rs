//! The native control inside a block, where plain HTML has one.

use serde_json::Value;

use super::{config::Node, displays, editors, frame::CHEVRON_DOWN, markup::Markup};

/// What follows title and help. `info` is the id of the help, for the control to point to.
pub(super) fn draw(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    match node.kind {
        "textbox" => textbox(out, node, info),
        "number" => number(out, node, info),
        "slider" => slider(out, node, info),
        "checkbox" => checkbox(out, node, info),
        "code" => editors::code(out, node, info),
        "colorpicker" => editors::color(out, node, info),
        "datetime" => editors::date(out, node, info),
        "multimodaltextbox" => editors::multimodal(out, node, info),
        "radio" => choices(out, node, "radio"),
        "checkboxgroup" => choices(out, node, "checkbox"),
        "dropdown" => dropdown(out, node, info),
        _ => displays::draw(out, node),
    }
}

pub(super) fn source<'a>(node: &Node<'a>) -> &'a str {
    node.value().as_str().unwrap_or_default()
}

/// The attributes that every single control has.
fn control(out: &mut Markup, node: &Node<'_>, info: Option<&str>, testid: &str) {
    let nothing_yet = (!node.interactive).then_some("—");
    out.attr("class", if node.interactive { "input" } else { "answer" })
        .attr("id", &node.control_id());
    out.attr("data-testid", testid)
        .maybe("aria-describedby", info);
    out.flag("readonly", !node.interactive)
        .maybe("placeholder", node.text("placeholder").or(nothing_yet));
    out.flag("autofocus", node.on("autofocus"));
}

/// What something is called, put into words of the page.
fn named(words: &str, name: &str) -> String {
    words.replace("{name}", name)
}

/// What an author may say of a text box in the words of HTML: nothing that runs or leads away.
const TEXT_ATTRIBUTES: &[&str] = &[
    "autocapitalize",
    "autocomplete",
    "autocorrect",
    "enterkeyhint",
    "inputmode",
    "lang",
    "spellcheck",
    "tabindex",
];

fn textbox(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    let kind = node.text("type").unwrap_or("text");
    let lines = node.number("lines").unwrap_or(1.0);
    // One line that may not grow is an input; anything else takes line breaks.
    let single = kind != "text" || (lines <= 1.0 && node.number("max_lines") == Some(1.0));
    out.raw(if single { "<input" } else { "<textarea" });
    control(
        out,
        node,
        info,
        if kind == "password" { kind } else { "textbox" },
    );
    out.maybe("maxlength", node.number("max_length"))
        .maybe("dir", node.on("rtl").then_some("rtl"));
    let asked = &node.props["html_attributes"];
    for name in TEXT_ATTRIBUTES
        .iter()
        .filter(|name| !asked[**name].is_null())
    {
        out.attr(name, &label_of(&asked[*name]));
    }
    let align = node
        .text("text_align")
        .filter(|align| matches!(*align, "left" | "right" | "center"));
    let align = ("text-align", align.map(str::to_owned));
    if single {
        out.attr(
            "type",
            if matches!(kind, "password" | "email") {
                kind
            } else {
                "text"
            },
        );
        out.style(&[align])
            .maybe(
                "autocomplete",
                asked["autocomplete"].is_null().then_some("off"),
            )
            .attr("value", source(node))
            .raw(">\n");
    } else {
        let most = node.number("max_lines").map(|most| most.to_string());
        out.attr("rows", &lines.to_string());
        out.style(&[
            align,
            ("--lines", Some(lines.to_string())),
            ("--max-lines", most),
        ]);
        // A parser drops the first line break inside, so there is always one to drop.
        out.raw(">\n").text(source(node)).raw("</textarea>\n");
    }
}

fn number(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    out.raw("<input type=\"number\"");
    control(out, node, info, "number");
    bounds(out, node);
    out.maybe("value", node.value().as_f64()).raw(">\n");
}

fn bounds(out: &mut Markup, node: &Node<'_>) {
    out.maybe("min", node.number("minimum"))
        .maybe("max", node.number("maximum"));
    match node.number("step") {
        Some(step) => out.attr("step", &step.to_string()),
        None => out.attr("step", "any"),
    };
}

fn slider(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    let (low, high) = (
        node.number("minimum").unwrap_or(0.0),
        node.number("maximum").unwrap_or(100.0),
    );
    let value = node.value().as_f64().unwrap_or(low);
    let at = if high > low {
        ((value - low) / (high - low)).clamp(0.0, 1.0) * 100.0
    } else {
        0.0
    };
    let label = node.text("label").unwrap_or("Slider");
    let name = named(out.said("range slider for {name}"), label);
    out.raw("<div class=\"slider-row\">\n<input type=\"range\"")
        .attr("id", &node.control_id())
        .attr("aria-label", &name);
    out.maybe("aria-describedby", info)
        .flag("disabled", !node.interactive);
    bounds(out, node);
    out.attr("value", &value.to_string())
        .attr("style", &format!("--at:{at:.1}%"))
        .raw(">\n");
    out.raw("<input class=\"input\" type=\"number\" data-testid=\"number-input\"");
    let name = named(out.said("number input for {name}"), label);
    out.attr("aria-label", &name)
        .flag("disabled", !node.interactive);
    bounds(out, node);
    out.attr("value", &value.to_string()).raw(">\n</div>\n");
}

fn checkbox(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    out.raw("<label class=\"choice\"><input type=\"checkbox\"")
        .attr("id", &node.control_id());
    out.attr("data-testid", "checkbox")
        .maybe("aria-describedby", info);
    out.flag("checked", *node.value() == Value::Bool(true))
        .flag("disabled", !node.interactive)
        .raw("> <span>");
    out.text(node.text("label").unwrap_or("Checkbox"))
        .raw("</span></label>\n");
}

fn choices(out: &mut Markup, node: &Node<'_>, kind: &str) {
    let name = node.control_id();
    out.raw("<div class=\"choices\">\n");
    for (index, choice) in node.list("choices").enumerate() {
        let chosen = match node.value() {
            Value::Array(values) => values.contains(&choice[1]),
            value => *value == choice[1],
        };
        let label = label_of(&choice[0]);
        let testid = (kind == "radio").then(|| format!("{label}-radio-label"));
        out.raw("<label class=\"choice\"")
            .maybe("data-testid", testid)
            .raw("><input")
            .attr("type", kind)
            .attr("name", &name);
        out.attr("value", &index.to_string())
            .flag("checked", chosen)
            .flag("disabled", !node.interactive);
        out.raw("> <span>").text(&label).raw("</span></label>\n");
    }
    out.raw("</div>\n");
}

fn dropdown(out: &mut Markup, node: &Node<'_>, info: Option<&str>) {
    let label = |value: &Value| {
        let choice = node.list("choices").find(|choice| choice[1] == *value);
        choice.map_or_else(|| label_of(value), |choice| label_of(&choice[0]))
    };
    out.raw("<div class=\"field combobox\">");
    let mut shown = String::new();
    match node.value() {
        Value::Null => {}
        Value::Array(values) => {
            for value in values {
                out.raw("<span class=\"badge\">")
                    .text(&label(value))
                    .raw("</span>");
            }
        }
        value => shown = label(value),
    }
    out.raw("<input role=\"combobox\" aria-expanded=\"false\" aria-autocomplete=\"list\" autocomplete=\"off\"");
    out.attr("id", &node.control_id())
        .attr("aria-controls", &format!("c{}-list", node.id));
    out.attr("data-testid", "dropdown")
        .maybe("aria-describedby", info)
        .attr("value", &shown);
    out.flag("disabled", !node.interactive)
        .raw(">")
        .raw(CHEVRON_DOWN);
    out.raw("</div>\n<ul class=\"listbox\" role=\"listbox\"")
        .attr("id", &format!("c{}-list", node.id));
    // A name of its own: whoever looks for the label means the input.
    let name = out.said("Choices");
    out.attr("aria-label", name).raw(" hidden></ul>\n");
}

pub(super) fn button(out: &mut Markup, node: &Node<'_>) {
    // Other names are brands of the plain one.
    let known = node
        .text("variant")
        .filter(|it| matches!(*it, "primary" | "stop"));
    let variant = known.unwrap_or("secondary");
    let size = match node.text("size") {
        Some("sm") => " small",
        Some("md") => " medium",
        _ => "",
    };
    let link = node.text("link");
    out.raw(if link.is_some() {
        "<a"
    } else {
        "<button type=\"button\""
    });
    let class = format!("button {variant}{size}");
    super::frame::name(out, node, &class, node.is_visible());
    if let Some(link) = link {
        // `javascript:` and its like never get here.
        let safe =
            link.starts_with("http://") || link.starts_with("https://") || !link.contains(':');
        out.attr("href", if safe { link } else { "#" })
            .raw(" rel=\"noreferrer\"");
        out.maybe("target", node.text("link_target"));
    } else {
        out.flag("disabled", node.props["interactive"] == false);
    }
    out.raw(">");
    if let Some(icon) = node.text("icon") {
        out.raw("<img class=\"button-icon\" alt=\"\"")
            .attr("src", icon)
            .raw(">");
    }
    let words = match node.kind {
        "button" => label_of(node.value()),
        _ => node.text("label").unwrap_or_default().to_owned(),
    };
    out.text(&words)
        .raw(if link.is_some() { "</a>" } else { "</button>" });
}

/// A value as its label: text without quotes, anything else as it is written in JSON.
pub(super) fn label_of(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
