//! `MultimodalTextbox`: text together with files.

use std::path::PathBuf;

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{TextAlign, TextboxButton, files::FileCount};
use crate::{
    component,
    component::{DefaultComponent, Derived, Invalid, Postprocess, Preprocess, schema_of},
    data_model,
    file::{FileData, FileTypes},
};

/// Text together with files: what people write to a chat. The component of [`MultimodalData`].
///
/// A function takes [`MultimodalData`], or the text and the paths as `(String, Vec<PathBuf>)`; it
/// shows the data, or a text alone.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn answer(message: MultimodalData) -> String {
///     format!("{} With {} files.", message.text, message.files.len())
/// }
/// ```
#[component(
    data_model = Option<MultimodalData>,
    kind = form,
    events(change, input, select, submit, focus, blur, stop),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct MultimodalTextbox {
    /// Where files come from.
    #[prop(default = vec![TextboxSource::Upload])]
    pub sources: Vec<TextboxSource>,
    /// Which files can be chosen: extensions and kinds, such as `".png"` and `"audio"`.
    pub file_types: FileTypes,
    /// Whether one file, several, or a folder can be chosen.
    #[prop(default = FileCount::Single)]
    pub file_count: FileCount,
    /// How many lines are seen at first.
    #[prop(default = 1)]
    pub lines: u32,
    /// How many lines it grows to before it scrolls.
    #[prop(default = 20)]
    pub max_lines: u32,
    /// What an empty box says.
    pub placeholder: Option<String>,
    /// Whether the cursor starts here.
    pub autofocus: bool,
    /// Whether it keeps to the end as text comes in.
    #[prop(default = true)]
    pub autoscroll: bool,
    /// Which side the text starts from.
    pub text_align: Option<TextAlign>,
    /// Whether the text runs from right to left.
    pub rtl: bool,
    /// A button that submits: `true`, or the words on it.
    #[prop(default = true)]
    pub submit_btn: TextboxButton,
    /// A button that stops: `true`, or the words on it.
    #[prop(default = false)]
    pub stop_btn: TextboxButton,
    /// A longer text that is pasted becomes a file.
    #[prop(default = 1000)]
    pub max_plain_text_length: u32,
    /// Attributes of the `<textarea>`: `autocomplete`, `spellcheck` and the like.
    pub html_attributes: Option<Map<String, Value>>,
}

/// What a [`MultimodalTextbox`] holds.
#[data_model]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MultimodalData {
    /// What was written.
    pub text: String,
    /// What goes with it.
    #[serde(default)]
    pub files: Vec<FileData>,
}

/// Where the files of a [`MultimodalTextbox`] come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum TextboxSource {
    /// From the disk, by dropping and pasting.
    Upload,
    /// Recorded.
    Microphone,
}

impl MultimodalTextbox {
    /// Several files can be chosen.
    #[must_use]
    pub fn multiple(self) -> Self {
        self.file_count(FileCount::Multiple)
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("max_lines".into(), json!(self.max_lines.max(self.lines)));
        props
    }

    fn api_info(&self) -> Value {
        let file = schema_of::<FileData>();
        json!({
            "properties": {
                "text": {"title": "Text", "type": "string"},
                "files": {"items": file, "title": "Files", "type": "array"},
            },
            "required": ["text"],
            "title": "MultimodalData",
            "type": "object",
        })
    }

    fn check(&self, data: &Option<MultimodalData>) -> Result<(), Invalid> {
        let files = data.as_ref().map_or(&[][..], |data| &data.files);
        files
            .iter()
            .try_for_each(|file| self.file_types.check(file))
    }
}

impl From<String> for MultimodalData {
    fn from(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

impl From<&str> for MultimodalData {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl<T: Into<String>, F: Into<FileData>> From<(T, Vec<F>)> for MultimodalData {
    fn from((text, files): (T, Vec<F>)) -> Self {
        Self {
            text: text.into(),
            files: files.into_iter().map(Into::into).collect(),
        }
    }
}

impl DefaultComponent for MultimodalData {
    type Component = MultimodalTextbox;

    fn component() -> MultimodalTextbox {
        MultimodalTextbox::new()
    }
}

impl Preprocess<MultimodalData> for MultimodalTextbox {
    // An untouched box sends null, and means neither text nor files.
    fn preprocess(&self, data: Option<MultimodalData>) -> Result<MultimodalData, Invalid> {
        Ok(data.unwrap_or_default())
    }
}

impl Preprocess<Option<MultimodalData>> for MultimodalTextbox {
    fn preprocess(&self, data: Option<MultimodalData>) -> Result<Option<MultimodalData>, Invalid> {
        Ok(data.filter(|data| *data != MultimodalData::default()))
    }
}

impl Preprocess<(String, Vec<PathBuf>)> for MultimodalTextbox {
    fn preprocess(&self, data: Option<MultimodalData>) -> Result<(String, Vec<PathBuf>), Invalid> {
        let MultimodalData { text, files } = data.unwrap_or_default();
        let paths = files.iter().map(|file| file.path().to_owned());
        Ok((text, paths.collect()))
    }
}

impl Postprocess<Option<MultimodalData>> for MultimodalTextbox {
    fn postprocess(
        &self,
        value: Option<MultimodalData>,
    ) -> Result<Option<MultimodalData>, Invalid> {
        Ok(value)
    }
}

macro_rules! shows {
    ($($data:ty),*) => {$(
        impl Postprocess<$data> for MultimodalTextbox {
            fn postprocess(&self, value: $data) -> Result<Option<MultimodalData>, Invalid> {
                Ok(Some(value.into()))
            }
        }
    )*};
}
shows!(MultimodalData, String, &str, (String, Vec<PathBuf>));

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "sources": ["upload"], "file_count": "single", "lines": 1, "max_lines": 20,
            "autofocus": false, "autoscroll": true, "rtl": false, "submit_btn": true,
            "stop_btn": false, "max_plain_text_length": 1000,
        });
        assert_props(&MultimodalTextbox::new(), own);
        let own = json!({
            "sources": ["upload", "microphone"], "file_count": "multiple", "lines": 30, "max_lines": 30,
            "autofocus": true, "autoscroll": true, "rtl": false, "submit_btn": "Send",
            "stop_btn": true, "max_plain_text_length": 80, "file_types": ["image"],
            "placeholder": "Write", "value": {"text": "Hello", "files": []},
        });
        let textbox = MultimodalTextbox::new()
            .sources([TextboxSource::Upload, TextboxSource::Microphone])
            .multiple()
            .lines(30)
            .autofocus(true)
            .submit_btn("Send")
            .stop_btn(true)
            .max_plain_text_length(80)
            .file_types(["image"])
            .placeholder("Write")
            .value("Hello");
        assert_props(&textbox, own);
    }

    #[test]
    fn text_and_files_go_in_and_out() {
        let textbox = MultimodalTextbox::new();
        let data: MultimodalData = example(&textbox).unwrap();
        assert_eq!(data.text, "Hello!!");
        assert_eq!(
            data.files[0].read().unwrap(),
            b"A file to try things with.\n"
        );
        let sent = shown(&textbox, data.clone());
        assert_eq!(sent["files"][0]["orig_name"], "sample_file.txt");
        let paths = vec![data.files[0].path().to_owned()];
        assert_eq!(
            read(&textbox, &sent.to_string()),
            Ok((data.text.clone(), paths))
        );
        assert_eq!(read(&textbox, &sent.to_string()), Ok(data.clone()));
        let words = ("Hello!!".to_owned(), vec![data.files[0].path().to_owned()]);
        assert_eq!(shown(&textbox, words)["files"], sent["files"]);
        let alone = json!({"text": "Hello", "files": []});
        assert_eq!(shown(&textbox, "Hello"), alone);
        assert_eq!(
            read(&textbox, r#"{"text": "Hello"}"#),
            Ok(MultimodalData::from("Hello"))
        );
        assert_eq!(read(&textbox, "null"), Ok(MultimodalData::default()));
        assert_eq!(
            read::<Option<MultimodalData>>(&textbox, r#"{"text": ""}"#),
            Ok(None)
        );
    }

    #[test]
    fn files_of_other_types_and_of_others_are_refused() {
        let textbox = MultimodalTextbox::new().file_types(["image"]);
        let example = AnyComponent::example_payload(&textbox).to_string();
        assert!(
            read::<MultimodalData>(&textbox, &example)
                .unwrap_err()
                .contains("sample_file.txt")
        );
        let theft = r#"{"text": "", "files": [{"path": "/etc/passwd"}]}"#;
        assert!(read::<MultimodalData>(&MultimodalTextbox::new(), theft).is_err());
    }
}
