//! Runs that people flag: written down, read again, by this program and by Gradio.

use std::{fs, path::PathBuf, sync::LazyLock, time::Duration};

use serde_json::{Value, json};
use vetrina_tests::{
    get, run,
    tools::{self, Line},
};

use super::{Page, only};
use crate::session;

/// A folder of this process alone; it goes away with the folder for temporary files.
static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
    let root = std::env::temp_dir().join(format!("vetrina-flags-{}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    root
});

mod form {
    use vetrina::prelude::*;

    /// Turns a text round.
    #[endpoint(
        output = Textbox::new().label("Out"),
        flagging = "manual",
        flagging_options = [("Good one", "good"), "bad"],
        flagging_dir = ".vetrina/tests/flags"
    )]
    fn reverse(#[input(Textbox::new().label("In"))] text: String) -> String {
        text.chars().rev().collect()
    }
}

mod automatic {
    use vetrina::prelude::*;

    #[endpoint(flagging = "auto", flagging_dir = ".vetrina/tests/auto")]
    fn double(number: f64) -> f64 {
        number * 2.0
    }
}

mod page {
    use vetrina::{flagging::CsvLog, prelude::*};

    use super::ROOT;

    #[page]
    fn flags(ui: &mut Ui) {
        let text = ui.add(Textbox::new().label("Text"));
        let number = ui.add(Number::new().label("Number"));
        let group = ui.add(CheckboxGroup::new(["a", "b"]).label("Group"));
        let picture = ui.add(Image::new().label("Picture"));
        let file = ui.add(File::new().label("Note"));
        let all = (&text, &number, &group, &picture, &file);
        ui.add(Button::new("Flag")).flag(all, CsvLog::new(&*ROOT));
    }
}

mod again {
    use vetrina::prelude::*;

    use super::ROOT;

    #[page]
    fn again(ui: &mut Ui) {
        let text = ui.add(Textbox::new().label("Text"));
        let number = ui.add(Number::new().label("Number"));
        let group = ui.add(CheckboxGroup::new(["a", "b"]).label("Group"));
        let picture = ui.add(Image::new().label("Picture"));
        let file = ui.add(File::new().label("Note"));
        ui.examples_from((&text, &number, &group, &picture, &file), &*ROOT);
    }
}

mod mistaken {
    use vetrina::prelude::*;

    #[endpoint(examples = "no such folder")]
    fn size(text: String) -> usize {
        text.len()
    }
}

const PIXEL: &str = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

fn records(path: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(path)
        .expect("there is a log");
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| row.iter().map(Into::into).collect())
        .collect()
}

#[test]
fn each_option_is_a_button_that_adds_a_row() {
    let _ = fs::remove_dir_all(".vetrina/tests/flags");
    let page = Page::of(concat!(module_path!(), "::form"));
    let config = page.config();
    let components = config["components"].as_array().expect("a list");
    let buttons = components.iter().filter(|it| it["type"] == "button");
    let texts: Vec<_> = buttons.map(|it| it["props"]["value"].clone()).collect();
    assert_eq!(
        texts,
        ["Clear", "Submit", "Stop", "Good one", "Flag as bad"]
    );
    // What is only written down is no field to fill.
    let shown = components.iter().find(|it| it["props"]["label"] == "Out");
    assert_eq!(shown.expect("an output")["props"]["interactive"], false);
    let event = page.event("Flag");
    assert_eq!(event["show_api"], false);
    for (name, text) in [("Flag", "=1+1"), ("Flag_1", "two\nlines")] {
        let messages = page.messages(name, &json!([text, "back"]), &session());
        assert_eq!(messages.last().expect("an end")["success"], true);
        assert_eq!(only(&messages, "log")[0]["level"], "success");
    }
    let rows = records(".vetrina/tests/flags/dataset1.csv");
    assert_eq!(rows[0], ["In", "Out", "flag", "timestamp"]);
    assert_eq!(rows[1][..3], ["'=1+1", "back", "good"]);
    assert_eq!(rows[2][..3], ["two\nlines", "back", "bad"]);
    assert_eq!(rows.len(), 3);
}

#[test]
fn each_run_is_flagged_by_itself() {
    let _ = fs::remove_dir_all(".vetrina/tests/auto");
    let page = Page::of(concat!(module_path!(), "::automatic"));
    let (run, flag) = (page.event("double"), page.event("Flag"));
    assert_eq!(flag["trigger_after"], run["id"]);
    assert_eq!(flag["trigger_only_on_success"], true);
    let messages = page.messages("Flag", &json!([-2, -4]), &session());
    assert!(only(&messages, "log").is_empty());
    let rows = records(".vetrina/tests/auto/dataset1.csv");
    assert_eq!(rows[0], ["Number", "Output", "timestamp"]);
    assert_eq!(rows[1][..2], ["-2", "-4"]);
}

#[test]
fn logs_go_between_this_and_gradio() {
    let page = Page::of(concat!(module_path!(), "::page"));
    let file = json!({"url": "data:text/plain;base64,SGVsbG8h", "orig_name": "hello.txt"});
    let row = json!(["a, \"b\"", -4.5, ["a", "b"], {"url": PIXEL}, file]);
    let _ = page.call("Flag", &row, &session());
    let _ = page.call("Flag", &json!(["", null, [], null, null]), &session());
    // Gradio reads what is there, and adds a row.
    let script = tools::sources().join("pages/gradio_logs.py");
    run(
        "a log in Gradio",
        tools::gradio(Line::One).arg("-B").arg(script).arg(&*ROOT),
        Duration::from_secs(120),
    );
    // And so does this.
    let _ = page.call("Flag", &json!(["last", 1, [], null, null]), &session());
    let page = Page::of(concat!(module_path!(), "::again"));
    let given = |row: u8| page.run("load_example", &json!([row]), None);
    let bytes = |file: &Value| {
        get(file["url"].as_str().expect("an address"))
            .expect(200)
            .body
    };
    let first = given(0);
    assert_eq!(
        (&first[0], &first[1], &first[2]),
        (&row[0], &row[1], &row[2])
    );
    assert_eq!(first[3]["mime_type"], "image/png");
    assert_eq!(bytes(&first[4]), "Hello!");
    let empty = given(1);
    assert_eq!((&empty[0], &empty[2]), (&json!(""), &json!([])));
    assert_eq!(empty[1]["__type__"], "update");
    let theirs = given(2);
    assert_eq!(theirs[0], "=SUM(A1), said Gradio");
    assert_eq!((&theirs[1], &theirs[2]), (&json!(-7), &json!(["b"])));
    assert_eq!(bytes(&theirs[4]), "from Gradio");
    assert_eq!(theirs[3]["size"], first[3]["size"]);
    assert_eq!(given(3)[0], "last");
}

#[test]
fn a_folder_that_is_not_there_is_told_at_start() {
    let app = vetrina::App::module(concat!(module_path!(), "::mistaken")).port(0);
    let error = super::RUNTIME
        .block_on(app.start())
        .expect_err("it is not there");
    let error = error.to_string();
    assert!(error.contains("no examples in no such folder"), "{error}");
}
