//! `#[endpoint(batch)]`.

use std::time::Duration;

use serde_json::json;
use vetrina_tests::{get, process::until};

use super::{Page, end, join, only, session};

mod app {
    use std::sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    };
    use std::{thread, time::Duration};

    use vetrina::prelude::*;

    pub(super) static SIZES: Mutex<Vec<usize>> = Mutex::new(Vec::new());
    pub(super) static OPEN: AtomicBool = AtomicBool::new(false);

    #[derive(serde::Serialize, schemars::JsonSchema)]
    pub(super) struct Word {
        text: String,
        length: usize,
    }

    /// Measures words; the first batch waits for the others.
    #[endpoint(batch, max_batch_size = 3)]
    fn measure(
        /// What to measure.
        words: Vec<String>,
        #[input(Slider::new(1..=5).value(2))] times: Vec<usize>,
        callers: Vec<Request>,
    ) -> Vec<Result<(Word, String), Error>> {
        SIZES.lock().unwrap().push(words.len());
        while !OPEN.load(Ordering::Relaxed) {
            thread::sleep(Duration::from_millis(5));
        }
        let each = words.into_iter().zip(times).zip(callers);
        let measured = each.map(|((text, times), caller)| {
            if text == "bad" {
                return Err(Error::new("bad is no word"));
            }
            let length = text.len() * times;
            let caller = caller.session_hash().unwrap_or("nobody").to_owned();
            Ok((Word { text, length }, caller))
        });
        measured.collect()
    }

    #[endpoint(batch, api_name = "loud")]
    async fn shout(words: Vec<String>) -> Result<Vec<String>, Error> {
        if words.iter().any(|word| word == "all fail") {
            return Err(Error::new("not today"));
        }
        tokio::task::yield_now().await;
        Ok(words.iter().map(|word| word.to_uppercase()).collect())
    }
}

mod wired {
    use vetrina::prelude::*;

    #[page]
    fn page(ui: &mut Ui) {
        let word = ui.add(Textbox::new().label("Word"));
        let length = ui.add(Number::new().label("Length").precision(0));
        word.submit(batch(lengths), &word, &length);
    }

    #[endpoint(batch, api_name = "how_long", max_batch_size = 7)]
    fn lengths(words: Vec<String>) -> Vec<usize> {
        words.iter().map(String::len).collect()
    }
}

#[test]
fn a_batch_is_one_value_outside_and_lists_inside() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let info = get(page.at("/gradio_api/info")).expect(200).json();
    let measure = &info["named_endpoints"]["/measure"];
    let types: Vec<_> = measure["parameters"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|it| (&it["parameter_name"], &it["type"]["type"], &it["component"]))
        .collect();
    assert_eq!(
        json!(types),
        json!([
            ["words", "string", "Textbox"],
            ["times", "number", "Slider"]
        ])
    );
    assert_eq!(measure["returns"].as_array().map(Vec::len), Some(2));
    let event = page.event("measure");
    assert_eq!(
        (&event["batch"], &event["max_batch_size"]),
        (&json!(true), &json!(3))
    );
    assert_eq!(page.event("loud")["max_batch_size"], 4);

    let words = ["a", "b", "bad", "d", "e"];
    let sessions: Vec<_> = words.iter().map(|_| session()).collect();
    for (word, session) in words.iter().zip(&sessions) {
        join(&page, "measure", &json!([word, 2]), session);
    }
    until("the first batch", Duration::from_secs(20), || {
        (!app::SIZES.lock().unwrap().is_empty()).then_some(())
    });
    app::OPEN.store(true, std::sync::atomic::Ordering::Relaxed);
    for (word, session) in words.iter().zip(&sessions) {
        let end = end(&page, session);
        if *word == "bad" {
            assert_eq!(end["success"], false, "{end}");
            assert_eq!(end["output"]["error"], "bad is no word");
        } else {
            let word = json!({"text": word, "length": word.len() * 2});
            assert_eq!(end["output"]["data"], json!([word, session]), "{end}");
        }
    }
    assert_eq!(*app::SIZES.lock().unwrap(), [1, 3, 1]);
    // What a call leaves out has its default, and one without a queue is a batch of one.
    let alone = page.run("measure", &json!(["abc"]), None);
    assert_eq!(alone, json!([{"text": "abc", "length": 6}, "nobody"]));
}

#[test]
fn an_async_batch_may_fail_as_a_whole() {
    let page = Page::of(concat!(module_path!(), "::app"));
    assert_eq!(
        page.call("loud", &json!(["hello"]), &session()),
        json!(["HELLO"])
    );
    let messages = page.messages("loud", &json!(["all fail"]), &session());
    assert_eq!(
        only(&messages, "process_completed")[0]["output"]["error"],
        "not today"
    );
}

#[test]
fn a_page_keeps_what_the_annotation_says() {
    let page = Page::of(concat!(module_path!(), "::wired"));
    let event = page.event("how_long");
    assert_eq!(
        (&event["batch"], &event["max_batch_size"]),
        (&json!(true), &json!(7))
    );
    assert_eq!(
        page.call("how_long", &json!(["four"]), &session()),
        json!([4])
    );
}
