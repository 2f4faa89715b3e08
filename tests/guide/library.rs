//! What holds for every component of the library.

use std::{collections::BTreeSet, fs, path::PathBuf, time::Duration};

use serde_json::{Map, Value, value::RawValue};
use vetrina::{
    component::{AnyComponent, Sink, Source},
    components::*,
    prelude::*,
};
use vetrina_tests::tools;

/// Each component with a type that functions take from it and show in it.
macro_rules! components {
    ($($component:expr => $type:ty,)*) => {
        /// Calls `check` with each component, its example of what is sent and its example of what is shown,
        /// both brought into the function's type and back.
        pub(super) fn each(mut check: impl FnMut(&dyn AnyComponent, Value, Value)) {
            $({
                let component = $component;
                let sent = through::<$type>(&component, &AnyComponent::example_payload(&component));
                let shown = through::<$type>(&component, &AnyComponent::example_value(&component));
                check(&component, sent, shown);
            })*
        }

        const HERE: &[&str] = &[$(stringify!($component)),*];
    };
}

components! {
    AnnotatedImage::new() => Option<AnnotatedImageData>,
    Audio::new() => Option<FileData>,
    BrowserState::new("dark") => Value,
    ChatHistory::new() => Vec<Message>,
    Chatbot::new() => Vec<Message>,
    Checkbox::new() => bool,
    CheckboxGroup::new(["a", "b"]) => Vec<String>,
    Code::new() => String,
    ColorPicker::new() => String,
    Dataframe::new() => Table,
    Dataset::new((Textbox::new(), Number::new()), [("one", 1), ("two", 2)]) => usize,
    DateTime::new() => String,
    DownloadButton::new("Download") => Option<FileData>,
    Dropdown::new(["a", "b"]) => String,
    Dropdown::new(["a", "b"]).multiselect(true) => Vec<String>,
    File::new() => FileData,
    FileExplorer::new().root_dir(tools::sources()) => Vec<PathBuf>,
    Gallery::new() => Vec<GalleryItem>,
    HighlightedText::new() => Vec<(String, Option<String>)>,
    Html::new() => String,
    Image::new() => FileData,
    ImageSlider::new() => (FileData, FileData),
    Json::new() => Value,
    Label::new() => LabelData,
    Markdown::new() => String,
    Model3D::new() => FileData,
    MultimodalTextbox::new() => Option<MultimodalData>,
    Navbar::new([("Two", "two")]) => Vec<(String, String)>,
    Number::new() => f64,
    ParamViewer::new() => Map<String, Value>,
    Plot::new() => PlotData,
    Radio::new(["a", "b"]) => String,
    Slider::new(0..=10) => f64,
    Textbox::new() => String,
    Timer::new(1) => Duration,
    UploadButton::new("Upload") => FileData,
    Video::new() => Option<VideoData>,
}

/// What a function gets of `example`, shown again.
fn through<T>(component: &(impl Source<T> + Sink<T> + AnyComponent), example: &Value) -> Value {
    let name = component.type_name();
    let raw = RawValue::from_string(example.to_string()).expect("it is JSON");
    let value = component.read(&raw);
    let value = value.unwrap_or_else(|why| panic!("{name}: {example} is refused: {why}"));
    let mut sent = Vec::new();
    let shown = component.write(value, &mut sent);
    shown.unwrap_or_else(|why| panic!("{name}: {example} cannot be shown: {why}"));
    serde_json::from_slice(&sent).expect("JSON is sent")
}

#[test]
fn check_001_18_what_is_an_example_can_be_sent() {
    each(|component, sent, _| assert_ne!(sent, Value::Null, "{}", component.type_name()));
}

#[test]
fn check_001_22_what_is_an_example_can_be_shown() {
    each(|component, _, shown| assert_ne!(shown, Value::Null, "{}", component.type_name()));
}

/// The names of what `#[component]` stands on in the library, but for blocks and what clients never see.
fn written() -> BTreeSet<String> {
    let mut folders = vec![tools::sources().join("../runtime/src/components")];
    let mut found = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for file in fs::read_dir(folder).expect("the sources are here") {
            let path = file.expect("a file").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let source = fs::read_to_string(path).expect("it is text");
            for part in source.split("\n#[component(").skip(1) {
                let (options, rest) = part.split_once(")]").expect("an end");
                let name = rest.split_once("pub struct ").expect("a struct").1;
                let name = name.split([' ', '{', ';']).next().unwrap_or_default();
                if !options.contains("kind = block") && !options.contains("skip_api") {
                    found.insert(name.to_owned());
                }
            }
        }
    }
    found
}

#[test]
fn no_component_of_the_library_is_left_out() {
    let here = HERE.iter().filter_map(|it| it.split("::").next());
    let here: BTreeSet<String> = here.map(|name| name.trim().to_owned()).collect();
    assert_eq!(here, written());
}
