//! Modules and style sheets without their comments: a browser reads none, and they are a fifth of the bytes on the wire.

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
    let mut inside = false;
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
        code.push_str(line);
        code.push('\n');
    }
    code.into()
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
        assert_eq!(rules, ".a { color: red; }\n// no comment here\n");
        assert_eq!(bare("x.svg", b"// as it is"), "// as it is");
    }
}
