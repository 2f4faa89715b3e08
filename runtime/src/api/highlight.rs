//! Colours for the snippets: keywords, strings, numbers, comments, calls. What it is not sure of, it leaves alone.

use super::page::html::escape;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Language {
    Python,
    JavaScript,
    Shell,
    Json,
    Rust,
}

/// The code as HTML: escaped text with a `<span>` around each word that has a colour.
pub(crate) fn highlight(code: &str, language: Language) -> String {
    let mut out = String::with_capacity(code.len() * 2);
    let mut rest = code;
    while let Some(first) = rest.chars().next() {
        let (length, class) = token(rest, first, language);
        let (word, after) = rest.split_at(length);
        match class {
            Some(class) => out.extend(["<span class=\"", class, "\">", &escape(word), "</span>"]),
            None => out.push_str(&escape(word)),
        }
        rest = after;
    }
    out
}

/// The length of the token at the start of `text`, and its class.
fn token(text: &str, first: char, language: Language) -> (usize, Option<&'static str>) {
    match first {
        '"' => (string(text, '"', true), Some("s")),
        '\'' if language == Language::Shell => (string(text, '\'', false), Some("s")),
        '\'' if language != Language::Json => (string(text, '\'', true), Some("s")),
        '\\' if language == Language::Shell => {
            (1 + text[1..].chars().next().map_or(0, char::len_utf8), None)
        }
        '#' if matches!(language, Language::Python | Language::Shell) => (line(text), Some("c")),
        '/' if matches!(language, Language::JavaScript | Language::Rust)
            && text.starts_with("//") =>
        {
            (line(text), Some("c"))
        }
        '-' | '0'..='9' if language != Language::Shell => number(text),
        c if is_word(c) => {
            let length = text.find(|c| !is_word(c)).unwrap_or(text.len());
            let (word, after) = text.split_at(length);
            (length, word_class(word, after, language))
        }
        // In a shell the word after a dash is an option, not a command.
        '-' => (text.find(char::is_whitespace).unwrap_or(text.len()), None),
        c => (c.len_utf8(), None),
    }
}

fn word_class(word: &str, after: &str, language: Language) -> Option<&'static str> {
    let keywords: &[&str] = match language {
        Language::Python => &[
            "from", "import", "None", "True", "False", "for", "in", "if", "else", "with", "as",
            "def", "return",
        ],
        Language::JavaScript => &[
            "import", "from", "const", "let", "await", "new", "return", "null", "true", "false",
        ],
        Language::Json => &["null", "true", "false"],
        Language::Rust => &[
            "use", "async", "await", "fn", "let", "null", "true", "false",
        ],
        Language::Shell => &[],
    };
    let is_call = match language {
        Language::Python | Language::JavaScript => after.starts_with('('),
        Language::Rust => after.starts_with(['(', '!']),
        Language::Shell => matches!(word, "curl" | "cut"),
        Language::Json => false,
    };
    match () {
        () if keywords.contains(&word) => Some("k"),
        () if is_call => Some("f"),
        () => None,
    }
}

/// Up to and with the closing quote, or to the end of the text.
fn string(text: &str, quote: char, has_escapes: bool) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = has_escapes,
            c if c == quote => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn line(text: &str) -> usize {
    text.find('\n').unwrap_or(text.len())
}

fn number(text: &str) -> (usize, Option<&'static str>) {
    let sign = usize::from(text.starts_with('-'));
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '.';
    let digits = text[sign..]
        .find(|c| !is_part(c))
        .unwrap_or(text.len() - sign);
    let mut length = sign + digits;
    // `1e-7` goes on behind its second sign.
    if text[..length].ends_with('e') && text[length..].starts_with(['-', '+']) {
        length += 1 + text[length + 1..]
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len() - length - 1);
    }
    if text[sign..].starts_with(|c: char| c.is_ascii_digit()) {
        (length, Some("n"))
    } else {
        (1, None)
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn python_words_have_their_colours() {
        let html = highlight(
            "from a import b\nx = f(n=-1.5e-7, s=\"a<'\\\"b\")  # why\n",
            Language::Python,
        );
        let expected = "<span class=\"k\">from</span> a <span class=\"k\">import</span> b\n\
            x = <span class=\"f\">f</span>(n=<span class=\"n\">-1.5e-7</span>, \
            s=<span class=\"s\">&quot;a&lt;&#39;\\&quot;b&quot;</span>)  <span class=\"c\"># why</span>\n";
        assert_eq!(html, expected);
    }

    #[test]
    fn a_shell_string_knows_no_escapes() {
        let html = highlight(r#"curl -d 'a\'\''b' | cut -d '"'"#, Language::Shell);
        let expected = "<span class=\"f\">curl</span> -d <span class=\"s\">&#39;a\\&#39;</span>\\&#39;<span class=\"s\">&#39;b&#39;</span> \
            | <span class=\"f\">cut</span> -d <span class=\"s\">&#39;&quot;&#39;</span>";
        assert_eq!(html, expected);
    }

    #[test]
    fn names_with_digits_and_keywords_inside_stay_plain() {
        assert_eq!(
            highlight("x1 important fromage", Language::Python),
            "x1 important fromage"
        );
        assert_eq!(highlight("a - b", Language::JavaScript), "a - b");
    }

    #[test]
    fn nothing_is_lost_or_left_unescaped() {
        for text in [
            "<script>",
            "\"unclosed <",
            "'",
            "-",
            "1e",
            "日本 \"語\" <",
            "\\",
            "#",
            "//<",
        ] {
            for language in [
                Language::Python,
                Language::JavaScript,
                Language::Shell,
                Language::Json,
            ] {
                let html = highlight(text, language);
                let plain = html
                    .split('<')
                    .map(|part| part.rsplit('>').next().unwrap_or_default())
                    .collect::<String>();
                assert_eq!(plain, escape(text), "{text} in {language:?}: {html}");
            }
        }
    }
}
