//! Rust code as HTML, with its words in colours.

use crate::html::escape;

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "false",
    "fn", "for", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref",
    "return", "self", "Self", "static", "struct", "super", "trait", "true", "type", "use", "where",
    "while",
];

/// The code, escaped, with a `<span>` around each word that has a colour: `c`omments, `s`trings,
/// `n`umbers, `k`eywords, `f`unctions that are called or named, `a`ttributes.
pub(crate) fn highlight(code: &str) -> String {
    let mut html = String::with_capacity(code.len() * 2);
    let mut rest = code;
    let mut before = "";
    while let Some(first) = rest.chars().next() {
        let (length, class) = token(rest, first, before);
        let (word, after) = rest.split_at(length);
        let escaped = escape(word);
        match class {
            Some(class) => html.extend(["<span class=\"", class, "\">", &escaped, "</span>"]),
            None => html.push_str(&escaped),
        }
        if !word.trim().is_empty() {
            before = word;
        }
        rest = after;
    }
    html
}

/// The length of the token at the start of `text`, and its class. `before` is the token before it.
fn token(text: &str, first: char, before: &str) -> (usize, Option<&'static str>) {
    match first {
        '/' if text.starts_with("//") => (text.find('\n').unwrap_or(text.len()), Some("c")),
        '"' => (string(text, '"'), Some("s")),
        'r' if raw_string(text).is_some() => (raw_string(text).unwrap_or(1), Some("s")),
        // A tick begins a character if another one closes it, else a lifetime.
        '\'' if text.starts_with("'\\") || text.chars().nth(2) == Some('\'') => {
            (string(text, '\''), Some("s"))
        }
        '#' if text.starts_with("#[") || text.starts_with("#![") => {
            let name = text.find('[').map_or(1, |open| open + 1);
            (name + word(&text[name..]), Some("a"))
        }
        '0'..='9' => (number(text), Some("n")),
        _ if is_letter(first) => {
            let length = word(text);
            let (name, after) = text.split_at(length);
            match () {
                () if KEYWORDS.contains(&name) => (length, Some("k")),
                () if after.starts_with("!(") => (length + 1, Some("f")),
                () if after.starts_with('(') || before == "fn" => (length, Some("f")),
                () => (length, None),
            }
        }
        _ => (first.len_utf8(), None),
    }
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

fn word(text: &str) -> usize {
    text.find(|letter| !is_letter(letter)).unwrap_or(text.len())
}

/// `1`, `2.5`, `0xff_u8`; the dots of a range do not belong to it.
fn number(text: &str) -> usize {
    let whole = word(text);
    match text[whole..].strip_prefix('.') {
        Some(fraction) if fraction.starts_with(|digit: char| digit.is_ascii_digit()) => {
            whole + 1 + word(fraction)
        }
        _ => whole,
    }
}

/// Up to and with the closing quote, or to the end of the text.
fn string(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

/// The length of `r"…"` or `r#"…"#`, if it is one.
fn raw_string(text: &str) -> Option<usize> {
    let hashes = text[1..]
        .chars()
        .take_while(|letter| *letter == '#')
        .count();
    let inside = text[1 + hashes..].strip_prefix('"')?;
    let close = format!("\"{}", "#".repeat(hashes));
    let end = inside
        .find(&close)
        .map_or(inside.len(), |at| at + close.len());
    Some(2 + hashes + end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_colours() {
        let html = highlight(
            "#[default(\"<a>\")]\npub fn f<'a>(x: u8) { g!(1..=2.5, 'b', '\\'') } // 'no'",
        );
        let expected = "<span class=\"a\">#[default</span>(<span class=\"s\">&quot;&lt;a&gt;&quot;</span>)]\n\
            <span class=\"k\">pub</span> <span class=\"k\">fn</span> <span class=\"f\">f</span>&lt;&#39;a&gt;(x: u8) \
            { <span class=\"f\">g!</span>(<span class=\"n\">1</span>..=<span class=\"n\">2.5</span>, \
            <span class=\"s\">&#39;b&#39;</span>, <span class=\"s\">&#39;\\&#39;&#39;</span>) } \
            <span class=\"c\">// &#39;no&#39;</span>";
        assert_eq!(html, expected);
    }

    #[test]
    fn raw_strings_end_where_their_hashes_do() {
        assert_eq!(
            highlight("r#\"a\"b\"#;"),
            "<span class=\"s\">r#&quot;a&quot;b&quot;#</span>;"
        );
        assert_eq!(
            highlight("r\"a\" r"),
            "<span class=\"s\">r&quot;a&quot;</span> r"
        );
    }

    #[test]
    fn nothing_is_lost_in_any_demo() {
        let odd = ["\"open <", "'", "r#\"", "é'ü'", "#", "1.", "/", "日本\n"];
        for code in crate::demos::ALL.iter().map(|demo| demo.source).chain(odd) {
            let html = highlight(code);
            let plain: String = html
                .split('<')
                .map(|part| part.rsplit('>').next().unwrap_or_default())
                .collect();
            assert_eq!(plain, escape(code));
        }
    }
}
