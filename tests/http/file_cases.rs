//! What attackers try with files. Each test carries the number of its case.

mod payloads;
mod reading;
mod uploads;

use serde_json::{Value, json};

use super::files::Place;

/// Asks for a name in every way there is, and is refused each time.
fn refused(place: &Place, name: &str) {
    for route in ["/gradio_api/file=", "/gradio_api/file/"] {
        for target in [
            format!("{route}{name}"),
            format!("{route}{name}/"),
            format!("{route}{}", percent(name)),
        ] {
            let answer = place.raw_get(&target);
            let status = answer.split(' ').nth(1).unwrap_or_default();
            assert!(
                ["400", "403", "404"].contains(&status),
                "{target}: {answer}"
            );
            assert!(!answer.contains("CANARY"), "{target}: {answer}");
            assert!(!answer.contains("text/html"), "{target}: {answer}");
        }
    }
}

fn percent(name: &str) -> String {
    let bytes = name.bytes().map(|byte| format!("%{byte:02X}"));
    bytes.collect::<Vec<_>>().concat()
}

fn file(path: impl Into<Value>) -> Value {
    json!({"path": path.into(), "meta": {"_type": "gradio.FileData"}})
}

/// Sends a value for a file, and is refused before anything is stored.
fn not_taken(place: &Place, api_name: &str, argument: &Value) {
    let before = place.stored();
    let answer = place.run(api_name, argument);
    assert!((400..500).contains(&answer.status), "{argument}: {answer}");
    assert!(
        !answer.body.contains("CANARY") && !answer.body.contains("root:"),
        "{answer}"
    );
    assert_eq!(place.stored(), before, "{argument} was stored");
}
