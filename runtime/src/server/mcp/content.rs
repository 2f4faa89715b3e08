//! What a function gave, as parts of an answer: texts, pictures, sounds, and links to files.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::{endpoint::Values, file::FileData};

/// One part of an answer.
#[derive(Debug, PartialEq)]
pub(super) enum Part {
    Text(String),
    /// In base64, with its address.
    Image {
        data: String,
        mime_type: String,
        url: String,
    },
    /// In base64.
    Audio {
        data: String,
        mime_type: String,
    },
    /// A small file of text.
    Embedded {
        url: String,
        mime_type: String,
        text: String,
    },
    Link {
        url: String,
        name: String,
        mime_type: Option<String>,
        size: Option<u64>,
    },
}

/// Larger files are only linked to.
const LARGEST: u64 = 8 << 20;
/// The same for texts, which fill the memory of who reads them.
const LARGEST_TEXT: u64 = 64 << 10;
/// More files than this in one value are only told of in its JSON.
const MOST: usize = 16;

/// What a client shows without running anything.
const PICTURES: [&str; 4] = ["image/png", "image/jpeg", "image/webp", "image/gif"];

/// The results at these places, as JSON. One that leaves its component as it is gives nothing.
pub(super) fn structured(values: &Values, places: &[(usize, String)]) -> Vec<Value> {
    let skipped = json!({"__type__": "update"});
    let all: Vec<_> = values.iter().collect();
    let read = |place: usize| {
        let value = serde_json::from_slice(all.get(place)?).ok()?;
        (value != skipped).then_some(value)
    };
    places
        .iter()
        .map(|(place, _)| read(*place).unwrap_or_default())
        .collect()
}

/// The parts that show `value`.
pub(super) fn parts(value: &Value, out: &mut Vec<Part>) {
    match value {
        Value::String(text) => out.push(Part::Text(text.clone())),
        file if is_file(file) => show(file, out),
        other => {
            out.push(Part::Text(other.to_string()));
            let mut files = Vec::new();
            find(other, &mut files);
            files
                .into_iter()
                .take(MOST)
                .for_each(|file| show(file, out));
        }
    }
}

fn is_file(value: &Value) -> bool {
    value["meta"]["_type"] == "gradio.FileData" && value["path"].is_string()
}

fn find<'a>(value: &'a Value, files: &mut Vec<&'a Value>) {
    match value {
        file if is_file(file) => files.push(file),
        Value::Array(items) => items.iter().for_each(|it| find(it, files)),
        Value::Object(object) => object.values().for_each(|it| find(it, files)),
        _ => {}
    }
}

fn show(file: &Value, out: &mut Vec<Part>) {
    let url = file["url"].as_str().or_else(|| file["path"].as_str());
    let url = url.unwrap_or_default().to_owned();
    let mime_type = file["mime_type"].as_str().unwrap_or_default().to_owned();
    let bytes = |most| whole(file, most);
    let base64 = || bytes(LARGEST).map(|bytes| STANDARD.encode(bytes));
    let is_text = mime_type.starts_with("text/") || mime_type == "application/json";
    if PICTURES.contains(&mime_type.as_str()) {
        if let Some(data) = base64() {
            return out.push(Part::Image {
                data,
                mime_type,
                url,
            });
        }
    } else if is_text {
        let text = bytes(LARGEST_TEXT).and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(text) = text {
            return out.push(Part::Embedded {
                url,
                mime_type,
                text,
            });
        }
    } else if mime_type.starts_with("audio/")
        && let Some(data) = base64()
    {
        let mime_type = mime_type.clone();
        out.push(Part::Audio { data, mime_type });
    }
    out.push(Part::Link {
        url,
        name: file["orig_name"].as_str().unwrap_or("file").to_owned(),
        mime_type: Some(mime_type).filter(|it| !it.is_empty()),
        size: file["size"].as_u64(),
    });
}

/// All of a file; nothing of one that is larger or on another server.
fn whole(file: &Value, most: u64) -> Option<Vec<u8>> {
    let file: FileData = serde_json::from_value(file.clone()).ok()?;
    if file.size()? > most {
        return None;
    }
    file.read().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(value: &Value) -> Vec<Part> {
        let mut parts = Vec::new();
        super::parts(value, &mut parts);
        parts
    }

    #[test]
    fn what_is_skipped_gives_nothing() {
        let values: Values = [&b"1"[..], br#"{"__type__":"update"}"#]
            .into_iter()
            .collect();
        let places = [(0, "a".into()), (1, "b".into()), (2, "c".into())];
        assert_eq!(
            structured(&values, &places),
            [json!(1), Value::Null, Value::Null]
        );
    }

    #[test]
    fn texts_stay_and_other_values_are_json() {
        assert_eq!(shown(&json!("a \"b\"")), [Part::Text("a \"b\"".into())]);
        assert_eq!(shown(&json!([1, true])), [Part::Text("[1,true]".into())]);
    }

    #[test]
    fn pictures_are_shown_and_files_are_linked_to() {
        let picture = FileData::from_bytes("dot.png", b"png").unwrap();
        let picture = serde_json::to_value(&picture).unwrap();
        let parts = shown(&picture);
        assert!(
            matches!(&parts[..], [Part::Image { data, .. }] if data == "cG5n"),
            "{parts:?}"
        );
        let page = FileData::from_bytes("page.zip", b"zip").unwrap();
        let list = json!([{"file": serde_json::to_value(&page).unwrap(), "caption": "x"}]);
        let parts = shown(&list);
        assert!(
            matches!(&parts[..], [Part::Text(_), Part::Link { name, .. }] if name == "page.zip"),
            "{parts:?}"
        );
    }

    #[test]
    fn what_only_looks_like_a_file_is_not_read() {
        let theft = json!({"path": "/etc/passwd", "mime_type": "image/png", "meta": {"_type": "gradio.FileData"}});
        let parts = shown(&theft);
        assert!(matches!(&parts[..], [Part::Link { .. }]), "{parts:?}");
    }
}
