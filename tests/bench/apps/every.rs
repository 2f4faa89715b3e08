//! A greeting, and every component that is there.

use vetrina::prelude::*;

#[page(title = "Every component")]
fn every(ui: &mut Ui) {
    let name = ui.add(Textbox::new().label("name"));
    let answer = ui.add(Textbox::new().label("output"));
    let greet = |name: String| format!("Hello, {name}!!");
    ui.add(Button::new("Submit")).click(greet, &name, &answer);
    ui.row(fields);
    ui.add(MultimodalTextbox::new().label("MultimodalTextbox"));
    ui.add(
        Code::new()
            .language(Language::Python)
            .value("fn main() {}")
            .label("Code"),
    );
    ui.row(|ui| {
        ui.add(ClearButton::new());
        ui.add(UploadButton::new("Upload"));
        ui.add(DownloadButton::new("Download"));
    });
    ui.row(|ui| {
        ui.add(File::new().label("File"));
        ui.add(Image::new().label("Image"));
        ui.add(Audio::new().label("Audio"));
        ui.add(Video::new().label("Video"));
    });
    ui.row(|ui| {
        ui.add(Gallery::new().label("Gallery"));
        ui.add(ImageSlider::new().label("ImageSlider"));
        ui.add(AnnotatedImage::new().label("AnnotatedImage"));
        let docs = FileExplorer::new().root_dir("/usr/share/doc").glob("a*");
        ui.add(docs.label("FileExplorer"));
    });
    ui.row(shown);
    let letters = Dataset::of(Textbox::new(), ["a", "b"]);
    ui.add(letters.label("Dataset"));
    ui.add(Chatbot::new().value([Message::user("Hi"), Message::assistant("**Hello**")]));
    let rows = vec![vec![1, 2], vec![3, 4]];
    ui.add(
        Dataframe::new()
            .headers(["a", "b"])
            .value(rows)
            .label("Dataframe"),
    );
    ui.add(Plot::new().label("Plot"));
    let parameter = Parameter::new("name", "str")
        .description("Whom to greet.")
        .default("'you'");
    ui.add(ParamViewer::new().value([parameter]));
    ui.add(Timer::new(3_600.0));
}

fn fields(ui: &mut Ui) {
    ui.add(Number::new().label("Number").value(42));
    ui.add(Slider::new(1..=10).value(2).label("Slider"));
    ui.add(Checkbox::new().label("Checkbox"));
    ui.add(CheckboxGroup::new(["a", "b", "c"]).label("CheckboxGroup"));
    ui.add(Radio::new(["a", "b", "c"]).label("Radio"));
    ui.add(Dropdown::new(["a", "b", "c"]).label("Dropdown"));
    ui.add(ColorPicker::new().value("#0a9396").label("ColorPicker"));
    ui.add(DateTime::new().label("DateTime"));
}

fn shown(ui: &mut Ui) {
    ui.markdown("**Markdown** with `code`");
    ui.add(Html::new().value("<b>HTML</b>"));
    let tree = serde_json::json!({"a": [1, 2, 3]});
    ui.add(Json::new().value(tree).label("JSON"));
    ui.add(Label::new().value([("a", 0.7), ("b", 0.3)]).label("Label"));
    let marked = vec![("one", Some("a")), (" two", None)];
    ui.add(
        HighlightedText::new()
            .value(marked)
            .label("HighlightedText"),
    );
}

fn main() -> vetrina::Result<()> {
    vetrina::launch()
}
