//! The snippet for `@gradio/client`: a module for Node or a page.

use serde_json::{Number, Value};

use super::value::{Dialect, file_url, quoted};
use super::{Call, each, home};

pub(crate) fn javascript(base: &str, calls: &[Call]) -> String {
    let import = if calls.iter().any(Call::has_files) {
        "Client, handle_file"
    } else {
        "Client"
    };
    let home = quoted(&home(base));
    let first = if calls.len() > 1 { "let " } else { "const " };
    let calls = calls.iter().enumerate().map(|(at, it)| {
        let declared = if at == 0 { first } else { "" };
        format!("{declared}{}", call(base, it))
    });
    let calls = calls.collect::<Vec<_>>().join("\n");
    format!(
        "import {{ {import} }} from \"@gradio/client\";\n\nconst app = await Client.connect({home});\n{calls}"
    )
}

fn call(base: &str, call: &Call) -> String {
    let file = |value: &Value| format!("handle_file({})", quoted(&file_url(value, base)));
    let dialect = Dialect {
        null: "null",
        yes: "true",
        no: "false",
        indent: 2,
        last_comma: true,
        key,
        text: quoted,
        number: Number::to_string,
        file: &file,
    };
    let lines = each(&call.arguments, |(name, value)| {
        format!("  {}: {},\n", key(name), dialect.literal(value, 1))
    });
    let given = if lines.is_empty() {
        String::new()
    } else {
        format!(", {{\n{lines}}}")
    };
    let name = quoted(&call.slashed());
    format!("result = await app.predict({name}{given});\nconsole.log(result.data);\n")
}

fn key(name: &str) -> String {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_' || c == '$');
    let is_plain = starts_well
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '$');
    match name {
        // Written plainly it would set the prototype and send nothing.
        "__proto__" => "[\"__proto__\"]".to_owned(),
        _ if is_plain => name.to_owned(),
        _ => quoted(name),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn endpoint(arguments: &[(&str, Value)]) -> Value {
        let parameter = |(name, value): &(&str, Value)| json!({"parameter_name": name, "type": {}, "parameter_has_default": true, "parameter_default": value});
        json!({"parameters": arguments.iter().map(parameter).collect::<Vec<_>>()})
    }

    #[test]
    fn arguments_are_one_object() {
        let it = endpoint(&[
            ("name", json!("a`b${c}\u{2028}")),
            ("two words", json!({"x-y": [null, false]})),
        ]);
        let expected = "\
import { Client } from \"@gradio/client\";

const app = await Client.connect(\"http://h:1/app/\");
const result = await app.predict(\"/greet\", {
  name: \"a`b${c}\\u2028\",
  \"two words\": {\"x-y\": [null, false]},
});
console.log(result.data);
";
        assert_eq!(
            javascript("http://h:1/app", &[Call::example("greet", &it)]),
            expected
        );
    }

    #[test]
    fn nothing_to_give_is_fine() {
        let text = javascript(
            "http://h",
            &[Call::example("x", &json!({"parameters": []}))],
        );
        assert!(text.contains("await app.predict(\"/x\");\n"), "{text}");
    }

    #[test]
    fn a_prototype_is_a_name_like_any_other() {
        let text = javascript(
            "http://h",
            &[Call::example("x", &endpoint(&[("__proto__", json!(1))]))],
        );
        assert!(text.contains("  [\"__proto__\"]: 1,\n"), "{text}");
    }
}
