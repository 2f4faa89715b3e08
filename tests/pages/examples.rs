//! Examples: rows that fill the inputs, run the function, and keep what it made.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use vetrina::App;
use vetrina_tests::{Server, get, run, tools};

use super::{Page, RUNTIME, only};
use crate::session;

mod page {
    use vetrina::prelude::*;

    #[page]
    fn greeter(ui: &mut Ui) {
        let name = ui.add(Textbox::new().label("Name"));
        let times = ui.add(Number::new().label("Times").value(1));
        let mark = ui.add(Textbox::new().label("Mark"));
        let greeting = ui.add(Textbox::new().label("Greeting"));
        let rows = (1..=12).map(|n| (format!("Ada {n}"), (n != 2).then_some(n), None::<String>));
        ui.examples((&name, &times, &mark), rows)
            .label("People")
            .examples_per_page(5)
            .preload(2)
            .run(greet, &greeting);
        ui.examples(&mark, ["!", "?"])
            .label("Marks")
            .example_labels(["loud", "unsure"]);
        ui.examples((&name, &times), [("Ada", 2), ("Grace", 9)])
            .label("Names")
            .visible_columns([0]);
    }

    fn greet(name: String, times: usize, mark: Option<String>) -> String {
        let mark = mark.unwrap_or_default();
        format!("{}{mark}", format!("Hello {name}. ").repeat(times))
    }
}

mod form {
    use vetrina::prelude::*;

    #[derive(Choices, Clone, Copy)]
    pub(super) enum Tone {
        #[choice(value = "kind")]
        Kind,
        #[choice(value = "cold")]
        Cold,
    }

    #[endpoint(
        examples = [
            ("Ada", Tone::Cold, _, 3),
            ("Grace", None),
        ],
        example_labels = ["Countess", "Admiral"],
        article = "The **end**.",
        submit_btn = "Greet",
        clear_btn = "Start over",
        additional_inputs = "More"
    )]
    fn greet(
        name: String,
        #[default(Tone::Kind)] tone: Tone,
        _request: Request,
        #[additional]
        #[input(Slider::new(1..=9))]
        times: usize,
    ) -> String {
        let word = match tone {
            Tone::Kind => "Dear",
            Tone::Cold => "To",
        };
        format!("{word} {name} ").repeat(times)
    }
}

mod unified {
    use vetrina::prelude::*;

    #[endpoint(unified = true, clear_btn = false)]
    fn upper(text: String) -> String {
        text.to_uppercase()
    }
}

/// How often a function of these apps ran.
static RUNS: [AtomicUsize; 4] = [const { AtomicUsize::new(0) }; 4];

fn ran(which: usize) -> usize {
    RUNS[which].load(Ordering::SeqCst)
}

mod kept {
    use std::sync::atomic::Ordering;

    use vetrina::prelude::*;

    use super::RUNS;

    /// A card with a file on it.
    #[data_model]
    pub(super) struct CardData {
        /// What stands on it.
        words: String,
        /// What hangs on it.
        file: FileData,
    }

    /// Has a model and nothing else.
    #[component(data_model = CardData, events(change))]
    pub(super) struct Card {}

    #[endpoint(output = Card::new(), examples = ["one", "two"], cache_examples = "lazy")]
    fn card(words: String) -> Result<CardData, Error> {
        RUNS[0].fetch_add(1, Ordering::SeqCst);
        let file = FileData::from_bytes("note.txt", words.as_bytes())?;
        Ok(CardData { words, file })
    }
}

mod steps {
    use std::sync::atomic::Ordering;

    use vetrina::prelude::*;

    use super::RUNS;

    #[endpoint(examples = [(3,)], cache_examples = "eager", preload_example = 0)]
    fn count(up_to: u32) -> impl Iterator<Item = u32> {
        RUNS[1].fetch_add(1, Ordering::SeqCst);
        1..=up_to
    }
}

mod failing {
    use std::sync::atomic::Ordering;

    use vetrina::prelude::*;

    use super::RUNS;

    #[endpoint(examples = [(3,)], cache_examples = "lazy")]
    fn sometimes(number: u32) -> Result<u32, Error> {
        match RUNS[2].fetch_add(1, Ordering::SeqCst) {
            0 => Err(Error::new("Not yet")),
            _ => Ok(number),
        }
    }
}

mod routed {
    use std::sync::atomic::Ordering;

    use vetrina::prelude::*;

    use super::RUNS;

    #[endpoint(examples = [(3,), (4,)], cache_examples = "eager")]
    fn twice(number: u32) -> u32 {
        RUNS[3].fetch_add(1, Ordering::SeqCst);
        2 * number
    }
}

/// A folder of results that goes away at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("vetrina-kept-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        Self(folder)
    }

    fn serve(&self, module: &str) -> Page {
        let app = App::module(module).host("127.0.0.1").port(0);
        let running = RUNTIME.block_on(app.examples_cache(&self.0).start());
        Page {
            running: running.expect("the app is whole"),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn dataset(page: &Page, label: &str) -> Value {
    let config = page.config();
    let components = config["components"].as_array().expect("a list");
    let found = components
        .iter()
        .find(|it| it["type"] == "dataset" && it["props"]["label"] == label);
    found.expect("there are examples")["props"].clone()
}

#[test]
fn a_row_fills_the_inputs_and_leaves_others_alone() {
    let page = Page::of(concat!(module_path!(), "::page"));
    let people = dataset(&page, "People");
    // What no row has a value for is no column.
    assert_eq!(people["headers"], json!(["Name", "Times"]));
    assert_eq!(people["samples"][1], json!(["Ada 2", null]));
    assert_eq!(people["samples_per_page"], 5);
    let marks = dataset(&page, "Marks");
    assert_eq!(marks["sample_labels"], json!(["loud", "unsure"]));
    let names = dataset(&page, "Names");
    assert_eq!(names["headers"], json!(["Name"]));
    assert_eq!(names["samples"], json!([["Ada"], ["Grace"]]));
    let given = page.run("load_example_2", &json!([1]), None);
    assert_eq!(given, json!(["Grace", 9]));
    let load = page.event("load_example");
    assert_eq!(
        (&load["queue"], &load["show_api"]),
        (&json!(false), &json!(false))
    );
    let session = session();
    let given = page.run("load_example", &json!([0]), Some(&session));
    assert_eq!(given, json!(["Ada 1", 1]));
    let given = page.run("load_example", &json!([1]), Some(&session));
    assert_eq!(given, json!(["Ada 2", {"__type__": "update"}]));
    assert_eq!(page.run("load_example_1", &json!([1]), None), json!(["?"]));
    assert_eq!(page.event("greet")["trigger_after"], load["id"]);
}

#[test]
fn examples_of_a_function_stand_below_its_form() {
    let page = Page::of(concat!(module_path!(), "::form"));
    let props = dataset(&page, "Examples");
    assert_eq!(props["headers"], json!(["Name", "Tone", "Times"]));
    assert_eq!(
        props["samples"],
        json!([["Ada", "cold", 3], ["Grace", null, null]])
    );
    assert_eq!(props["sample_labels"], json!(["Countess", "Admiral"]));
    let update = json!({"__type__": "update"});
    let given = page.run("load_example", &json!([1]), None);
    assert_eq!(given, json!(["Grace", update, update]));
    let config = page.config();
    let text = |kind: &str, prop: &str| -> Vec<Value> {
        let all = config["components"].as_array().expect("a list").iter();
        let of_kind = all.filter(|it| it["type"] == kind);
        of_kind.map(|it| it["props"][prop].clone()).collect()
    };
    assert_eq!(text("button", "value"), ["Start over", "Greet", "Stop"]);
    assert_eq!(text("accordion", "label"), ["More"]);
    assert_eq!(text("accordion", "open"), [json!(false)]);
    assert_eq!(
        text("markdown", "value").last(),
        Some(&json!("The **end**."))
    );
}

#[test]
fn a_unified_form_shows_its_results_where_its_inputs_are() {
    let page = Page::of(concat!(module_path!(), "::unified"));
    let event = page.event("upper");
    assert_eq!(event["inputs"], event["outputs"]);
    assert_eq!(page.run("upper", &json!(["quiet"]), None), json!(["QUIET"]));
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    let endpoint = &info["named_endpoints"]["/upper"];
    assert_eq!(endpoint["returns"].as_array().map(Vec::len), Some(1));
}

#[test]
fn check_001_36_a_kept_example_does_not_run_the_function_again() {
    let folder = Folder::new("card");
    let module = concat!(module_path!(), "::kept");
    let page = folder.serve(module);
    let ask = |page: &Page, row: u32| {
        let given = page.call("card_1", &json!([row]), &session())[0].clone();
        let url = given["file"]["url"].as_str().expect("an address");
        let text = get(url).expect(200);
        assert_eq!(given["words"].as_str(), Some(&*text.body));
        text.body
    };
    assert_eq!(ran(0), 0);
    assert_eq!(ask(&page, 1), "two");
    assert_eq!(ran(0), 1);
    assert_eq!(ask(&page, 1), "two");
    assert_eq!(ran(0), 1);
    assert_eq!(ask(&page, 0), "one");
    assert_eq!(ran(0), 2);
    drop(page);
    // After the next start all is there.
    let page = folder.serve(module);
    assert_eq!(ask(&page, 0), "one");
    assert_eq!(ask(&page, 1), "two");
    assert_eq!(ran(0), 2);
    // The function itself is as it was.
    let _ = page.call("card", &json!(["one"]), &session());
    assert_eq!(ran(0), 3);
    fs::remove_dir_all(&folder.0).expect("it is there");
    let page = folder.serve(module);
    assert_eq!(ask(&page, 0), "one");
    assert_eq!(ran(0), 4);
}

#[test]
fn kept_steps_are_shown_one_after_the_other() {
    let folder = Folder::new("steps");
    let module = concat!(module_path!(), "::steps");
    let page = folder.serve(module);
    let since = Instant::now();
    while ran(1) == 0 {
        assert!(
            since.elapsed() < Duration::from_secs(20),
            "nothing was worked out at the start"
        );
        thread::sleep(Duration::from_millis(20));
    }
    for _ in 0..2 {
        let messages = page.messages("count_1", &json!([0]), &session());
        assert_eq!(only(&messages, "process_generating").len(), 3);
        let last = messages.last().expect("an end");
        assert_eq!(last["output"]["data"], json!([3]));
    }
    // What the page opens with.
    assert_eq!(page.run("load_example_input", &json!([]), None), json!([3]));
    let first = page.call("load_example_output", &json!([]), &session());
    assert_eq!(first, json!([3]));
    drop(page);
    drop(folder.serve(module));
    assert_eq!(ran(1), 1);
}

#[test]
fn an_app_in_the_router_of_another_fills_its_cache_as_well() {
    let folder = Folder::new("routed");
    let app = App::module(concat!(module_path!(), "::routed")).examples_cache(&folder.0);
    let _entered = RUNTIME.enter();
    let _router = app.router().expect("the app is whole");
    let since = Instant::now();
    while ran(3) < 2 {
        assert!(since.elapsed() < Duration::from_secs(20), "{} of 2", ran(3));
        thread::sleep(Duration::from_millis(20));
    }
}

/// What is said outside of the program: whether, when and where, and that all is to be made anew.
#[test]
fn the_environment_keeps_examples() {
    let folder = Folder::new("environment");
    let serve = |more: &[(&str, &str)]| {
        let mut command = Server::example("gallery", &["calculator"]);
        command
            .env("VETRINA_EXAMPLES_CACHE", &folder.0)
            .envs(more.iter().copied());
        Server::start(&mut command)
    };
    let is_replay = |server: &Server| {
        let config = get(server.at("/config")).expect(200).json();
        let events = config["dependencies"].as_array().expect("a list").clone();
        events.iter().any(|it| it["api_name"] == "calculator_1")
    };
    let kept = || {
        let functions = fs::read_dir(&folder.0).into_iter().flatten().flatten();
        let rows = functions.flat_map(|it| fs::read_dir(it.path()).into_iter().flatten().flatten());
        let mut rows: Vec<_> = rows
            // One that is being written has a dot before its name.
            .filter(|row| !row.file_name().as_encoded_bytes().starts_with(b"."))
            .filter(|row| row.path().join("steps.json").is_file())
            .map(|row| (row.path(), row.metadata().and_then(|it| it.modified()).ok()))
            .collect();
        rows.sort();
        rows
    };
    let until_all = |count: usize| {
        let since = Instant::now();
        while kept().len() < count {
            assert!(since.elapsed() < Duration::from_secs(20), "{:?}", kept());
            thread::sleep(Duration::from_millis(20));
        }
        kept()
    };
    assert!(!is_replay(&serve(&[])));
    assert!(kept().is_empty());
    let lazy = [("GRADIO_CACHE_EXAMPLES", "lazy")];
    assert!(is_replay(&serve(&lazy)));
    assert!(kept().is_empty());
    let eager = ("VETRINA_CACHE_EXAMPLES", "true");
    let rows = {
        let _server = serve(&[eager]);
        until_all(4)
    };
    drop(serve(&[eager]));
    assert_eq!(kept(), rows);
    let server = serve(&[eager, ("VETRINA_RESET_EXAMPLES_CACHE", "true")]);
    let since = Instant::now();
    while kept().len() < 4 || kept() == rows {
        assert!(
            since.elapsed() < Duration::from_secs(20),
            "nothing was made anew"
        );
        thread::sleep(Duration::from_millis(20));
    }
    drop(server);
}

#[test]
fn what_failed_is_not_kept() {
    let folder = Folder::new("failing");
    let page = folder.serve(concat!(module_path!(), "::failing"));
    let messages = page.messages("sometimes_1", &json!([0]), &session());
    assert_eq!(
        messages.last().expect("an end")["output"]["error"],
        "Not yet"
    );
    let good = || page.call("sometimes_1", &json!([0]), &session());
    assert_eq!((good(), good()), (json!([3]), json!([3])));
    assert_eq!(ran(2), 2);
}

#[test]
fn examples_in_the_browser() {
    let page = Page::of(concat!(module_path!(), "::page"));
    let path = tools::sources().join("pages/examples.mjs");
    run(
        "examples",
        tools::browser().arg(path).arg(page.running.url()),
        Duration::from_secs(120),
    );
}
