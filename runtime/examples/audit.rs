#![allow(missing_docs, clippy::all, clippy::pedantic)]
use vetrina::image::DynamicImage;
use vetrina::prelude::*;
use std::time::Duration;

#[page(path = "/text")]
fn text(ui: &mut Ui) {
    let log = ui.add(Textbox::new().label("Log"));
    let b = ui.add(Textbox::new().label("Plain").placeholder("type").show_copy_button(true).max_length(10).info("Ten at most"));
    b.submit(|s: String| format!("submit {s}"), &b, &log);
    b.blur(|s: String| format!("blur {s}"), &b, &log);
    b.select(|e: SelectData| format!("select {:?} {}", e.index, e.value), (), &log);
    b.copy(|e: CopyData| format!("copy {}", e.value), (), &log);
    let a = ui.add(Textbox::new().label("Area").lines(3).max_lines(6));
    a.submit(|s: String| format!("submit {s}"), &a, &log);
    let c = ui.add(Textbox::new().label("Buttons").submit_btn(true).stop_btn(true));
    c.submit(|s: String| format!("submit {s}"), &c, &log);
    c.stop(|s: String| format!("stop {s}"), &c, &log);
    ui.add(Textbox::new().label("Secret").password().value("hush"));
    ui.add(Textbox::new().label("Mail").email());
    ui.add(Textbox::new().label("Rtl").rtl(true).value("שלום"));
    ui.add(Textbox::new().label("Right").text_align(TextAlign::Right).value("right"));
    let n = ui.add(Number::new().label("Number").minimum(0).maximum(10).step(2).value(4).placeholder("n"));
    n.submit(|x: f64| format!("number {x}"), &n, &log);
    let s = ui.add(Slider::new(0..=100).label("Slider").step(5).value(50));
    s.release(|x: f64| format!("release {x}"), &s, &log);
    let k = ui.add(Checkbox::new().label("Check"));
    k.select(|e: SelectData| format!("check {}", e.selected), (), &log);
    let g = ui.add(CheckboxGroup::new().choices(["a", "b", "c"]).label("Group").show_select_all(true));
    g.change(|v: Vec<String>| v.join(","), &g, &log);
    let r = ui.add(Radio::new().choices(["x", "y", "z"]).label("Radio"));
    r.select(|e: SelectData| format!("radio {:?} {}", e.index, e.value), (), &log);
    let d = ui.add(Dropdown::new().choices(["red", "green", "blue", "grey"]).label("Drop"));
    d.key_up(|e: KeyUpData| format!("key {} {}", e.key, e.input_value), (), &log);
    let m = ui.add(Dropdown::new().choices(["red", "green", "blue", "grey"]).multiselect(true).max_choices(2).label("Multi"));
    m.change(|v: Vec<String>| v.join(","), &m, &log);
    ui.add(Dropdown::new().choices(["red", "green"]).allow_custom_value(true).label("Custom"));
    let col = ui.add(ColorPicker::new().label("Color").value("#ff8800"));
    col.change(|c: String| c, &col, &log);
    let t = ui.add(DateTime::new().label("When"));
    t.submit(|s: String| format!("when {s}"), &t, &log);
    let mm = ui.add(MultimodalTextbox::new().label("Multimodal").sources([TextboxSource::Upload, TextboxSource::Microphone]));
    mm.submit(|m: Multimodal| format!("{} {}", m.text, m.files.len()), &mm, &log);
    let code = ui.add(Code::new().language(Language::Python).value("def f():\n    return 1\n").label("Code"));
    code.change(|s: String| format!("{s:?}"), &code, &log);
    ui.row(|ui| {
        ui.add(Button::new("Go"));
        ui.add(UploadButton::new("Up"));
        ui.add(DownloadButton::new("Down"));
        let clear = ui.add(ClearButton::new());
        let _ = clear;
    });
}

#[page(path = "/data")]
fn data(ui: &mut Ui) {
    let log = ui.add(Textbox::new().label("Log"));
    let rows = vec![("pear", 2.5, true, "2026-01-02", "**b** [l](https://a.b)"), ("apple", 10.0, false, "2026-03-04", "_i_"), ("fig", 0.5, true, "2025-12-31", "$x^2$")];
    let t = ui.add(Dataframe::new().headers(["name", "price", "sold", "day", "text"]).datatype([ColumnType::Str, ColumnType::Number, ColumnType::Bool, ColumnType::Date, ColumnType::Markdown]).value(rows.clone()).label("All").interactive(true).show_search(TableSearch::Filter).show_copy_button(true).show_fullscreen_button(true).show_row_numbers(true));
    t.change(|t: Table| t.to_csv(), &t, &log);
    let mut styled = Table::from_columns([("a", vec![1, 2, 3]), ("b", vec![10, 20, 30])]);
    styled.display(0, "a", "one");
    ui.add(Dataframe::new().value(styled.styled(|c| (c.column == 1).then_some("background-color: lightgreen"))).label("Styled").interactive(false));
    ui.add(Dataframe::new().headers(["fixed", "free"]).value(vec![("a", "b"), ("c", "d")]).static_columns([0]).label("Static").interactive(true));
    let wide: Vec<Vec<i32>> = (0..30).map(|r| (0..15).map(|c| r * 100 + c).collect()).collect();
    ui.add(Dataframe::matrix().value(wide).pinned_columns(2).label("Wide").interactive(true).max_height(300).column_widths([80, 120]));
    ui.add(Dataframe::new().headers(["empty"]).label("Empty").interactive(false));
    ui.add(Dataframe::new().headers(["long"]).value(vec![["a very long text that goes on and on, and then goes on some more, until nobody reads it any longer at all, and longer"]]).max_chars(20).label("Cut"));
    ui.add(Dataframe::new().headers(["long", "n"]).value(vec![("a very long text that goes on and on, and then goes on some more, until nobody reads it any longer at all, and longer", 1)]).wrap(true).label("Wrapped"));
    ui.add(Dataframe::new().row_count(TableSize::fixed(2)).col_count(TableSize::fixed(2)).label("Fixed").interactive(true));
    let p = ui.add(Json::new().label("Json").value(serde_json::json!((0..100).map(|a| (0..100).map(|b| vec![a * b; 10]).collect::<Vec<_>>()).collect::<Vec<_>>())));
    let _ = p;
    let kept = ui.add(BrowserState::new("none").storage_key("audit"));
    let shown = ui.add(Textbox::new().label("Kept"));
    let save = ui.add(Button::new("Save"));
    save.click(|s: String| s, &log, &kept);
    ui.load(|s: String| s, &kept, &shown);
    let ticks = ui.add(Number::new().label("Ticks").value(0));
    let timer = ui.add(Timer::new(0.5));
    timer.tick(|n: u32| n + 1, &ticks, &ticks);
    let stop = ui.add(Button::new("Stop timer"));
    stop.click(|| Update::<Timer>::new().active(false), (), &timer);
    let st = ui.state(0u32);
    let b = ui.add(Button::new("Count"));
    let count = ui.add(Number::new().label("Count"));
    b.click(|n: u32| (n + 1, n + 1), &st, (&st, &count));
}

fn wait() { std::thread::sleep(Duration::from_millis(30)); }
#[endpoint(output = Image::new().format(PictureFormat::Png))]
fn png(image: DynamicImage) -> DynamicImage { wait(); image }
#[endpoint(output = Image::new().format(PictureFormat::Jpeg))]
fn jpeg(image: DynamicImage) -> DynamicImage { wait(); image }
#[endpoint]
fn webp(image: DynamicImage) -> DynamicImage { wait(); image }
#[endpoint(output = Image::new())]
fn bytes(#[input(Image::new())] image: Vec<u8>) -> Vec<u8> { wait(); image }
#[endpoint(output = Image::new())]
fn path(#[input(Image::new())] image: std::path::PathBuf) -> std::path::PathBuf { wait(); image }

fn main() -> vetrina::Result<()> { vetrina::launch() }
