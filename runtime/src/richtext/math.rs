//! Formulas in Markdown.
//!
//! What stands between their marks is no Markdown: it is set aside before, and put back as `MathML` after.

use std::ops::Range;

/// Stands for a formula while Markdown is read; Unicode keeps these two for such uses and no text has them.
const OPEN: char = '\u{fdd0}';
const CLOSE: char = '\u{fdd1}';

/// The text with a token in place of each formula, and the HTML of the formulas.
pub(super) fn set_aside(source: &str, marks: &[(&str, &str, bool)]) -> (String, Vec<String>) {
    let source = source.replace([OPEN, CLOSE], "");
    let mut formulas = Vec::new();
    if !marks.iter().any(|(left, ..)| source.contains(left)) {
        return (source, formulas);
    }
    let mut text = String::with_capacity(source.len());
    let mut at = 0;
    while at < source.len() {
        let rest = &source[at..];
        if let Some(code) = code_length(rest, at == 0 || source[..at].ends_with('\n')) {
            text.push_str(&rest[..code]);
            at += code;
        } else if let Some((inside, length, display)) = formula(rest, marks) {
            text.extend([OPEN, CLOSE]);
            text.insert_str(text.len() - CLOSE.len_utf8(), &formulas.len().to_string());
            formulas.push(html(&rest[inside], &rest[..length], display));
            at += length;
        } else {
            // A mark behind a backslash is only a mark, unless the backslash belongs to the mark.
            let letters = 1 + usize::from(rest.starts_with('\\'));
            let step: usize = rest.chars().take(letters).map(char::len_utf8).sum();
            text.push_str(&rest[..step]);
            at += step;
        }
    }
    (text, formulas)
}

/// The HTML with the formulas in their places.
pub(super) fn put_back(html: String, formulas: &[String]) -> String {
    if formulas.is_empty() {
        return html;
    }
    let mut full = String::with_capacity(html.len() * 2);
    let mut parts = html.split(OPEN);
    full.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (index, after) = part.split_once(CLOSE).unwrap_or(("", part));
        let formula = index
            .parse()
            .ok()
            .and_then(|index: usize| formulas.get(index));
        full.push_str(formula.map_or("", String::as_str));
        full.push_str(after);
    }
    full
}

/// How much of the start of `rest` is code, where dollars are dollars.
fn code_length(rest: &str, starts_line: bool) -> Option<usize> {
    if starts_line {
        let indent = rest.len() - rest.trim_start_matches(' ').len();
        for fence in ["```", "~~~"] {
            if indent < 4 && rest[indent..].starts_with(fence) {
                let end = rest[indent + 3..].match_indices(fence).find(|(at, _)| {
                    rest[..indent + 3 + at]
                        .trim_end_matches(' ')
                        .ends_with('\n')
                });
                return Some(end.map_or(rest.len(), |(at, _)| indent + 3 + at + fence.len()));
            }
        }
    }
    let ticks = rest.len() - rest.trim_start_matches('`').len();
    if ticks == 0 {
        return None;
    }
    let (quote, mut at) = (&rest[..ticks], ticks);
    // It ends with as many backticks as it began with; without them they are only backticks.
    while let Some(found) = rest[at..].find(quote) {
        let start = at + found;
        let run = rest[start..].len() - rest[start..].trim_start_matches('`').len();
        if run == ticks {
            return Some(start + ticks);
        }
        at = start + run;
    }
    Some(ticks)
}

/// The formula at the start of `rest`: what is inside, how long it is with its marks, and whether it has its own line.
fn formula(rest: &str, marks: &[(&str, &str, bool)]) -> Option<(Range<usize>, usize, bool)> {
    // `$$` is no empty formula in single dollars: the longest mark counts.
    let fits = |mark: &&(&str, &str, bool)| !mark.0.is_empty() && rest.starts_with(mark.0);
    let (left, right, display) = marks.iter().filter(fits).max_by_key(|mark| mark.0.len())?;
    let body = &rest[left.len()..];
    let end = body.match_indices(right).map(|(end, _)| end).find(|end| {
        let escaped = body[..*end].ends_with('\\') && !right.starts_with('\\');
        let after = body[end + right.len()..].chars().next();
        // "$5 and $2.50" are prices.
        let price = *right == "$" && after.is_some_and(|letter| letter.is_ascii_digit());
        !escaped && !price
    })?;
    let inside = &body[..end];
    if inside.trim().is_empty() || inside.contains("\n\n") {
        return None;
    }
    let start = left.len();
    Some((start..start + end, start + end + right.len(), *display))
}

/// A formula as `MathML`, in the classes that style sheets know formulas by; as it was written if it cannot be read.
fn html(formula: &str, written: &str, display: bool) -> String {
    match mathml(formula.trim(), display) {
        Some(math) if display => {
            format!("<span class=\"katex-display\"><span class=\"katex\">{math}</span></span>")
        }
        Some(math) => format!("<span class=\"katex\">{math}</span>"),
        None => format!(
            "<code class=\"katex-error\">{}</code>",
            ammonia::clean_text(written)
        ),
    }
}

#[cfg(feature = "math")]
fn mathml(formula: &str, display: bool) -> Option<String> {
    use pulldown_latex::{Parser, RenderConfig, Storage, config::DisplayMode, push_mathml};

    let storage = Storage::new();
    let events: Vec<_> = Parser::new(formula, &storage)
        .collect::<Result<_, _>>()
        .ok()?;
    let config = RenderConfig {
        display_mode: if display {
            DisplayMode::Block
        } else {
            DisplayMode::Inline
        },
        ..RenderConfig::default()
    };
    let mut math = String::new();
    push_mathml(
        &mut math,
        events.into_iter().map(Ok::<_, std::fmt::Error>),
        config,
    )
    .ok()?;
    Some(math)
}

#[cfg(not(feature = "math"))]
fn mathml(_: &str, _: bool) -> Option<String> {
    None
}

#[cfg(all(test, feature = "math"))]
mod tests {
    use super::super::{Style, markdown};

    const MARKS: &[(&str, &str, bool)] =
        &[("$$", "$$", true), ("$", "$", false), (r"\(", r"\)", false)];

    fn shown(source: &str) -> String {
        markdown(
            source,
            Style {
                formulas: MARKS,
                ..Style::default()
            },
        )
    }

    #[test]
    fn formulas_become_mathml() {
        let html = shown("Let $x_1 * y_1$ be");
        assert!(html.contains("<math") && html.contains("<msub>"), "{html}");
        assert!(!html.contains("display=\"block\""), "{html}");
        assert!(
            html.starts_with("<p>Let <span class=\"katex\">") && html.ends_with("be</p>\n"),
            "{html}"
        );
        assert!(shown("$$x^2$$").contains("katex-display"));
        assert!(shown("$$x^2$$").contains("display=\"block\""));
        assert!(shown(r"\(x^2\)").contains("<msup>"));
        assert!(shown(r"# About $\frac{1}{2}$").contains("<mfrac>"));
    }

    #[test]
    fn code_and_prices_are_no_formulas() {
        for source in [
            "`$x$`",
            "```\n$x$\n```",
            "~~~\n$x$\n",
            "I spent $5 and then $2.50.",
            r"\$x\$",
            "$$\n\n$$",
            "a $ b",
        ] {
            assert!(
                !shown(source).contains("<math"),
                "{source}: {}",
                shown(source)
            );
        }
        assert!(shown("```\na\n```\n$x$").contains("<math"));
        assert!(shown("`` ` `` $x$").contains("<math"));
    }

    #[test]
    fn what_is_no_formula_is_shown_as_written() {
        let html = shown(r"$\frac{<b>$");
        assert!(
            html.contains(r"<code") && html.contains("&lt;b&gt;"),
            "{html}"
        );
    }

    #[test]
    fn markup_in_formulas_is_text() {
        let html = shown(r"$\text{<img src=x onerror=alert(1)>}$");
        assert!(!html.contains("<img"), "{html}");
        let html = shown("<a title=\"$x$\" href=\"#\">ok</a>");
        assert!(!html.contains("onerror") && html.contains("ok"), "{html}");
    }
}
