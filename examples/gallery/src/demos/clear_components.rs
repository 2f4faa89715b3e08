//! One button that empties everything, whatever it is.

#![allow(clippy::too_many_arguments, reason = "as many as there are fields")]

use std::time::SystemTime;

use rand::seq::IndexedRandom;
use vetrina::{
    image::{Rgb, RgbImage},
    prelude::*,
};

const LETTERS: [&str; 4] = ["a", "b", "c", "d"];

#[page]
fn clear_components(ui: &mut Ui) {
    // A value to begin with as well: what a function works out comes a moment after the page.
    let text = ui.add(Textbox::new().value(now()).label("component_00"));
    text.value(now, ());
    let number = Number::new().value(rand::random::<f64>());
    let number = ui.add(number.label("component_01"));
    number.value(rand::random::<f64>, ());
    let anywhere = ui.add(Slider::new(0..=100).randomize(true).label("component_02"));
    let slider = ui.add(Slider::new(0.0..=1.0).label("component_03"));
    slider.value(rand::random::<f64>, ());
    let check = ui.add(Checkbox::new().label("component_04"));
    check.value(rand::random::<bool>, ());
    let group = ui.add(CheckboxGroup::new(LETTERS).label("component_05"));
    group.value(|| vec![any(&LETTERS)], ());
    let radio = ui.add(Radio::new(LETTERS).label("component_06"));
    radio.value(|| any(&LETTERS), ());
    let dropdown = ui.add(Dropdown::new(LETTERS).label("component_07"));
    dropdown.value(|| any(&LETTERS[..3]), ());
    let image = ui.add(Image::new().label("component_08"));
    image.value(picture, ());
    let video = ui.add(Video::new().label("component_09"));
    let audio = ui.add(Audio::new().label("component_10"));
    audio.value(|| Samples::from_f32(8_000, &[0.5; 4_000]), ());
    let file = ui.add(File::new().label("component_11"));
    let table = ui.add(Dataframe::new().headers(["one", "two"]).label("component_12"));
    table.value(|| vec![vec![1, 2], vec![3, 4]], ());
    let color = ui.add(ColorPicker::new().label("component_13"));
    color.value(|| any(&["#000000", "#ff0000", "#0000ff"]), ());
    let label = ui.add(Label::new().label("component_14"));
    label.value(|| any(&["Pedestrian", "Car", "Cyclist"]), ());
    let data = ui.add(Json::new().label("component_15"));
    data.value(|| serde_json::json!({any(&LETTERS): 1}), ());
    let html = ui.add(Html::new().label("component_16"));
    html.value(|| any(&["<p>I am <b>bold</b></p>", "<p>I am <i>not</i></p>"]), ());
    let gallery = ui.add(Gallery::new().label("component_17"));
    gallery.value(|| vec![picture(), picture()], ());
    let code = ui.add(Code::new().label("component_18"));
    code.value(|| any(&["let a = 1;", "let b = 2;"]), ());
    let prose = ui.add(Markdown::new().label("component_19"));
    prose.value(|| format!("### {}", any(&["Hello", "Hi", "Goodbye!"])), ());

    let fields = (&text, &number, &anywhere, &slider, &check, &group, &radio, &dropdown);
    let shown = (&image, &video, &audio, &file, &table, &color, &label, &data);
    let clear = ui.add(ClearButton::new());
    clear.clears((fields, shown, &html, &gallery, &code, &prose));
    let result = ui.add(Textbox::new().label("Are all cleared?"));
    let hide = || Update(Button::default().visible(false));
    ui.add(Button::new("Hide")).click(hide, (), &clear);
    let reveal = || Update(Button::default().visible(true));
    ui.add(Button::new("Reveal")).click(reveal, (), &clear);

    let fields_are = ui.add(Checkbox::new().visible(false));
    let files_are = ui.add(Checkbox::new().visible(false));
    ui.add(Button::new("Get Values"))
        .click(fields_are_empty, fields, &fields_are)
        .then(files_are_empty, (&image, &video, &audio, &file, &gallery), &files_are)
        .then(
            all_are_empty,
            (&fields_are, &files_are, &color, &table, &data, &html, &code, &prose),
            &result,
        );
}

fn now() -> String {
    format!("{:?}", SystemTime::now())
}

fn any(some: &[&'static str]) -> String {
    some.choose(&mut rand::rng()).copied().unwrap_or_default().into()
}

fn picture() -> RgbImage {
    let tint: u8 = rand::random();
    RgbImage::from_fn(120, 80, |x, y| Rgb([x as u8, y as u8, tint]))
}

fn fields_are_empty(
    text: String,
    number: Option<f64>,
    anywhere: f64,
    slider: f64,
    check: bool,
    group: Vec<String>,
    radio: Option<String>,
    dropdown: Option<String>,
) -> bool {
    let numbers = [number.unwrap_or_default(), anywhere, slider];
    let chosen = check || !group.is_empty() || radio.is_some() || dropdown.is_some();
    text.is_empty() && numbers.iter().all(|number| *number == 0.0) && !chosen
}

fn files_are_empty(
    image: Option<FileData>,
    video: Option<FileData>,
    audio: Option<FileData>,
    file: Option<FileData>,
    gallery: Vec<GalleryItem>,
) -> bool {
    [image, video, audio, file].iter().all(Option::is_none) && gallery.is_empty()
}

fn all_are_empty(
    fields: bool,
    files: bool,
    color: String,
    table: Table,
    data: serde_json::Value,
    html: String,
    code: String,
    prose: String,
) -> &'static str {
    let blank = table.rows().iter().flatten().all(|cell| cell == "");
    let texts = html.is_empty() && code.is_empty() && prose.is_empty();
    let rest = color == "#000000" && blank && data.is_null();
    if fields && files && texts && rest { "True" } else { "False" }
}
