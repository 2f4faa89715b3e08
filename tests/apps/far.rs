//! The app that the Rust client calls: the same as `tests/client/far.py`, which runs on Gradio.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

use std::{
    fmt::Write as _,
    fs,
    sync::atomic::{AtomicI64, Ordering},
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use vetrina::{
    components::Json,
    endpoint::{Level, Visibility},
    file::FileData,
    prelude::*,
};

static STOPS: AtomicI64 = AtomicI64::new(0);

#[page(title = "Far")]
fn far(ui: &mut Ui) {
    let text = &ui.add(Textbox::new().label("Text"));
    let number = &ui.add(Number::new().label("Number").value(2).precision(0));
    let size = &ui.add(Number::new().label("Size").precision(0));
    let shown = &ui.add(Textbox::new().label("Shown"));
    let json = &ui.add(Json::new().label("Json"));
    let file = &ui.add(File::new().label("File"));
    let words = &ui.state(Vec::<String>::new());
    let mut button = |name: &str| ui.add(Button::new(name));
    button("Greet").click(greet, (text, number), shown);
    button("Split").click(split, text, (shown, size));
    button("Count").click(count, number, shown);
    button("Grow").click(grow, number, json);
    button("Lines").click(lines, file, size);
    button("Note").click(note, text, file);
    button("Remember").click(remember, (text, words), (shown, words));
    button("Fail").click(fail, text, shown);
    button("Slow").click(slow, text, shown);
    button("Stopped").click(stopped, (), size);
    button("Judged")
        .click(greet, (text, number), shown)
        .api_name("judged")
        .validator(judge, number);
    button("Change").click(change, text, shown);
    button("Hidden")
        .click(greet, (text, number), shown)
        .api_name("hidden")
        .show_api(false);
    button("Closed")
        .click(greet, (text, number), shown)
        .api_name("closed")
        .api_visibility(Visibility::Private);
    button("Nothing").click(nothing, text, ());
}

/// Says hello to somebody.
#[endpoint]
fn greet(name: String, times: i64) -> String {
    let times = usize::try_from(times).unwrap_or_default();
    vec![format!("Hello, {name}!"); times].join(" ")
}

fn split(text: String) -> (String, usize) {
    let (head, rest) = text.split_once(' ').unwrap_or((&text, ""));
    (head.into(), rest.chars().count())
}

fn count(up_to: i64, progress: Progress, alerts: Alerts) -> impl Iterator<Item = String> {
    alerts.send(Alert::new(Level::Info, "Counting").title("Look"));
    let mut text = String::new();
    let steps: Vec<_> = (0..up_to).collect();
    progress.iter(steps).describe("Counting").map(move |n| {
        let _ = write!(text, "{n} ");
        thread::sleep(Duration::from_millis(120));
        text.clone()
    })
}

fn grow(up_to: i64) -> impl Iterator<Item = Value> {
    let mut list = Vec::new();
    let mut text = String::from("é");
    (0..up_to).map(move |n| {
        list.push(json!({"n": n}));
        text.push('ü');
        let mut value = json!({"list": list, "text": text});
        if n == 2 {
            value["late"] = json!([n]);
        }
        if n == 3 {
            list.truncate(1);
            value["list"] = json!(list);
        }
        value
    })
}

fn lines(file: FileData) -> std::io::Result<usize> {
    Ok(fs::read_to_string(file.path())?.lines().count())
}

fn note(text: String) -> Result<FileData, Error> {
    FileData::from_bytes("a note.txt", text).map_err(|why| Error::new(why.to_string()))
}

fn remember(word: String, mut words: Vec<String>) -> (String, Vec<String>) {
    words.push(word);
    (words.join(" "), words)
}

fn fail(text: String) -> Result<String, Error> {
    Err(Error::new(format!("never {text}")).title("Oops"))
}

/// Counts how many of it ended early or late.
struct Stop;

impl Drop for Stop {
    fn drop(&mut self) {
        STOPS.fetch_add(1, Ordering::Relaxed);
    }
}

fn slow(text: String) -> impl Iterator<Item = String> {
    let stop = Stop;
    (0..300).map(move |n| {
        let _stop = &stop;
        thread::sleep(Duration::from_millis(100));
        format!("{text} {n}")
    })
}

fn stopped() -> i64 {
    STOPS.load(Ordering::Relaxed)
}

fn judge(age: i64) -> Validity {
    validate(age >= 3, "Age must be at least 3")
}

fn change(text: String) -> Update<Textbox> {
    Update(Textbox::new().label("Changed").value(text))
}

fn nothing(text: String) {
    drop(text);
}

#[endpoint]
fn add(a: i64, b: Vec<i64>) -> i64 {
    a + b.iter().sum::<i64>()
}
