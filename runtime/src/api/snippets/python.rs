//! The snippet for `gradio_client`.

use serde_json::{Number, Value};

use super::value::{Dialect, file_url, quoted};
use super::{Call, each, home};

/// Names that `Client.predict` takes for itself: with one of them among the arguments, all go by position.
const TAKEN: [&str; 5] = [
    "self",
    "api_name",
    "fn_index",
    "headers",
    "result_callbacks",
];

const KEYWORDS: [&str; 36] = [
    "False",
    "None",
    "True",
    "__debug__",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
];

pub(crate) fn python(base: &str, calls: &[Call]) -> String {
    let import = if calls.iter().any(Call::has_files) {
        "Client, handle_file"
    } else {
        "Client"
    };
    let home = quoted(&home(base));
    let calls = calls.iter().map(|it| call(base, it));
    let calls = calls.collect::<Vec<_>>().join("\n");
    format!("from gradio_client import {import}\n\nclient = Client({home})\n{calls}")
}

fn call(base: &str, call: &Call) -> String {
    let file = |value: &Value| format!("handle_file({})", quoted(&file_url(value, base)));
    let dialect = Dialect {
        null: "None",
        yes: "True",
        no: "False",
        indent: 4,
        last_comma: true,
        key: quoted,
        text: quoted,
        number: Number::to_string,
        file: &file,
    };
    let arguments = &call.arguments;
    let by_position = arguments
        .iter()
        .any(|(name, _)| TAKEN.contains(&name.as_str()));
    let mut lines: Vec<String> = arguments
        .iter()
        .map(|(name, value)| {
            let value = dialect.literal(value, 1);
            match name {
                _ if by_position => value,
                name if is_plain(name) => format!("{name}={value}"),
                name => format!("**{{{}: {value}}}", quoted(name)),
            }
        })
        .collect();
    lines.push(format!("api_name={}", quoted(&call.slashed())));
    let lines = each(lines, |line| format!("    {line},\n"));
    format!("result = client.predict(\n{lines})\nprint(result)\n")
}

/// Python folds other alphabets in its names, so only ASCII ones are sure to arrive as they were written.
fn is_plain(name: &str) -> bool {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    starts_well
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !KEYWORDS.contains(&name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn endpoint(arguments: &[(&str, Value)]) -> Value {
        let parameter = |(name, value): &(&str, Value)| json!({"parameter_name": name, "type": {}, "parameter_has_default": true, "parameter_default": value});
        json!({"parameters": arguments.iter().map(parameter).collect::<Vec<_>>(), "returns": []})
    }

    #[test]
    fn arguments_are_keywords_and_literals_are_pythons() {
        let it = endpoint(&[
            ("name", json!("it's \"so\"\n")),
            ("deep", json!({"a": [null, true, 1.5]})),
        ]);
        let expected = "\
from gradio_client import Client

client = Client(\"http://h:1/\")
result = client.predict(
    name=\"it's \\\"so\\\"\\n\",
    deep={\"a\": [None, True, 1.5]},
    api_name=\"/greet\",
)
print(result)
";
        assert_eq!(
            python("http://h:1", &[Call::example("greet", &it)]),
            expected
        );
        assert_eq!(
            python("http://h:1/", &[Call::example("/greet", &it)]),
            expected
        );
    }

    #[test]
    fn names_that_python_cannot_say_are_unpacked() {
        let it = endpoint(&[("from", json!(1)), ("größe", json!(2)), ("ok", json!(3))]);
        let text = python("http://h", &[Call::example("x", &it)]);
        assert!(
            text.contains("    **{\"from\": 1},\n    **{\"größe\": 2},\n    ok=3,\n"),
            "{text}"
        );
    }

    #[test]
    fn names_that_the_client_keeps_go_by_position() {
        let text = python(
            "http://h",
            &[Call::example(
                "x",
                &endpoint(&[("a", json!(1)), ("headers", json!(2))]),
            )],
        );
        assert!(
            text.contains("(\n    1,\n    2,\n    api_name=\"/x\",\n)"),
            "{text}"
        );
    }

    #[test]
    fn nothing_to_give_is_fine() {
        let text = python(
            "http://h",
            &[Call::example("x", &json!({"parameters": []}))],
        );
        assert!(
            text.contains("client.predict(\n    api_name=\"/x\",\n)"),
            "{text}"
        );
    }

    #[test]
    fn files_are_handed_over() {
        let picture =
            json!({"path": "https://a.example/b.png", "meta": {"_type": "gradio.FileData"}});
        let text = python(
            "http://h",
            &[Call::example(
                "x",
                &endpoint(&[("all", json!([{"image": picture, "caption": null}]))]),
            )],
        );
        assert!(
            text.starts_with("from gradio_client import Client, handle_file\n"),
            "{text}"
        );
        assert!(
            text.contains(
                "all=[{\"image\": handle_file(\"https://a.example/b.png\"), \"caption\": None}],"
            ),
            "{text}"
        );
    }

    #[test]
    fn long_values_are_broken_into_lines() {
        let words: Vec<String> = (0..20).map(|n| format!("word {n}")).collect();
        let text = python(
            "http://h",
            &[Call::example("x", &endpoint(&[("words", json!(words))]))],
        );
        assert!(
            text.contains("    words=[\n        \"word 0\",\n"),
            "{text}"
        );
        assert!(text.contains("        \"word 19\",\n    ],\n"), "{text}");
    }
}
