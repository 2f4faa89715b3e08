//! What is told when a person changes a value, and what when anything does.

use vetrina::{
    components::layout::Column,
    image::{Rgb, RgbImage},
    page::Handle,
    prelude::*,
};

struct Fields {
    text: Handle<Textbox>,
    number: Handle<Number>,
    slider: Handle<Slider>,
    check: Handle<Checkbox>,
    group: Handle<CheckboxGroup>,
    radio: Handle<Radio>,
    dropdown: Handle<Dropdown>,
    color: Handle<ColorPicker>,
    code: Handle<Code>,
    table: Handle<Dataframe>,
    image: Handle<Image>,
    audio: Handle<Audio>,
    video: Handle<Video>,
}

#[page]
fn change_vs_input(ui: &mut Ui) {
    let set = ui.add(Button::new("Set Values"));
    let (typed, input, change, again) = ui.row(|ui| {
        (
            fields(ui, "# Enter Here"),
            fields(ui, "# ON:INPUT/UPLOAD"),
            fields(ui, "# ON:CHANGE"),
            fields(ui, "# ON:CHANGE x2"),
        )
    });
    let counter = ui.add(Number::new().label("Change counter").value(0));

    macro_rules! wire {
        ($($field:ident: $type:ty, $by_hand:ident;)*) => {
            $(
                typed.$field.$by_hand(|x: $type| x, &typed.$field, &input.$field).show_api(false);
                typed.$field.change(
                    |x: $type, count: u32| (x, count + 1),
                    (&typed.$field, &counter),
                    (&change.$field, &counter),
                ).show_api(false);
                change.$field.change(|x: $type| x, &change.$field, &again.$field).show_api(false);
            )*
        };
    }
    wire! {
        text: String, input;
        number: f64, input;
        slider: f64, input;
        check: bool, input;
        group: Vec<String>, input;
        radio: String, input;
        dropdown: String, input;
        color: Color, input;
        code: String, input;
        table: Table, input;
        image: Option<FileData>, upload;
        audio: Option<FileData>, upload;
        video: Option<FileData>, upload;
    }
    let Fields {
        text,
        number,
        slider,
        check,
        group,
        radio,
        dropdown,
        color,
        code,
        table,
        image,
        audio,
        ..
    } = &typed;
    set.click(
        values,
        (),
        (text, number, slider, check, group, radio, dropdown, color, code, table, image, audio),
    );
}

fn fields(ui: &mut Ui, title: &str) -> Fields {
    let letters = ["a", "b", "c"];
    let column = Column::new().min_width(200);
    let fill = |ui: &mut Ui| {
        ui.markdown(title);
        Fields {
            text: ui.add(Textbox::new()),
            number: ui.add(Number::new()),
            slider: ui.add(Slider::new(0..=100)),
            check: ui.add(Checkbox::new()),
            group: ui.add(CheckboxGroup::new(letters)),
            radio: ui.add(Radio::new(letters)),
            dropdown: ui.add(Dropdown::new(letters)),
            color: ui.add(ColorPicker::new()),
            code: ui.add(Code::new()),
            table: ui.add(Dataframe::new()),
            image: ui.add(Image::new()),
            audio: ui.add(Audio::new()),
            video: ui.add(Video::new()),
        }
    };
    ui.add_block(column, fill).1
}

type Values = (
    &'static str,
    u16,
    u8,
    bool,
    Vec<String>,
    &'static str,
    &'static str,
    Color,
    &'static str,
    Vec<Vec<&'static str>>,
    RgbImage,
    Samples,
);

fn values() -> Values {
    let group = vec!["a".into(), "c".into()];
    let table = vec![vec!["a", "b", "c", "d"], vec!["1", "2", "3", "4"]];
    let image = RgbImage::from_fn(320, 240, |x, y| Rgb([x as u8, y as u8, 128]));
    let tone: Vec<f32> = (0..24_000).map(|at| 0.5 * (at as f32 * 0.08).sin()).collect();
    let audio = Samples::from_f32(24_000, &tone);
    let code = "use vetrina::prelude::*;";
    ("asdf", 555, 12, true, group, "b", "b", Color::rgb(255, 0, 0), code, table, image, audio)
}
