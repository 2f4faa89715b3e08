//! The snippet for `vetrina::client`: a whole program.

use std::fmt::Write;

use serde_json::{Number, Value};

use super::value::{Dialect, file_url, quoted};
use super::{Call, each, home};

pub(crate) fn rust(base: &str, calls: &[Call]) -> String {
    let limit = calls.iter().map(depth).max().unwrap_or_default();
    // What the compiler allows unless told otherwise, with room for the macros around.
    let limit = if limit > 100 {
        format!(
            "#![recursion_limit = \"{}\"]\n\n",
            (2 * limit).next_power_of_two()
        )
    } else {
        String::new()
    };
    let takes_any = calls.iter().any(|it| !it.arguments.is_empty());
    let json = if takes_any { "{Value, json}" } else { "Value" };
    let upload = if calls.iter().any(Call::has_files) {
        ", Upload"
    } else {
        ""
    };
    let home = literal(&home(base));
    let calls = calls.iter().map(|it| call(base, it));
    let calls = calls.collect::<Vec<_>>().join("\n");
    format!(
        "{limit}use serde_json::{json};\nuse vetrina::client::{{Client, Result{upload}}};\n\n\
         #[tokio::main]\nasync fn main() -> Result<()> {{\n    \
             let client = Client::connect({home}).await?;\n\
         {calls}    \
             Ok(())\n}}\n"
    )
}

fn call(base: &str, call: &Call) -> String {
    let file = |value: &Value| format!("Upload::url({})", literal(&file_url(value, base)));
    let dialect = Dialect {
        null: "null",
        yes: "true",
        no: "false",
        indent: 4,
        last_comma: true,
        key: literal,
        text: literal,
        number,
        file: &file,
    };
    let name = literal(&call.slashed());
    let lines = each(&call.arguments, |(name, value)| {
        format!(
            "        {}: {},\n",
            literal(name),
            dialect.literal(value, 2)
        )
    });
    let (before, given) = if lines.is_empty() {
        (String::new(), "()")
    } else {
        (
            format!("    let arguments = json!({{\n{lines}    }});\n"),
            "arguments",
        )
    };
    format!(
        "{before}    let result: Value = client.predict({name}, {given}).await?;\n    println!(\"{{result}}\");\n"
    )
}

/// Whole numbers are taken for an `i32` where nothing else is said.
fn number(number: &Number) -> String {
    match (number.as_i64(), number.as_u64()) {
        (Some(it), _) if i32::try_from(it).is_ok() => it.to_string(),
        (Some(it), _) => format!("{it}_i64"),
        (None, Some(it)) => format!("{it}_u64"),
        (None, None) => number.to_string(),
    }
}

/// A text as Rust reads it: the escapes of JSON, but for those by number.
fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let mut rest = &*quoted(text);
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let code = escape.strip_prefix("\\u").and_then(|code| code.get(..4));
        let length = if let Some(code) = code {
            let _ = write!(out, "\\u{{{code}}}");
            6
        } else {
            out.push_str(&escape[..2]);
            2
        };
        rest = &escape[length..];
    }
    out.push_str(rest);
    out
}

/// About how deep `json!` goes into itself to read these arguments: a few steps for each entry.
fn depth(call: &Call) -> usize {
    fn of(value: &Value) -> usize {
        let (steps, inner) = match value {
            Value::Array(items) => (2 * items.len(), items.iter().map(of).max()),
            Value::Object(_) if super::value::is_file(value) => (0, None),
            Value::Object(entries) => (5 * entries.len(), entries.values().map(of).max()),
            _ => (0, None),
        };
        4 + steps + inner.unwrap_or_default()
    }
    let inner = call.arguments.iter().map(|(_, value)| of(value)).max();
    5 * call.arguments.len() + inner.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn call(arguments: &[(&str, Value)]) -> Call {
        let arguments = arguments.iter();
        let arguments = arguments.map(|(name, value)| ((*name).to_owned(), value.clone()));
        Call::new("greet", arguments.collect())
    }

    #[test]
    fn it_is_a_whole_program() {
        let expected = r#"use serde_json::{Value, json};
use vetrina::client::{Client, Result, Upload};

#[tokio::main]
async fn main() -> Result<()> {
    let client = Client::connect("http://h:1/").await?;
    let arguments = json!({
        "name": "it's \"so\"\n\u{0001}\\u",
        "deep": {"a": [null, true, 1.5, 3000000000_i64]},
        "file": Upload::url("https://a.example/b.png"),
    });
    let result: Value = client.predict("/greet", arguments).await?;
    println!("{result}");
    Ok(())
}
"#;
        let arguments = [
            ("name", json!("it's \"so\"\n\u{1}\\u")),
            ("deep", json!({"a": [null, true, 1.5, 3_000_000_000_i64]})),
            ("file", super::super::value::file("https://a.example/b.png")),
        ];
        assert_eq!(rust("http://h:1", &[call(&arguments)]), expected);
    }

    #[test]
    fn nothing_to_give_is_nothing() {
        let text = rust("http://h", &[call(&[])]);
        assert!(text.contains("predict(\"/greet\", ())"), "{text}");
        assert!(text.starts_with("use serde_json::Value;\n"), "{text}");
    }

    #[test]
    fn long_lists_are_let_in() {
        let long = json!([vec![0; 200]]);
        let text = rust("http://h", &[call(&[("long", long)])]);
        assert!(
            text.starts_with("#![recursion_limit = \"1024\"]\n"),
            "{text}"
        );
    }
}
