//! Code in Markdown, in the colours of the page: keywords, strings, numbers, comments, calls.

use std::{borrow::Cow, collections::HashMap, fmt};

use ammonia::clean_text;
use comrak::adapters::SyntaxHighlighterAdapter;

/// Longer code is shown without colours: nobody waits for them.
#[cfg(feature = "highlight")]
const MOST: usize = 100_000;

/// What draws a fenced block.
#[derive(Debug)]
pub(super) struct Colours;

impl SyntaxHighlighterAdapter for Colours {
    fn write_highlighted(
        &self,
        out: &mut dyn fmt::Write,
        lang: Option<&str>,
        code: &str,
    ) -> fmt::Result {
        // What follows the name ("rust,ignore") is not for us.
        let name = lang.unwrap_or_default();
        let name = name.split([' ', ',', '{']).next().unwrap_or_default();
        match coloured(name, code) {
            Some(html) => out.write_str(&html),
            None => out.write_str(&escape(code)),
        }
    }

    fn write_pre_tag(
        &self,
        out: &mut dyn fmt::Write,
        _: HashMap<&'static str, Cow<'_, str>>,
    ) -> fmt::Result {
        out.write_str("<pre>")
    }

    fn write_code_tag(
        &self,
        out: &mut dyn fmt::Write,
        attributes: HashMap<&'static str, Cow<'_, str>>,
    ) -> fmt::Result {
        match attributes.get("class") {
            Some(class) => write!(out, "<code class=\"{}\">", clean_text(class)),
            None => out.write_str("<code>"),
        }
    }
}

fn escape(code: &str) -> String {
    code.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(not(feature = "highlight"))]
fn coloured(_: &str, _: &str) -> Option<String> {
    None
}

/// The code with a `<span>` around what has a colour, or none if the language is not known.
#[cfg(feature = "highlight")]
fn coloured(language: &str, code: &str) -> Option<String> {
    use syntect::{
        parsing::{ParseState, ScopeStack},
        util::LinesWithEndings,
    };

    if code.len() > MOST {
        return None;
    }
    let syntaxes = syntaxes();
    let syntax = syntaxes.find_syntax_by_token(alias(language))?;
    let (mut state, mut scopes) = (ParseState::new(syntax), ScopeStack::new());
    let mut out = String::with_capacity(code.len() * 2);
    let mut open = None;
    let mut put = |text: &str, class: Option<&'static str>, out: &mut String| {
        if text.is_empty() {
            return;
        }
        if class != open {
            if open.is_some() {
                out.push_str("</span>");
            }
            if let Some(class) = class {
                out.extend(["<span class=\"", class, "\">"]);
            }
            open = class;
        }
        out.push_str(&escape(text));
    };
    for line in LinesWithEndings::from(code) {
        let changes = state.parse_line(line, syntaxes).ok()?;
        let mut done = 0;
        for (at, change) in changes {
            put(&line[done..at], class_of(&scopes), &mut out);
            scopes.apply(&change).ok()?;
            done = at;
        }
        put(&line[done..], class_of(&scopes), &mut out);
    }
    if open.is_some() {
        out.push_str("</span>");
    }
    Some(out)
}

#[cfg(feature = "highlight")]
fn syntaxes() -> &'static syntect::parsing::SyntaxSet {
    use std::sync::LazyLock;
    use syntect::parsing::SyntaxSet;
    static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);
    &SYNTAXES
}

/// The nearest language that is known.
#[cfg(feature = "highlight")]
fn alias(language: &str) -> &str {
    match language {
        "typescript" | "ts" | "tsx" | "jsx" => "js",
        "shell" | "console" | "zsh" => "sh",
        "jsonc" | "json5" => "json",
        "c++" => "cpp",
        "c#" => "cs",
        other => other,
    }
}

#[cfg(feature = "highlight")]
fn class_of(scopes: &syntect::parsing::ScopeStack) -> Option<&'static str> {
    use std::sync::LazyLock;
    use syntect::parsing::Scope;
    // The first that fits counts; `None` is what would be coloured by one further down.
    const CLASSES: [(&str, Option<&str>); 17] = [
        ("comment", Some("c")),
        ("keyword.operator", None),
        ("storage.type.numeric", Some("n")),
        ("constant.numeric", Some("n")),
        ("constant.language", Some("k")),
        ("constant.character", Some("s")),
        ("string", Some("s")),
        ("punctuation.definition.string", Some("s")),
        ("keyword", Some("k")),
        ("storage", Some("k")),
        ("entity.name.tag", Some("k")),
        ("entity.other.attribute-name", Some("f")),
        ("entity.name.function", Some("f")),
        ("support.function", Some("f")),
        ("variable.function", Some("f")),
        ("support.macro", Some("f")),
        ("meta.interpolation", None),
    ];
    static SCOPES: LazyLock<Vec<(Scope, Option<&'static str>)>> = LazyLock::new(|| {
        let known = |(name, class)| Scope::new(name).ok().map(|scope| (scope, class));
        CLASSES.into_iter().filter_map(known).collect()
    });
    let of = |scope: &Scope| SCOPES.iter().find(|(known, _)| known.is_prefix_of(*scope));
    scopes.as_slice().iter().rev().find_map(of)?.1
}

#[cfg(test)]
mod tests {
    use super::super::{Style, markdown};

    #[test]
    fn a_block_says_its_language() {
        let html = markdown("```python\nprint('<b>')\n```", Style::default());
        assert!(
            html.starts_with("<pre><code class=\"language-python\">"),
            "{html}"
        );
        assert!(html.contains("&lt;b&gt;"), "{html}");
        let html = markdown("```\nplain\n```", Style::default());
        assert_eq!(html, "<pre><code>plain\n</code></pre>\n");
    }

    #[cfg(feature = "highlight")]
    #[test]
    fn words_have_their_colours() {
        let html = markdown(
            "```rust\nfn two() -> u8 { \"x\"; 2 } // two\n```",
            Style::default(),
        );
        for part in [
            "<span class=\"k\">fn</span>",
            "<span class=\"f\">two</span>",
            "<span class=\"s\">\"x\"</span>",
            "<span class=\"n\">2</span>",
            "<span class=\"c\">// two",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        let html = markdown("```python\nif True: print(1) # yes\n```", Style::default());
        for part in [
            "<span class=\"k\">if</span>",
            "<span class=\"k\">True</span>",
            "<span class=\"f\">print</span>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        let html = markdown("```unheard-of\nfn\n```", Style::default());
        assert!(!html.contains("<span"), "{html}");
    }
}
