//! What a component may be begun from.

/// A component of the library, as far as one of its kind begins like it.
#[derive(Debug)]
pub(crate) struct Template {
    pub(crate) name: &'static str,
    /// How it stands among its neighbours: `form`, `component` or `block`.
    pub(crate) kind: &'static str,
    /// The Rust type that travels; nothing does for a block.
    pub(crate) model: &'static str,
    /// Its own props.
    pub(crate) props: &'static str,
    /// What a client may send, and what a function may return, as JSON.
    pub(crate) examples: [&'static str; 2],
    /// Its page side.
    pub(crate) script: &'static str,
    pub(crate) styles: &'static str,
}

const STYLES: &str = include_str!("../templates/field.css");

const ALL: &[Template] = &[
    Template {
        name: "Textbox",
        kind: "form",
        model: "String",
        props: "    /// What an empty one says.\n    pub placeholder: Option<String>,\n",
        examples: ["\"Hello\"", "\"Hello, world\""],
        script: include_str!("../templates/textbox.js"),
        styles: STYLES,
    },
    Template {
        name: "Slider",
        kind: "form",
        model: "f64",
        props: "    /// The least it can be.\n    pub minimum: f64,\n    /// The most it can be.\n    #[prop(default = 100.0)]\n    pub maximum: f64,\n",
        examples: ["20.0", "80.0"],
        script: include_str!("../templates/slider.js"),
        styles: STYLES,
    },
    Template {
        name: "Checkbox",
        kind: "form",
        model: "bool",
        props: "",
        examples: ["true", "true"],
        script: include_str!("../templates/checkbox.js"),
        styles: STYLES,
    },
    Template {
        name: "Markdown",
        kind: "component",
        model: "String",
        props: "",
        examples: ["\"Hello\"", "\"Hello, world\""],
        script: include_str!("../templates/markdown.js"),
        styles: STYLES,
    },
    Template {
        name: "Group",
        kind: "block",
        model: "",
        props: "    /// What stands above the others.\n    pub title: Option<String>,\n",
        examples: ["", ""],
        script: include_str!("../templates/group.js"),
        styles: include_str!("../templates/group.css"),
    },
];

impl Template {
    /// The template of that name.
    pub(crate) fn named(name: &str) -> Result<&'static Self, String> {
        let found = ALL.iter().find(|it| it.name.eq_ignore_ascii_case(name));
        found.ok_or_else(|| format!("there is no template `{name}`; there are:\n{}", listed()))
    }

    /// Whether it holds others and has no value.
    pub(crate) fn is_block(&self) -> bool {
        self.kind == "block"
    }
}

/// All of them, a line each.
pub(crate) fn listed() -> String {
    let lines = ALL.iter().map(
        |Template {
             name, kind, model, ..
         }| match *model {
            "" => format!("  {name:<9} kind = {kind}"),
            model => format!("  {name:<9} kind = {kind}, data_model = {model}"),
        },
    );
    lines.collect::<Vec<_>>().join("\n")
}
