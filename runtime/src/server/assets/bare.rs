//! Modules and style sheets without what a browser does not read: comments, a fifth of the bytes on the wire, and the
//! room before and between the words.

use axum::body::Bytes;

/// The file without the lines that are nothing but a comment. Those beside code stay: to tell them from text takes a
/// parser. Our own files have no line in a text that begins like a comment.
pub(super) fn bare(path: &str, bytes: &'static [u8]) -> Bytes {
    let kind = path.rsplit_once('.').map(|(_, kind)| kind);
    let Some(text) = str::from_utf8(bytes)
        .ok()
        .filter(|_| matches!(kind, Some("js" | "css")))
    else {
        return Bytes::from_static(bytes);
    };
    let slashes = kind == Some("js");
    let (mut inside, mut in_text) = (false, false);
    let mut code = String::with_capacity(text.len());
    for line in text.lines() {
        let words = line.trim();
        let opens = words.starts_with("/*");
        if inside || opens {
            let whole = words.ends_with("*/");
            // What follows a comment on its line is code.
            let more = opens && !whole && words.contains("*/");
            inside = !whole && !more;
            if !more {
                continue;
            }
        } else if words.is_empty() || (slashes && words.starts_with("//")) {
            continue;
        }
        if in_text {
            code.push_str(line);
        } else if slashes {
            code.push_str(line.trim_start());
        } else {
            narrow(words, &mut code);
            continue;
        }
        code.push('\n');
        // A text over several lines keeps its room.
        in_text ^= slashes && line.matches('`').count() % 2 == 1;
    }
    code.into()
}

/// Adds a line of a style sheet, which may as well stand on the line before when that is complete.
fn narrow(words: &str, code: &mut String) {
    match words.strip_suffix(';').and_then(|it| it.split_once(": ")) {
        Some((name, value)) if !name.contains([' ', '(', '"']) => {
            code.extend([name, ":", value, ";"]);
        }
        _ => code.push_str(words.strip_suffix(" {").unwrap_or(words)),
    }
    if words.ends_with(" {") {
        code.push('{');
    } else if !words.ends_with(['{', '}', ';', ',']) {
        code.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_go_and_code_stays() {
        let text = b"/** What it is.\n * @param {x} y\n */\nlet a = 1; // beside\n\n// alone\n/* before */ let b = 'http://x';\n";
        let code = bare("core/x.js", text);
        assert_eq!(
            code,
            "let a = 1; // beside\n/* before */ let b = 'http://x';\n"
        );
        let rules = bare(
            "x.css",
            b"/* one\n   two */\n.a { color: red; }\n// no comment here\n",
        );
        assert_eq!(rules, ".a { color: red; }// no comment here\n");
        let rules = bare(
            "x.css",
            b"@layer a {\n    .b:hover {\n        color: red;\n        --c: a b;\n    }\n}\n",
        );
        assert_eq!(rules, "@layer a{.b:hover{color:red;--c:a b;}}");
        let text = bare("x.js", b"    let a = `b\n      c`;\n    d();\n");
        assert_eq!(text, "let a = `b\n      c`;\nd();\n");
        assert_eq!(bare("x.svg", b"// as it is"), "// as it is");
    }
}
