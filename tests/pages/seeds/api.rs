//! Endpoints as others see and call them: their names, who may know of them, what their programs are.

use serde_json::{Value, json};
use vetrina_tests::{
    programs::{MARK, asked, said, said_in_rust},
    run,
    tools::{self, Line},
};

use super::{LIMIT, Page, browse};
use crate::{get, post};

mod app {
    use std::{fs, path::PathBuf};

    use vetrina::{endpoint::Visibility, image::DynamicImage, prelude::*};

    #[page(title = "Guide")]
    fn guide(ui: &mut Ui) {
        let a = ui.add(Number::new().label("First").precision(0).value(1));
        let b = ui.add(Number::new().label("Second").precision(0).value(2));
        let sum = ui.add(Number::new().label("Sum"));
        ui.add(Button::new("Add")).click(addn, (&a, &b), &sum);
        ui.add(Button::new("Add again")).click(addn, (&a, &b), &sum);
        ui.add(Button::new("Add by name"))
            .click(addn, (&a, &b), &sum)
            .api_name("addition");
        ui.add(Button::new("Hidden"))
            .click(addn, (&a, &b), &sum)
            .api_name("hidden")
            .show_api(false);
        ui.add(Button::new("Off"))
            .click(addn, (&a, &b), &sum)
            .api_name("off")
            .api_visibility(Visibility::Private);

        let word = ui.add(Textbox::new().label("Word"));
        let all = ui.add(Textbox::new().label("All words"));
        ui.add(Button::new("Remember")).click(remember, &word, &all);
        let file = ui.add(File::new().label("Text"));
        let count = ui.add(Textbox::new().label("Counted"));
        ui.add(Button::new("Count")).click(lines, &file, &count);
    }

    #[endpoint]
    fn addn(a: i64, b: i64) -> i64 {
        a + b
    }

    #[derive(Default)]
    struct Words(Vec<String>);

    #[endpoint]
    fn remember(word: String, words: State<Words>) -> String {
        words.update(|Words(words)| {
            words.push(word);
            words.join(" and ")
        })
    }

    #[endpoint]
    fn lines(file: PathBuf) -> Result<String, std::io::Error> {
        Ok(format!(
            "{} lines",
            fs::read_to_string(file)?.lines().count()
        ))
    }

    /// Adds two numbers, and takes a part of a list.
    #[endpoint(api_name = "add_and_slice")]
    fn slices(
        /// Where the part begins.
        a: usize,
        /// Where it ends.
        b: usize,
        /// The whole list.
        c: Vec<i64>,
    ) -> (usize, Vec<i64>) {
        let end = b.min(c.len());
        (a + b, c[a.min(end)..end].to_vec())
    }

    /// Takes what it gets.
    #[endpoint]
    fn plain(#[default(3)] times: u32) -> u32 {
        times
    }

    /// The size of a picture.
    #[endpoint]
    fn size(
        /// Any picture.
        picture: DynamicImage,
    ) -> String {
        format!("{} by {}", picture.width(), picture.height())
    }
}

/// A page nobody built, under a name of its own.
mod named {
    use vetrina::prelude::*;

    #[endpoint(api_name = "shout")]
    fn loud(text: String) -> String {
        text.to_uppercase()
    }

    #[endpoint]
    fn quiet(text: String) -> String {
        text.to_lowercase()
    }

    #[endpoint]
    fn kept(api_name: String, times: usize, fn_index: String) -> String {
        api_name.repeat(times) + &fn_index
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// The endpoints that are listed.
fn listed(page: &Page) -> Value {
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    info["named_endpoints"].clone()
}

/// Runs a script of this folder with a line of the Python client.
fn python(line: Line, script: &str, page: &Page) {
    let path = tools::sources().join("pages/seeds").join(script);
    let mut command = tools::python(line);
    command.arg("-B").arg(path).arg(page.running.url());
    let _ = run(script, &mut command, LIMIT);
}

/// Calls an endpoint in two steps, as a shell does.
fn called(page: &Page, name: &str, data: &Value) -> Value {
    let call = page.at(&format!("/gradio_api/call/{name}"));
    let program = format!(
        "EVENT_ID=$(curl -fsS '{call}' -d '{}' | cut -d '\"' -f 4); curl -fsSN \"{call}/$EVENT_ID\"",
        json!({ "data": data })
    );
    asked(&program).expect("the call succeeds").remove(0)
}

#[test]
fn seed_002_01_every_listener_with_a_name_answers() {
    let page = page();
    for (name, data, answer) in [
        ("addn", json!([1, 2]), json!(3)),
        ("remember", json!(["so"]), json!("so")),
        ("plain", json!([7]), json!(7)),
    ] {
        assert_eq!(called(&page, name, &data)[0], answer, "{name}");
    }
}

#[test]
fn seed_002_03_the_parameters_are_those_of_the_function() {
    let page = page();
    let all = listed(&page);
    for (endpoint, names) in [
        ("/addn", vec!["a", "b"]),
        ("/remember", vec!["word"]),
        ("/lines", vec!["file"]),
        ("/add_and_slice", vec!["a", "b", "c"]),
    ] {
        let parameters = all[endpoint]["parameters"].as_array().expect("a list");
        let found: Vec<_> = parameters.iter().map(|it| &it["parameter_name"]).collect();
        assert_eq!(found, names, "{endpoint}");
    }
}

#[test]
fn seed_002_04_names_are_those_of_the_functions() {
    let all = listed(&page());
    let names: Vec<_> = all.as_object().expect("an object").keys().collect();
    assert_eq!(
        names,
        [
            "/addn",
            "/addn_1",
            "/addition",
            "/remember",
            "/lines",
            "/add_and_slice",
            "/plain",
            "/size"
        ]
    );
}

#[test]
fn seed_002_05_an_interface_has_the_name_it_is_given() {
    let page = Page::of(concat!(module_path!(), "::named"));
    assert_eq!(called(&page, "shout", &json!(["Hey"])), json!(["HEY"]));
    assert_eq!(called(&page, "quiet", &json!(["Hey"])), json!(["hey"]));
    let _ = post(page.at("/gradio_api/call/loud"), &json!({"data": [""]})).expect(404);
}

#[test]
fn names_that_clients_keep_give_way_to_the_place() {
    let page = Page::of(concat!(module_path!(), "::named"));
    let parameters = listed(&page)["/kept"]["parameters"].clone();
    let names = [0, 1, 2].map(|place| parameters[place]["parameter_name"].clone());
    assert_eq!(names, ["param_0", "times", "param_2"]);
    let sent = json!({"param_0": "a", "times": 2, "param_2": "b"});
    let _ = post(page.at("/gradio_api/call/v2/kept"), &sent).expect(200);
    let document = get(page.at("/gradio_api/openapi.json")).expect(200).json();
    let arguments = &document["components"]["schemas"]["kept_arguments"];
    assert_eq!(arguments["required"], json!(names));
    assert_eq!(document["security"], json!([]));
}

#[test]
fn seed_002_06_a_listener_has_the_name_it_is_given() {
    let page = page();
    assert_eq!(called(&page, "addition", &json!([40, 2])), json!([42]));
    let url = page.at("/gradio_api/call/v2/addition");
    let _ = post(url, &json!({"b": 2, "a": 40})).expect(200);
}

#[test]
fn seed_002_07_what_is_not_shown_is_not_listed() {
    let page = page();
    assert!(listed(&page).get("/hidden").is_none());
    let shown = get(page.at("/?view=api")).expect(200).body;
    assert!(!shown.contains("hidden\""), "{shown}");
}

#[test]
fn seed_002_08_what_is_hidden_answers_by_its_name() {
    let page = page();
    assert_eq!(called(&page, "hidden", &json!([20, 22])), json!([42]));
}

#[test]
fn seed_002_10_what_is_disabled_has_no_name() {
    for way in ["call", "call/v2", "run"] {
        let url = page().at(&format!("/gradio_api/{way}/off"));
        let _ = post(url, &json!({"data": [1, 2]})).expect(404);
    }
}

#[test]
fn seed_002_13_an_endpoint_needs_no_page() {
    let page = page();
    let all = listed(&page);
    assert!(all.get("/add_and_slice").is_some(), "{all}");
    // Nothing on the page sets it off.
    assert_eq!(page.event("add_and_slice")["targets"], json!([]));
}

#[test]
fn seed_002_14_its_types_are_those_of_the_signature() {
    let all = listed(&page());
    let parameters = all["/add_and_slice"]["parameters"].as_array();
    let parameters = parameters.expect("a list").iter();
    let types: Vec<_> = parameters.map(|it| &it["type"]).collect();
    assert_eq!(types[0]["type"], "integer", "{types:?}");
    assert_eq!(types[1]["type"], "integer");
    assert_eq!(types[2]["type"], "array");
    assert_eq!(types[2]["items"]["type"], "integer");
}

#[test]
fn seed_002_15_it_may_give_several_values() {
    let data = json!([3, 5, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]]);
    let given = called(&page(), "add_and_slice", &data);
    assert_eq!(given, json!([8, [4, 5]]));
}

#[test]
fn seed_002_16_its_name_is_the_function_s_unless_it_has_one() {
    let page = page();
    assert_eq!(called(&page, "plain", &json!([1])), json!([1]));
    called(&page, "add_and_slice", &json!([0, 1, [1]]));
    let _ = post(page.at("/gradio_api/call/slices"), &json!({"data": []})).expect(404);
}

#[test]
fn seed_002_21_an_app_that_is_started_tells_its_address() {
    let page = page();
    let url = page.running.url();
    assert!(url.starts_with("http://127.0.0.1:"), "{url}");
    let _ = get(format!("{url}/config")).expect(200);
}

#[test]
fn seed_002_02_and_002_11_and_002_17_the_page_and_what_it_leads_to() {
    browse("api", &page());
}

/// By keyword and by position, also what nobody lists; what is disabled is refused.
#[test]
fn seed_002_09_and_002_18_and_002_19_in_python() {
    let page = page();
    for line in [Line::One, Line::Two] {
        python(line, "api.py", &page);
    }
}

#[test]
fn seed_002_20_in_javascript() {
    let page = page();
    for line in [Line::One, Line::Two] {
        let path = tools::sources().join("pages/seeds/api_client.mjs");
        let mut node = tools::node(line);
        run(
            "api_client.mjs",
            node.arg(path).arg(page.running.url()),
            LIMIT,
        );
    }
}

/// The programs of one endpoint of each kind, as they stand on the page.
#[test]
fn seed_002_22_and_002_23_and_002_24_and_002_25_programs_run_as_they_are_pasted() {
    let page = page();
    let programs = copied(&page, "programs.mjs");
    let of = |language: &str, about: &str| {
        let mut found = programs.iter().filter(|it| it["language"] == language);
        let text = found.find_map(|it| it["text"].as_str().filter(|text| text.contains(about)));
        text.unwrap_or_else(|| panic!("no {language} for {about} in {programs:?}"))
    };
    // A picture is handed over as a file, and its type is told beside.
    assert!(of("python", "/size").contains("picture=handle_file("));
    for (language, line) in [("python", Line::Two), ("javascript", Line::Two)] {
        let [adds, sizes] = ["/addition", "/size"].map(|about| of(language, about));
        let said = said(line, language, &[adds, sizes]);
        assert!(!said.concat().contains(MARK), "{said:?}");
        assert!(said[0].contains('3'), "{said:?}");
        assert!(said[1].contains(" by "), "{said:?}");
    }
}

#[test]
fn seed_002_26_and_002_27_what_was_recorded_does_the_same_again() {
    let page = page();
    let programs = copied(&page, "recorded.mjs");
    let text = |language: &str| {
        let found = programs.iter().find(|it| it["language"] == language);
        found
            .and_then(|it| it["text"].as_str())
            .expect("it is there")
    };
    // The two words, one after the other in one session; the file; nothing of what is disabled.
    let answers = ["one", "one and two", "3 lines"];
    let shell = asked(text("curl")).expect("all calls succeed");
    let first: Vec<_> = shell.iter().map(|results| &results[0]).collect();
    assert_eq!(first, answers);
    let clients = ["python", "javascript"].into_iter().flat_map(|language| {
        [Line::One, Line::Two].map(|line| said(line, language, &[text(language)]).remove(0))
    });
    let rust = said_in_rust(&[text("rust")]).remove(0);
    for said in clients.chain([rust]) {
        assert!(!said.contains(MARK), "{said}");
        let places: Vec<_> = answers.map(|answer| said.find(answer)).into();
        assert!(places.is_sorted() && places[0].is_some(), "{said}");
    }
}

/// The programs that a script copied in the browser.
fn copied(page: &Page, script: &str) -> Vec<Value> {
    let path = tools::sources().join("pages/seeds").join(script);
    let mut browser = tools::browser();
    let copied = run(script, browser.arg(path).arg(page.running.url()), LIMIT);
    serde_json::from_str(copied.trim()).expect("a list of programs")
}

#[test]
fn seed_002_31_and_002_33_the_document_lists_what_is_public() {
    let page = page();
    let document = get(page.at("/gradio_api/openapi.json")).expect(200).json();
    assert_eq!(document["openapi"], "3.1.0");
    let paths = document["paths"].as_object().expect("an object").keys();
    let found: Vec<_> = paths
        .filter_map(|path| path.strip_prefix("/gradio_api/run"))
        .collect();
    let all = listed(&page);
    let names: Vec<_> = all.as_object().expect("an object").keys().collect();
    assert_eq!(found, names);
}

/// A call that is made from the document alone.
#[test]
fn seed_002_32_the_document_is_enough_for_a_call() {
    let page = page();
    let document = get(page.at("/gradio_api/openapi.json")).expect(200).json();
    let paths = document["paths"].as_object().expect("an object");
    let by_name = paths
        .iter()
        .find(|(path, _)| path.ends_with("/v2/addition"));
    let (path, item) = by_name.expect("it is listed");
    let body = &item["post"]["requestBody"]["content"]["application/json"]["example"];
    let server = document["servers"][0]["url"].as_str().expect("an address");
    let queued = post(format!("{server}{path}"), body).expect(200).json();
    let link = &item["post"]["responses"]["200"]["links"]["events"]["operationId"];
    let events = paths
        .iter()
        .find(|(_, item)| item["get"]["operationId"] == *link);
    let (events, _) = events.expect("the link leads somewhere");
    let id = queued["event_id"].as_str().expect("an id");
    let stream = get(format!("{server}{}", events.replace("{event_id}", id)));
    let stream = stream.expect(200).body;
    assert!(stream.contains("event: complete\ndata: [3]"), "{stream}");
}
