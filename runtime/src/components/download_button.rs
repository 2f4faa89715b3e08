//! `DownloadButton`: gives a file by a button.

use std::path::PathBuf;

use serde_json::{Map, Value, json};

use super::{
    ButtonSize, ButtonVariant,
    files::{self, shows_one_file},
};
use crate::{
    component,
    component::{Derived, Invalid, Preprocess, schema_of},
    file::FileData,
};

/// A button that saves a file where the browser saves files. The click is told as well.
///
/// A function shows `FileData` or a path in it: the file to save from then on.
///
/// ```
/// use vetrina::{component::Invalid, file::FileData, prelude::*};
///
/// #[page]
/// fn note(ui: &mut Ui) {
///     let text = ui.add(Textbox::new().label("Note"));
///     let save = ui.add(DownloadButton::new("Save"));
///     text.change(as_file, &text, &save);
/// }
///
/// fn as_file(text: String) -> Result<FileData, Invalid> {
///     FileData::from_bytes("note.txt", text)
/// }
/// ```
#[component(
    data_model = Option<FileData>,
    events(click, change),
    base(interactive = true, min_width = None),
    manual(new, preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct DownloadButton {
    /// How much it stands out.
    #[prop(default = ButtonVariant::Secondary)]
    pub variant: ButtonVariant,
    /// How big it is.
    #[prop(default = ButtonSize::Lg)]
    pub size: ButtonSize,
    /// A picture before the words: an address.
    pub icon: Option<String>,
}

impl DownloadButton {
    /// A button with these words on it.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self::default().label(words)
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.remove("show_label");
        props.remove("container");
        props.entry("label").or_insert(json!("Download"));
        props
    }

    fn api_info(&self) -> Value {
        schema_of::<FileData>()
    }

    fn process_example(&self, data: &Value) -> Value {
        files::names(data)
    }
}

impl Preprocess<Option<FileData>> for DownloadButton {
    fn preprocess(&self, data: Option<FileData>) -> Result<Option<FileData>, Invalid> {
        Ok(data)
    }
}

impl Preprocess<Option<PathBuf>> for DownloadButton {
    fn preprocess(&self, data: Option<FileData>) -> Result<Option<PathBuf>, Invalid> {
        Ok(data.map(|file| file.path().to_owned()))
    }
}

impl Preprocess<FileData> for DownloadButton {
    fn preprocess(&self, data: Option<FileData>) -> Result<FileData, Invalid> {
        data.ok_or_else(|| "there is no file yet".into())
    }
}

impl Preprocess<PathBuf> for DownloadButton {
    fn preprocess(&self, data: Option<FileData>) -> Result<PathBuf, Invalid> {
        let file: FileData = self.preprocess(data)?;
        Ok(file.path().to_owned())
    }
}

shows_one_file!(DownloadButton);

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, read, shown};
    use super::*;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "label": "Download", "variant": "secondary", "size": "lg", "interactive": true,
            "show_label": null, "container": null, "min_width": null,
        });
        assert_props(&DownloadButton::default(), own);
        let own = json!({
            "label": "Save", "variant": "primary", "size": "md", "interactive": false, "scale": 1,
            "show_label": null, "container": null, "min_width": null,
        });
        let button = DownloadButton::new("Save")
            .variant(ButtonVariant::Primary)
            .size(ButtonSize::Md)
            .interactive(false)
            .scale(1);
        assert_props(&button, own);
    }

    #[test]
    fn a_file_goes_in_and_out() {
        let button = DownloadButton::new("Save");
        let file = FileData::from_bytes("note.txt", "Milk").unwrap();
        let sent = shown(&button, file.clone());
        assert_eq!(sent["orig_name"], "note.txt");
        assert_eq!(read(&button, &sent.to_string()), Ok(file.clone()));
        assert_eq!(read(&button, &sent.to_string()), Ok(file.path().to_owned()));
        assert_eq!(shown(&button, file.path())["path"], sent["path"]);
        assert_eq!(read::<Option<FileData>>(&button, "null"), Ok(None));
        assert_eq!(shown(&button, None::<PathBuf>), json!(null));
    }
}
