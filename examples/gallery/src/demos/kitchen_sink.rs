//! One function with nearly every component, in and out.

use serde_json::{Value, json};
use vetrina::{
    image::{DynamicImage, Rgb, RgbImage},
    prelude::*,
};

const CHOICES: [&str; 3] = ["foo", "bar", "baz"];
const TAGGED: [(&str, &str); 11] = [
    ("The", "art"),
    ("quick brown", "adj"),
    ("fox", "nn"),
    ("jumped", "vrb"),
    ("testing testing testing", ""),
    ("over", "prp"),
    ("the", "art"),
    ("testing", ""),
    ("lazy", "adj"),
    ("dogs", "nn"),
    (".", "punc"),
];
const SCORED: [(&str, Option<f64>); 7] = [
    ("The testing testing testing", None),
    ("over", Some(0.6)),
    ("the", Some(0.2)),
    ("testing", None),
    ("lazy", Some(-0.1)),
    ("dogs", Some(0.4)),
    (".", Some(0.0)),
];

type Tagged = Vec<(String, Option<String>)>;
type Scored = Vec<(&'static str, Option<f64>)>;

#[allow(
    clippy::too_many_arguments,
    clippy::type_complexity,
    reason = "everything in one function is the point of it"
)]
#[endpoint(
    title = "Kitchen Sink",
    description = "Try out all the components!",
    outputs = (
        Textbox::new().label("Textbox"),
        Label::new().label("Label"),
        Audio::new().label("Audio"),
        Image::new().label("Image").elem_id("output-img"),
        Video::new().label("Video"),
        HighlightedText::new().label("HighlightedText").color_map([("punc", "pink"), ("test 0", "blue")]),
        HighlightedText::new().label("HighlightedText").show_legend(true),
        Json::new().label("JSON").show_indices(true),
        Html::new().label("HTML"),
        File::new().label("File"),
        Dataframe::new().label("Dataframe"),
        Dataframe::new().label("Numbers"),
        DateTime::new().label("DateTime"),
    )
)]
fn kitchen_sink(
    #[input(Textbox::new().value("Lorem ipsum").label("Textbox"))] text1: String,
    #[input(Textbox::new().lines(3).placeholder("Type here..").label("Textbox 2"))] text2: String,
    #[input(Number::new().value(42).label("Number"))] number: f64,
    #[input(Slider::new(10..=20).value(15).label("Slider: 10 - 20"))] slider1: f64,
    #[input(Slider::new(0.0..=20.0).step(0.04).label("Slider: step @ 0.04"))] slider2: f64,
    #[input(Checkbox::new().label("Checkbox"))] single: bool,
    #[input(CheckboxGroup::new(CHOICES).value(["foo", "bar"]).label("CheckboxGroup"))]
    checkboxes: Vec<String>,
    #[input(Radio::new(CHOICES).value("baz").label("Radio"))] radio: String,
    #[input(Dropdown::new(CHOICES).label("Dropdown"))] _dropdown: String,
    #[input(Dropdown::new(CHOICES).multiselect(true).max_choices(2).label("Multiselect Dropdown (Max choice: 2)"))]
    _several: Vec<String>,
    #[input(Image::new().label("Image"))] image: Option<DynamicImage>,
    #[input(Image::new().sources([PictureSource::Webcam]).label("Webcam"))] _webcam: Option<
        DynamicImage,
    >,
    #[input(Video::new().label("Video"))] video: Option<VideoData>,
    #[input(Audio::new().label("Audio"))] audio: Option<Samples>,
    #[input(Audio::new().sources([AudioSource::Microphone]).label("Microphone"))]
    _microphone: Option<Samples>,
    #[input(File::new().label("File"))] _file: Option<FileData>,
    #[input(Dataframe::new().headers(["Name", "Age", "Gender"]).label("Dataframe"))] table: Table,
    #[input(DateTime::new().label("DateTime"))] time: Option<String>,
) -> Result<
    (
        String,
        Vec<(&'static str, f64)>,
        Samples,
        DynamicImage,
        Option<VideoData>,
        Tagged,
        Scored,
        Value,
        String,
        FileData,
        Table,
        Vec<Vec<u32>>,
        Option<String>,
    ),
    Error,
> {
    let whole = number + slider1 + slider2;
    Ok((
        format!("{}, selected:{}", if single { text1 } else { text2 }, checkboxes.join(", ")),
        vec![
            ("positive", number / whole),
            ("negative", slider1 / whole),
            ("neutral", slider2 / whole),
        ],
        audio.map_or_else(hum, reversed),
        image.map_or_else(dusk, |image| image.flipv()),
        video,
        tagged(),
        SCORED.into_iter().chain((-10..10).map(|n| ("test", Some(f64::from(n) / 10.0)))).collect(),
        batters(),
        format!("<button style='background-color: red'>Click Me: {radio}</button>"),
        FileData::from_bytes("kitchen_sink.rs", include_str!("kitchen_sink.rs"))?,
        table,
        (0..4).map(|row| (0..4).map(|column| row * column).collect()).collect(),
        time,
    ))
}

fn tagged() -> Tagged {
    let tests = (0..10).map(|n| (format!("test {n}"), Some(format!("test {n}"))));
    let words = TAGGED.map(|(word, tag)| (word.to_owned(), (!tag.is_empty()).then(|| tag.into())));
    words.into_iter().chain(tests).collect()
}

fn reversed(sound: Samples) -> Samples {
    Samples { data: sound.frames().rev().flatten().copied().collect(), ..sound }
}

/// A second of a low tone.
fn hum() -> Samples {
    let tone: Vec<f32> = (0..8_000).map(|at| 0.4 * (at as f32 * 0.17).sin()).collect();
    Samples::from_f32(8_000, &tone)
}

/// A sky that gets dark.
fn dusk() -> DynamicImage {
    RgbImage::from_fn(320, 200, |_, y| Rgb([200 - y as u8 / 2, 120, 90 + y as u8 / 2])).into()
}

fn batters() -> Value {
    let kinds = |kinds: &[(&str, &str)]| -> Vec<Value> {
        kinds.iter().map(|(id, kind)| json!({"id": id, "type": kind})).collect()
    };
    json!({"items": {"item": [{
        "id": "0001", "type": null, "is_good": false, "ppu": 0.55,
        "batters": {"batter": kinds(&[
            ("1001", "Regular"), ("1002", "Chocolate"), ("1003", "Blueberry"), ("1004", "Devil's Food"),
        ])},
        "topping": kinds(&[
            ("5001", "None"), ("5002", "Glazed"), ("5005", "Sugar"), ("5007", "Powdered Sugar"),
            ("5006", "Chocolate with Sprinkles"), ("5003", "Chocolate"), ("5004", "Maple"),
        ]),
    }]}})
}
