//! `UploadButton`: asks for files by a button.

use serde_json::{Map, Value, json};

use super::{
    ButtonSize, ButtonVariant,
    files::{FileCount, Files, file_component},
};
use crate::{component, component::Derived, file::FileTypes};

/// A button that asks for files; `upload` tells when they are there.
///
/// A function takes and shows what it would with a [`File`](super::File).
///
/// ```
/// use vetrina::{file::FileData, prelude::*};
///
/// #[page]
/// fn shelf(ui: &mut Ui) {
///     let shelf = ui.add(File::new().multiple());
///     let add = ui.add(UploadButton::new("Add").multiple());
///     add.upload(|files: Vec<FileData>| files, &add, &shelf);
/// }
/// ```
#[component(
    data_model = Option<Files>,
    events(click, upload, change),
    base(interactive = true, min_width = None),
    manual(new, preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct UploadButton {
    /// How much it stands out.
    #[prop(default = ButtonVariant::Secondary)]
    pub variant: ButtonVariant,
    /// How big it is.
    #[prop(default = ButtonSize::Lg)]
    pub size: ButtonSize,
    /// A picture before the words: an address.
    pub icon: Option<String>,
    /// Whether one file, several, or a folder can be chosen.
    #[prop(default = FileCount::Single)]
    pub file_count: FileCount,
    /// Which files can be chosen: extensions and kinds, such as `".png"` and `"audio"`.
    pub file_types: FileTypes,
}

file_component!(UploadButton);

impl UploadButton {
    /// A button with these words on it.
    #[must_use]
    pub fn new(words: impl Into<String>) -> Self {
        Self::default().label(words)
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.remove("show_label");
        props.remove("container");
        props.insert("type".into(), json!("filepath"));
        props.entry("label").or_insert(json!("Upload a File"));
        props
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example};
    use super::*;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "label": "Upload a File", "variant": "secondary", "size": "lg", "interactive": true,
            "type": "filepath", "file_count": "single", "show_label": null, "container": null,
            "min_width": null,
        });
        assert_props(&UploadButton::default(), own);
        let own = json!({
            "label": "Add", "variant": "primary", "size": "sm", "interactive": true,
            "type": "filepath", "file_count": "multiple", "file_types": ["video"],
            "show_label": null, "container": null, "min_width": null,
        });
        let button = UploadButton::new("Add")
            .multiple()
            .file_types(["video"])
            .variant(ButtonVariant::Primary)
            .size(ButtonSize::Sm);
        assert_props(&button, own);
    }

    #[test]
    fn files_come_in() {
        let bytes = example::<Vec<u8>>(&UploadButton::new("Add"));
        assert_eq!(bytes, Ok(b"A file to try things with.\n".to_vec()));
    }
}
