//! Results that are kept: `#[endpoint(cache)]`, `.cache(…)` and the extractor `Cache`.

use std::{sync::atomic::Ordering, time::Duration};

use serde_json::{Value, json};
use vetrina::App;
use vetrina_tests::{post, process::until};

use super::{Page, end, join, only, session};

mod app {
    use std::{
        sync::atomic::{AtomicU32, Ordering},
        thread,
        time::Duration,
    };

    use vetrina::prelude::*;

    pub(super) static CALLS: AtomicU32 = AtomicU32::new(0);
    pub(super) static SLOW: AtomicU32 = AtomicU32::new(0);

    fn counted() -> u32 {
        CALLS.fetch_add(1, Ordering::Relaxed) + 1
    }

    #[endpoint(cache(max = 2))]
    fn number(word: String) -> Result<String, Error> {
        if word == "bad" {
            return Err(Error::new(format!("bad {}", counted())));
        }
        Ok(format!("{word} {}", counted()))
    }

    #[endpoint(cache)]
    fn letters(word: String) -> impl Iterator<Item = String> {
        let call = counted();
        (1..=word.len()).map(move |end| format!("{} {call}", &word[..end]))
    }

    #[endpoint(cache(per_session))]
    fn mine(word: String) -> String {
        format!("{word} {}", counted())
    }

    /// Takes its time; waits until two wait for it, or it is told to stop.
    #[endpoint(cache)]
    fn slow(word: String, cancel: Cancel) -> u32 {
        let call = SLOW.fetch_add(1, Ordering::Relaxed) + 1;
        while word == "wait" && call == 1 && !cancel.is_cancelled() {
            thread::sleep(Duration::from_millis(5));
        }
        thread::sleep(Duration::from_millis(200));
        call
    }

    #[endpoint(cache)]
    fn size(file: FileData) -> FileData {
        let text = format!("{} bytes, {}", file.size().unwrap_or_default(), counted());
        FileData::from_bytes("size.txt", text).expect("it can be kept")
    }

    #[endpoint]
    fn put_aside(word: String, known: Cache<String, u32>) -> u32 {
        known.get_or(&word, counted)
    }
}

mod wired {
    use vetrina::prelude::*;

    #[page]
    fn page(ui: &mut Ui) {
        let word = ui.add(Textbox::new().label("Word"));
        let out = ui.add(Number::new().label("Out").precision(0));
        word.submit(super::calls, &word, &out)
            .cache(Caching::new().per_session());
    }
}

fn calls(_: String) -> u32 {
    app::CALLS.fetch_add(1, Ordering::Relaxed) + 1
}

mod depends {
    use vetrina::prelude::*;

    #[endpoint(cache)]
    fn who(request: Request) -> String {
        request.session_hash().unwrap_or_default().into()
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

#[test]
fn equal_calls_are_answered_from_what_is_kept() {
    let page = page();
    let first = page.messages("number", &json!(["a"]), &session());
    let again = page.messages("number", &json!(["a"]), &session());
    let (first, again) = (first.last().unwrap(), again.last().unwrap());
    assert_eq!(first["output"]["data"], again["output"]["data"]);
    assert_eq!(
        (&first["used_cache"], &again["used_cache"]),
        (&Value::Null, &json!("full"))
    );
    assert_eq!(again["output"]["used_cache"], "full");
    assert!(again["cache_duration"].is_number(), "{again}");
    // Every way in finds it, and other arguments find others.
    assert_eq!(
        page.run("number", &json!(["a"]), None),
        first["output"]["data"]
    );
    let other = page.run("number", &json!(["b"]), None);
    assert_ne!(other, first["output"]["data"]);
    assert_eq!(page.call("number", &json!(["b"]), &session()), other);
    // The third drives out what was not asked for for longest.
    let third = page.run("number", &json!(["c"]), None);
    assert_eq!(page.run("number", &json!(["b"]), None), other);
    assert_ne!(
        page.run("number", &json!(["a"]), None),
        first["output"]["data"]
    );
    assert_ne!(page.run("number", &json!(["c"]), None), third);
    // Errors are not kept.
    let fail = || {
        post(page.at("/gradio_api/run/number"), &json!({"data": ["bad"]}))
            .expect(500)
            .json()
    };
    assert_ne!(fail()["error"], fail()["error"]);
}

#[test]
fn a_stream_is_told_again() {
    let page = page();
    let first = page.messages("letters", &json!(["abc"]), &session());
    let again = page.messages("letters", &json!(["abc"]), &session());
    for messages in [&first, &again] {
        assert_eq!(only(messages, "process_starts").len(), 1);
        assert_eq!(only(messages, "process_generating").len(), 3);
    }
    let data = |messages: &[Value]| -> Vec<Value> {
        let told = messages
            .iter()
            .filter(|message| message["output"].is_object());
        told.map(|message| message["output"]["data"].clone())
            .collect()
    };
    assert_eq!(data(&first), data(&again));
}

#[test]
fn a_session_may_have_its_own() {
    let page = page();
    let (me, you) = (session(), session());
    let mine = page.call("mine", &json!(["a"]), &me);
    assert_eq!(page.call("mine", &json!(["a"]), &me), mine);
    assert_ne!(page.call("mine", &json!(["a"]), &you), mine);
    let nobody = page.run("mine", &json!(["a"]), None);
    assert_ne!(page.run("mine", &json!(["a"]), None), nobody);
    let page = Page::of(concat!(module_path!(), "::wired"));
    let mine = page.call("calls", &json!(["a"]), &me);
    assert_eq!(page.call("calls", &json!(["a"]), &me), mine);
    assert_ne!(page.call("calls", &json!(["a"]), &you), mine);
}

#[test]
fn equal_calls_at_one_time_are_worked_out_once() {
    let page = page();
    let sessions = [session(), session(), session()];
    for session in &sessions {
        join(&page, "slow", &json!(["once"]), session);
    }
    let ends: Vec<_> = sessions
        .iter()
        .map(|it| end(&page, it)["output"]["data"].clone())
        .collect();
    assert!(ends.iter().all(|it| *it == ends[0]), "{ends:?}");
    // When the one who works it out gives up, the next does it.
    app::SLOW.store(0, Ordering::Relaxed);
    let (gone, stays) = (session(), session());
    let id = join(&page, "slow", &json!(["wait"]), &gone);
    until("the first call", Duration::from_secs(20), || {
        (app::SLOW.load(Ordering::Relaxed) == 1).then_some(())
    });
    join(&page, "slow", &json!(["wait"]), &stays);
    let index = &page.event("slow")["id"];
    let body = json!({"session_hash": gone, "fn_index": index, "event_id": id});
    let _ = post(page.at("/gradio_api/cancel"), &body).expect(200);
    assert_eq!(end(&page, &stays)["output"]["data"], json!([2]));
}

#[test]
fn the_bytes_of_a_file_count_and_its_address_fits_the_caller() {
    let page = page();
    let file = |text: &str| {
        let form = format!(
            "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.txt\"\r\n\r\n{text}\r\n--x--\r\n"
        );
        let sent = vetrina_tests::request("POST", page.at("/gradio_api/upload"))
            .body("multipart/form-data; boundary=x", form)
            .send();
        let path = sent.expect(200).json()[0].clone();
        json!([{"path": path, "orig_name": "a.txt", "meta": {"_type": "gradio.FileData"}}])
    };
    let first = page.run("size", &file("abc"), None);
    assert_eq!(page.run("size", &file("abc"), None), first);
    assert_ne!(page.run("size", &file("abcd"), None), first);
    let body = json!({"data": file("abc")});
    let elsewhere = vetrina_tests::request("POST", page.at("/gradio_api/run/size"))
        .header("x-forwarded-host", "shop.example")
        .header("x-forwarded-proto", "https")
        .json(&body)
        .send();
    let elsewhere = elsewhere.expect(200).json()["data"][0].clone();
    assert_eq!(elsewhere["path"], first[0]["path"]);
    let url = elsewhere["url"].as_str().expect("an address");
    assert!(
        url.starts_with("https://shop.example/gradio_api/file="),
        "{url}"
    );
}

#[test]
fn a_function_puts_aside_what_it_may_need_again() {
    let page = page();
    let (word, session) = (json!(["a"]), session());
    let first = page.messages("put_aside", &word, &session);
    let again = page.messages("put_aside", &word, &session);
    let (first, again) = (first.last().unwrap(), again.last().unwrap());
    assert_eq!(first["output"]["data"], again["output"]["data"]);
    assert_eq!(
        (&first["used_cache"], &again["used_cache"]),
        (&Value::Null, &json!("partial"))
    );
    assert_ne!(
        page.run("put_aside", &json!(["b"]), None),
        first["output"]["data"]
    );
}

#[test]
fn what_depends_on_who_calls_is_not_kept() {
    let app = App::module(concat!(module_path!(), "::depends"));
    let why = app.router().expect_err("it cannot be kept").to_string();
    assert!(why.contains("takes a `Request`"), "{why}");
}
