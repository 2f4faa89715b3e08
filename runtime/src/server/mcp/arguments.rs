//! The arguments of a tool on their way into its function: addresses become files.

use serde_json::{Map, Value, json};

use super::{Offered, schema};
use crate::{Error, ErrorCode, file};

/// `arguments` with a file of so many bytes at most for each address.
///
/// # Errors
/// When there is no file to be had at one of them.
pub(super) fn with_files(
    offered: &Offered,
    mut arguments: Map<String, Value>,
    most: Option<u64>,
) -> Result<Map<String, Value>, Error> {
    if !offered.takes_files {
        return Ok(arguments);
    }
    for (name, schema) in &offered.taken {
        if let Some(value) = arguments.get_mut(name) {
            convert(schema, value, most).map_err(|why| {
                Error::coded(ErrorCode::Invalid, format!("{name}: {why}")).with_field(name)
            })?;
        }
    }
    Ok(arguments)
}

fn convert(schema: &Value, value: &mut Value, most: Option<u64>) -> Result<(), String> {
    if schema::is_file(schema) {
        if let Value::String(address) = value {
            *value = at(address, most)?;
        }
        return Ok(());
    }
    let options = ["anyOf", "oneOf", "allOf"].into_iter();
    for option in options.filter_map(|key| schema[key].as_array()).flatten() {
        convert(option, value, most)?;
    }
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                convert(&schema["properties"][key.as_str()], value, most)?;
            }
        }
        Value::Array(items) => {
            for (place, item) in items.iter_mut().enumerate() {
                let own = schema["prefixItems"].get(place);
                convert(own.unwrap_or(&schema["items"]), item, most)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// The file at an address: one that travels in it, one of our own, or one that is fetched.
fn at(address: &str, most: Option<u64>) -> Result<Value, String> {
    const MARK: &str = "gradio.FileData";
    if address.starts_with("data:") {
        return Ok(json!({"path": null, "url": address, "meta": {"_type": MARK}}));
    }
    let own = json!({"path": address, "meta": {"_type": MARK}});
    if serde_json::from_value::<file::FileData>(own.clone()).is_ok() {
        return Ok(own);
    }
    if address.starts_with("http://") || address.starts_with("https://") {
        let fetched = file::fetch(address, most)?;
        return serde_json::to_value(fetched).map_err(|error| error.to_string());
    }
    Err(format!(
        "Invalid file data format, provide a url ('http://...' or 'https://...'). Received: {}",
        address.chars().take(100).collect::<String>()
    ))
}

/// What a text stands for where the schema wants something else: prompts and addresses carry only
/// texts.
pub(super) fn read(schema: &Value, text: &str) -> Value {
    let kind = schema["type"].as_str().unwrap_or("string");
    if kind == "string" {
        return text.into();
    }
    serde_json::from_str(text).unwrap_or_else(|_| text.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_at_any_depth() {
        let file = json!({"properties": {"path": {}, "orig_name": {}, "meta": {}}});
        let schema =
            json!({"items": {"properties": {"image": {"anyOf": [file, {"type": "null"}]}}}});
        let mut value = json!([{"image": "data:image/png;base64,AAEC"}, {"image": null}]);
        convert(&schema, &mut value, None).unwrap();
        assert_eq!(value[0]["image"]["meta"]["_type"], "gradio.FileData");
        assert_eq!(value[1], json!({"image": null}));
    }

    #[test]
    fn a_path_is_no_address() {
        for address in ["/etc/passwd", "file:///etc/passwd", "ftp://a/b", ""] {
            let why = at(address, None).unwrap_err();
            assert!(why.contains("Invalid file data format"), "{why}");
        }
    }

    #[test]
    fn texts_are_read_by_their_schema() {
        assert_eq!(read(&json!({"type": "string"}), "1"), json!("1"));
        assert_eq!(read(&json!({"type": "integer"}), "1"), json!(1));
        assert_eq!(read(&json!({"type": "integer"}), "one"), json!("one"));
    }
}
