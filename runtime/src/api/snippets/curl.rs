//! The snippet for a shell: ask for a run, then read its events. It needs `curl` and `cut`, which every system has.

use serde_json::{Value, json};

use super::value::{self, file_url, quoted};
use super::{Call, percent_encoded};

pub(crate) fn curl(base: &str, calls: &[Call]) -> String {
    match calls {
        [one] => call(base, one, false),
        // What one call leaves behind, the next one finds, as in the other languages.
        many => format!(
            "SESSION=session-$(date +%s)\n\n{}",
            many.iter()
                .map(|one| call(base, one, true))
                .collect::<Vec<_>>()
                .join("\n")
        ),
    }
}

fn call(base: &str, call: &Call, in_session: bool) -> String {
    let url = call_url(base, &call.name);
    let body = body(base, call).replace('\'', r"'\''");
    let body = match body.strip_suffix('}') {
        Some(open) if in_session => {
            format!(
                "{}, \"session_hash\": \"'\"$SESSION\"'\"}}",
                open.trim_end()
            )
        }
        _ => body,
    };
    format!(
        "EVENT_ID=$(curl -fsS \"{url}\" \\\n  \
           -H 'Content-Type: application/json' \\\n  \
           -d '{body}' | cut -d '\"' -f 4)\n\
         curl -fsSN \"{url}/$EVENT_ID\"\n"
    )
}

/// What is posted: the arguments in the order of the wire. A file goes by the path that the server itself gave out, or by
/// its address elsewhere.
pub(crate) fn body(base: &str, call: &Call) -> String {
    let data: Value = call
        .arguments
        .iter()
        .map(|(_, value)| value.clone())
        .collect();
    let file = |value: &Value| {
        let path = value["path"]
            .as_str()
            .map_or_else(|| file_url(value, base), str::to_owned);
        let path = quoted(&path);
        format!("{{\"path\": {path}, \"meta\": {{\"_type\": \"gradio.FileData\"}}}}")
    };
    value::json(&file).literal(&json!({ "data": data }), 0)
}

/// The address to post to, safe between double quotes: whatever a shell or curl could read as more than a letter is
/// percent-encoded, which means the same to the server.
fn call_url(base: &str, name: &str) -> String {
    let base = percent_encoded(base.trim_end_matches('/'), "-._~:/?[]@%+,=&");
    format!(
        "{base}/gradio_api/call/{}",
        percent_encoded(name.strip_prefix('/').unwrap_or(name), "-._~")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn endpoint(values: &[Value]) -> Value {
        let parameter = |value: &Value| json!({"parameter_name": "a", "type": {}, "parameter_has_default": true, "parameter_default": value});
        json!({"parameters": values.iter().map(parameter).collect::<Vec<_>>()})
    }

    #[test]
    fn it_asks_and_then_reads() {
        let expected = "\
EVENT_ID=$(curl -fsS \"http://h:1/gradio_api/call/greet\" \\
  -H 'Content-Type: application/json' \\
  -d '{\"data\": [\"it'\\''s $HOME \\\\ `x` \\n\", 4]}' | cut -d '\"' -f 4)
curl -fsSN \"http://h:1/gradio_api/call/greet/$EVENT_ID\"
";
        assert_eq!(
            curl(
                "http://h:1/",
                &[Call::example(
                    "/greet",
                    &endpoint(&[json!("it's $HOME \\ `x` \n"), json!(4)])
                )]
            ),
            expected
        );
    }

    #[test]
    fn several_calls_share_a_session() {
        let calls = [endpoint(&[json!("it's")]), endpoint(&[])];
        let calls = calls.map(|endpoint| Call::example("say", &endpoint));
        let text = curl("http://h", &calls);
        assert!(text.starts_with("SESSION="), "{text}");
        assert!(
            text.contains(r#"-d '{"data": ["it'\''s"], "session_hash": "'"$SESSION"'"}'"#),
            "{text}"
        );
        assert!(
            text.contains(r#"-d '{"data": [], "session_hash": "'"$SESSION"'"}'"#),
            "{text}"
        );
    }

    #[test]
    fn nothing_to_give_is_an_empty_list() {
        assert_eq!(
            body("http://h", &Call::example("x", &json!({"parameters": []}))),
            "{\"data\": []}"
        );
    }

    #[test]
    fn addresses_hold_nothing_that_a_shell_reads() {
        let text = curl(
            "http://[::1]:7/a$(b)`c\"",
            &[Call::example("grüß {gott}", &endpoint(&[]))],
        );
        assert!(
            text.contains(
                "\"http://[::1]:7/a%24%28b%29%60c%22/gradio_api/call/gr%C3%BC%C3%9F%20%7Bgott%7D\""
            ),
            "{text}"
        );
    }

    #[test]
    fn files_are_sent_by_address() {
        let picture = json!({"path": "https://a.example/b.png", "url": null, "orig_name": "b.png", "meta": {"_type": "gradio.FileData"}});
        let expected = "\
{
  \"data\": [
    {\"path\": \"https://a.example/b.png\", \"meta\": {\"_type\": \"gradio.FileData\"}}
  ]
}";
        assert_eq!(
            body("http://h", &Call::example("x", &endpoint(&[picture]))),
            expected
        );
    }
}
