//! `File`: files to give and to get.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::{
    Length,
    files::{FileCount, Files, file_component},
};
use crate::{
    component,
    component::{DefaultComponent, DefaultOutput, Derived, Element},
    file::{FileData, FileTypes},
};

/// Files to give and to get. The component of [`FileData`](crate::file::FileData), of `PathBuf`,
/// and of a `Vec` of either.
///
/// A function takes a file as `FileData`, as a `PathBuf`, or as its bytes in a `Vec<u8>`; an
/// `Option` of these where nothing may be chosen, and a `Vec` where several can be. It shows
/// `FileData` and paths.
///
/// ```
/// use vetrina::{file::FileData, prelude::*};
///
/// #[endpoint]
/// fn longest(
///     #[input(File::new().multiple().file_types(["text", ".md"]))] texts: Vec<FileData>,
/// ) -> Option<FileData> {
///     texts.into_iter().max_by_key(FileData::size)
/// }
/// ```
#[component(
    data_model = Option<Files>,
    events(change, select, clear, upload, delete, download),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct File {
    /// Whether one file, several, or a folder can be chosen.
    #[prop(default = FileCount::Single)]
    pub file_count: FileCount,
    /// Which files can be chosen: extensions and kinds, such as `".png"` and `"audio"`.
    pub file_types: FileTypes,
    /// How high it is while it is empty, and how high it may grow before it scrolls.
    pub height: Option<Length>,
    /// Whether several files can be put into another order.
    pub allow_reordering: bool,
}

file_component!(File);

impl File {
    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("type".into(), json!("filepath"));
        props
    }
}

macro_rules! default_of {
    ($($one:ty),*) => {$(
        impl DefaultComponent for $one {
            type Component = File;

            fn component() -> File {
                File::new()
            }
        }

        impl Element for $one {
            type List = File;

            fn list() -> File {
                File::new().multiple()
            }
        }
    )*};
}
default_of!(FileData, PathBuf);

macro_rules! default_output {
    ($($path:ty: $field:expr;)*) => {$(
        impl DefaultOutput for $path {
            type Component = File;

            fn output() -> File {
                $field
            }
        }
    )*};
}
default_output! {
    &'static Path: File::new();
    Option<&'static Path>: File::new();
    Vec<&'static Path>: File::new().multiple();
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::testing::{assert_props, example, read, shown};
    use super::*;
    use crate::component::AnyComponent;

    fn stored(name: &str) -> (FileData, Value) {
        let file = FileData::from_bytes(name, name).unwrap();
        let sent = serde_json::to_value(&file).unwrap();
        (file, sent)
    }

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({"file_count": "single", "type": "filepath", "allow_reordering": false});
        assert_props(&File::new(), own);
        let own = json!({
            "file_count": "multiple", "type": "filepath", "allow_reordering": true, "height": 200,
            "file_types": ["image", ".pdf"], "label": "Papers",
        });
        let file = File::new()
            .multiple()
            .file_types(["image", ".pdf"])
            .allow_reordering(true)
            .height(200)
            .label("Papers");
        assert_props(&file, own);
    }

    #[test]
    fn one_file_goes_in_and_out() {
        let (file, sent) = stored("one.txt");
        let component = File::new();
        let text = sent.to_string();
        assert_eq!(read(&component, &text), Ok(file.clone()));
        assert_eq!(read(&component, &text), Ok(file.path().to_owned()));
        assert_eq!(read(&component, &text), Ok(b"one.txt".to_vec()));
        assert_eq!(read(&component, &text), Ok(vec![file.clone()]));
        assert_eq!(read::<Option<FileData>>(&component, "null"), Ok(None));
        assert_eq!(shown(&component, file.clone()), sent);
        assert_eq!(shown(&component, file.path())["path"], sent["path"]);
        assert_eq!(shown(&component, None::<FileData>), json!(null));
    }

    #[test]
    fn several_files_go_in_and_out() {
        let component = File::new().multiple();
        let ((a, sent_a), (b, sent_b)) = (stored("a.txt"), stored("b.txt"));
        let sent = json!([sent_a, sent_b]);
        let both = vec![a, b];
        assert_eq!(read(&component, &sent.to_string()), Ok(both.clone()));
        assert_eq!(shown(&component, both), sent);
        assert_eq!(read::<Vec<PathBuf>>(&component, "null"), Ok(Vec::new()));
        let refused = read::<FileData>(&component, &sent.to_string());
        assert_eq!(refused, Err("expected one file, got 2".into()));
        let refused = read::<Vec<FileData>>(&File::new(), &sent.to_string());
        assert_eq!(refused, Err("expected one file, got 2".into()));
    }

    #[test]
    fn the_example_is_a_file() {
        assert_eq!(
            example::<Vec<u8>>(&File::new()),
            Ok(b"A file to try things with.\n".to_vec())
        );
        let several = File::new().multiple();
        assert_eq!(
            example::<Vec<Vec<u8>>>(&several),
            Ok(vec![b"A file to try things with.\n".to_vec()])
        );
        let names =
            AnyComponent::process_example(&several, &AnyComponent::example_payload(&several));
        assert_eq!(names, "sample_file.txt");
    }

    #[test]
    fn what_is_no_file_of_ours_is_refused() {
        for sent in [
            r#"{"path": "/etc/passwd", "meta": {"_type": "gradio.FileData"}}"#,
            r#"[{"path": "/etc/passwd"}]"#,
            r#""/etc/passwd""#,
            "5",
        ] {
            assert!(read::<FileData>(&File::new(), sent).is_err(), "{sent}");
        }
        assert_eq!(
            read::<FileData>(&File::new(), "null"),
            Err("choose a file".into())
        );
    }

    #[test]
    fn a_file_of_another_type_is_refused() {
        let (_, sent) = stored("program.exe");
        let pictures = File::new().file_types([".png"]);
        let refused = read::<FileData>(&pictures, &sent.to_string()).unwrap_err();
        assert!(
            refused.contains("program.exe") && refused.contains(".png"),
            "{refused}"
        );
    }
}
