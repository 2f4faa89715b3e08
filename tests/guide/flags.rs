//! Values as texts in a table of flagged runs.

use std::{env, fs, path::PathBuf, process};

use serde_json::{Value, json};
use vetrina::{component::AnyComponent, prelude::*};

mod app {
    use std::path::Path;

    use vetrina::{component::Invalid, prelude::*};

    /// A file with words about it.
    #[data_model]
    #[derive(Debug, Clone, PartialEq)]
    pub(super) struct Note {
        /// The words.
        pub(super) words: String,
        /// The file.
        pub(super) file: FileData,
        /// More files.
        pub(super) more: Vec<FileData>,
    }

    /// Has a model and nothing else.
    #[component(data_model = Note, events(change))]
    pub(super) struct Attachment {}

    /// Is written down in its own way.
    #[component(data_model = (f64, f64), events(change))]
    pub(super) struct Point {}

    impl Point {
        fn flag(&self, data: &(f64, f64), _: &Path) -> Result<String, Invalid> {
            Ok(format!("{} {}", data.0, data.1))
        }

        fn read_from_flag(&self, text: &str, _: &Path) -> Result<(f64, f64), Invalid> {
            let (x, y) = text.split_once(' ').ok_or("two numbers")?;
            let read = |number: &str| number.parse().map_err(|_| Invalid::from("no number"));
            Ok((read(x)?, read(y)?))
        }
    }
}

/// A folder that nobody else writes to.
fn folder(name: &str) -> PathBuf {
    env::temp_dir().join(format!("vetrina-guide-{}-{name}", process::id()))
}

fn note() -> Value {
    let file = |name: &str, bytes: &str| FileData::from_bytes(name, bytes).expect("it is kept");
    json!(app::Note {
        words: "two of them".into(),
        file: file("a.txt", "first"),
        more: vec![file("a.txt", "second")],
    })
}

#[test]
fn check_001_24_text_stays_text_and_the_rest_is_json() {
    let folder = folder("text");
    let textbox: &dyn AnyComponent = &Textbox::new();
    let flag = |component: &dyn AnyComponent, data: Value| component.flag(&data, &folder);
    assert_eq!(
        flag(textbox, json!("hello, \"you\"")),
        Ok("hello, \"you\"".into())
    );
    let group = CheckboxGroup::new(["a", "b"]);
    assert_eq!(flag(&group, json!(["a", "b"])), Ok(r#"["a","b"]"#.into()));
    assert_eq!(
        flag(&app::Point::new(), json!([1.5, 2.0])),
        Ok("1.5 2".into())
    );
}

#[test]
fn check_001_25_a_model_is_flagged_by_itself() {
    let folder = folder("model");
    for (component, data) in awkward() {
        let name = component.type_name();
        let flagged = component.flag(&data, &folder);
        let flagged = flagged.unwrap_or_else(|why| panic!("{name}: {data} is not written: {why}"));
        let again = component.read_from_flag(&flagged, &folder);
        assert_eq!(again, Ok(data), "{name}: {flagged}");
    }
    let attachment: &dyn AnyComponent = &app::Attachment::new();
    let flagged = attachment.flag(&note(), &folder).expect("it is written");
    let flagged: Value = serde_json::from_str(&flagged).expect("it is JSON");
    assert_eq!(flagged["words"], "two of them");
    assert_eq!(flagged["file"]["orig_name"], "a.txt");
    fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn check_001_26_files_are_copied_beside_the_table() {
    let folder = folder("copies");
    let attachment: &dyn AnyComponent = &app::Attachment::new();
    let flagged = attachment.flag(&note(), &folder).expect("it is written");
    let flagged: Value = serde_json::from_str(&flagged).expect("it is JSON");
    for (file, bytes) in [(&flagged["file"], "first"), (&flagged["more"][0], "second")] {
        let copy = folder.join(file["path"].as_str().expect("a path"));
        assert!(copy.starts_with(&folder), "{}", copy.display());
        assert_eq!(fs::read_to_string(copy).ok().as_deref(), Some(bytes));
    }
    fs::remove_dir_all(folder).expect("it is there");
}

/// A file as it travels; those with equal names have their own bytes.
fn file(name: &str, bytes: &str) -> Value {
    let file = FileData::from_bytes(name, bytes).expect("there is room");
    serde_json::to_value(file).expect("it is JSON")
}

/// What no example is like: nothing, texts that look like data, many files, files deep inside.
fn awkward() -> Vec<(Box<dyn AnyComponent>, Value)> {
    let (one, two) = (file("a.txt", "one"), file("a.txt", "two"));
    let message = |content: Value| json!({"role": "user", "metadata": null, "content": content, "options": null});
    vec![
        (Box::new(Textbox::new()), json!(null)),
        (Box::new(Textbox::new()), json!("")),
        (Box::new(Textbox::new()), json!(" null")),
        (Box::new(Textbox::new()), json!("\"so-called\"")),
        (Box::new(Textbox::new()), json!("a,b\n\"c\"\r\n")),
        (Box::new(Code::new()), json!("5")),
        (Box::new(Json::new()), json!("[1]")),
        (
            Box::new(Json::new()),
            json!({"path": "a.txt", "nested": [null, 1.0]}),
        ),
        (Box::new(Number::new()), json!(null)),
        (Box::new(Number::new()), json!(1.0)),
        (Box::new(Radio::new([1, 2])), json!(2)),
        (Box::new(Radio::new(["1", "2"])), json!("2")),
        (Box::new(Radio::new(["null"])), json!("null")),
        (
            Box::new(Dropdown::new(["a", "b"]).multiselect(true)),
            json!(["b", "a"]),
        ),
        (Box::new(Dropdown::new(["a", "b"])), json!(null)),
        (Box::new(CheckboxGroup::new(["a"])), json!([])),
        (Box::new(DateTime::new()), json!(null)),
        (Box::new(File::new()), json!(null)),
        (Box::new(File::new().multiple()), json!([one, two, one])),
        (
            Box::new(UploadButton::new("Upload").multiple()),
            json!([two]),
        ),
        (Box::new(Image::new()), json!(null)),
        (Box::new(Gallery::new()), json!([])),
        (
            Box::new(Gallery::new()),
            json!([{"image": file("ä b.png", "x"), "caption": "ä"}, {"video": file("b.webm", "y"), "caption": null}]),
        ),
        (
            Box::new(ImageSlider::new()),
            json!([file("a.png", "x"), null]),
        ),
        (
            Box::new(AnnotatedImage::new()),
            json!({"image": file("a.png", "x"), "annotations": [{"image": file("b.png", "y"), "label": "sky"}]}),
        ),
        (
            Box::new(Video::new()),
            json!({"video": file("a.webm", "x"), "subtitles": file("a.vtt", "WEBVTT")}),
        ),
        (
            Box::new(MultimodalTextbox::new()),
            json!({"text": "", "files": [one, two]}),
        ),
        (
            Box::new(Chatbot::new()),
            json!([
                message(json!("hi")),
                message(json!({"file": one, "alt_text": null}))
            ]),
        ),
        (
            Box::new(Dataframe::new()),
            json!({"headers": ["a", "b"], "data": [[null, "x"], [1.5, true]], "metadata": null}),
        ),
        (
            Box::new(HighlightedText::new()),
            json!([{"token": " a ", "class_or_confidence": 0.5}]),
        ),
        (
            Box::new(Label::new()),
            json!({"label": 5, "confidences": null}),
        ),
        (Box::new(Plot::new()), json!(null)),
    ]
}

#[test]
fn check_001_27_what_was_flagged_is_read_again() {
    let folder = folder("again");
    super::library::each(|component, data, _| {
        let name = component.type_name();
        let flagged = component.flag(&data, &folder);
        let flagged = flagged.unwrap_or_else(|why| panic!("{name}: {data} is not written: {why}"));
        assert_eq!(
            component.read_from_flag(&flagged, &folder),
            Ok(data),
            "{name}"
        );
    });
    let attachment: &dyn AnyComponent = &app::Attachment::new();
    let flagged = attachment.flag(&note(), &folder).expect("it is written");
    assert_eq!(attachment.read_from_flag(&flagged, &folder), Ok(note()));
    let point: &dyn AnyComponent = &app::Point::new();
    assert_eq!(
        point.read_from_flag("1.5 2", &folder),
        Ok(json!([1.5, 2.0]))
    );
    fs::remove_dir_all(folder).expect("it is there");
}

#[test]
fn check_001_28_a_model_is_read_by_itself() {
    let folder = folder("read");
    let group = CheckboxGroup::new(["a", "b"]);
    let group: &dyn AnyComponent = &group;
    assert_eq!(group.read_from_flag(r#"["a"]"#, &folder), Ok(json!(["a"])));
    assert!(group.read_from_flag("5", &folder).is_err());
    // Another folder's files are nobody's business.
    let attachment: &dyn AnyComponent = &app::Attachment::new();
    let thief = r#"{"words": "", "more": [], "file": {"path": "../../../etc/passwd"}}"#;
    assert!(attachment.read_from_flag(thief, &env::temp_dir()).is_err());
}
