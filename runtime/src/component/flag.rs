//! Data as a text in a table: what is flagged, and read again.

use std::path::Path;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::Invalid;
use crate::file::{from_folder, into_folder};

/// The data as JSON, its files copied into `folder`; plain text stays plain, for people read the table.
pub(super) fn written<T: Serialize + DeserializeOwned>(
    data: &T,
    folder: &Path,
) -> Result<String, Invalid> {
    let json = into_folder(folder, || serde_json::to_string(data)).map_err(told)?;
    match serde_json::from_str::<Value>(&json) {
        // A text that would be read as something else keeps its quotes: `null`, `"so-called"`.
        Ok(Value::String(text)) if serde_json::from_str::<T>(&text).is_err() => Ok(text),
        _ => Ok(json),
    }
}

/// The data that a text stands for, with the files of `folder`.
pub(super) fn read<T: DeserializeOwned>(text: &str, folder: &Path) -> Result<T, Invalid> {
    from_folder(folder, || {
        serde_json::from_str(text).or_else(|error| {
            // Plain text; if that does not fit either, it was meant to be JSON.
            serde_json::from_value(Value::String(text.into())).map_err(|_| error)
        })
    })
    .map_err(told)
}

#[allow(
    clippy::needless_pass_by_value,
    reason = "the shape that `map_err` wants"
)]
fn told(error: serde_json::Error) -> Invalid {
    error.to_string().into()
}

#[cfg(test)]
mod tests {
    use std::fmt::Debug;

    use super::*;

    fn comes_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(data: T, text: &str) {
        let folder = std::env::temp_dir();
        let flagged = written(&data, &folder).expect("it can be written");
        assert_eq!(flagged, text);
        assert_eq!(read::<T>(&flagged, &folder), Ok(data));
    }

    #[test]
    fn what_is_written_is_read_again() {
        comes_back("plain, \"text\"".to_owned(), "plain, \"text\"");
        comes_back("\"quoted\"".to_owned(), r#""\"quoted\"""#);
        comes_back("5".to_owned(), "5");
        comes_back(Some("null".to_owned()), "\"null\"");
        comes_back(None::<String>, "null");
        comes_back(Value::from("[1]"), "\"[1]\"");
        comes_back(Value::from("words"), "words");
        comes_back(vec![1, 2], "[1,2]");
        comes_back(0.5, "0.5");
    }

    #[test]
    fn what_does_not_fit_says_why() {
        let read = read::<Vec<u8>>("[1,", &std::env::temp_dir());
        assert!(read.unwrap_err().to_string().starts_with("EOF"));
    }
}
