//! What an app tells of itself to whoever runs it, and which doors it has open.

use serde_json::json;
use vetrina::App;
use vetrina_tests::{get, post};

use super::{Page, session};

mod app {
    use std::{
        pin::Pin,
        task::{Context, Poll},
    };

    use futures_util::Stream;
    use vetrina::prelude::*;

    #[endpoint(cache)]
    fn halve(number: i64) -> Result<i64, Error> {
        if number % 2 == 0 {
            Ok(number / 2)
        } else {
            Err(Error::new("This is odd"))
        }
    }

    #[endpoint(queue = false, title = "<b>")]
    fn double(number: i64) -> i64 {
        number * 2
    }

    /// Says how far it is, from a stream.
    #[endpoint]
    fn counted(progress: Progress) -> impl Stream<Item = u32> {
        progress
            .stream(Numbers(0))
            .unit("pages")
            .describe("Printing")
    }

    struct Numbers(u32);

    impl Stream for Numbers {
        type Item = u32;

        fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u32>> {
            self.0 += 1;
            Poll::Ready((self.0 < 4).then_some(self.0))
        }

        fn size_hint(&self) -> (usize, Option<usize>) {
            (0, Some(3))
        }
    }
}

fn app() -> App {
    App::module(concat!(module_path!(), "::app"))
}

#[test]
fn who_knows_the_key_sees_how_the_functions_do() {
    let page = Page::app(app().monitoring("lake"));
    for number in [2, 2, 3] {
        let _ = page.messages("halve", &json!([number]), &session());
    }
    assert_eq!(page.run("double", &json!([2]), None), json!([4]));
    let told = get(page.at("/monitoring/lake/summary")).expect(200).json();
    let halve = &told["functions"]["halve"];
    assert_eq!(
        (
            &halve["total_requests"],
            &halve["done"],
            &halve["failed"],
            &halve["from_cache"]
        ),
        (&json!(3), &json!(1), &json!(1), &json!(1)),
        "{told}"
    );
    assert!(
        halve["process_time_percentiles"]["90th"]
            .as_f64()
            .is_some_and(|it| it < 10.0),
        "{told}"
    );
    assert_eq!(told["queue_size"], 0);
    assert_eq!(told["functions"]["double"]["done"], 1);

    let shown = get(page.at("/monitoring/lake")).expect(200);
    let policy = shown.header("content-security-policy").expect("a policy");
    assert!(
        policy.starts_with("default-src 'none'; style-src 'self'"),
        "{policy}"
    );
    let html = &shown.body;
    assert!(
        html.contains("<th scope=\"row\">halve</th><td>3</td><td>1</td>"),
        "{html}"
    );
    for path in [
        "/monitoring/lak",
        "/monitoring/lakes/summary",
        "/monitoring",
    ] {
        let _ = get(page.at(path)).expect(404);
    }
    let silent = Page::app(app());
    let _ = get(silent.at("/monitoring/lake")).expect(404);
    let _ = get(silent.at("/monitoring/lake/summary")).expect(404);
}

#[test]
fn the_way_past_the_queue_may_be_closed() {
    let page = Page::app(app().api_open(false));
    let refused = post(page.at("/gradio_api/run/halve"), &json!({"data": [2]})).expect(404);
    let why = refused.json()["detail"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(why.contains("join the queue"), "{why}");
    // What never waits in the queue has no other way.
    assert_eq!(page.run("double", &json!([2]), None), json!([4]));
    assert_eq!(page.call("halve", &json!([2]), &session()), json!([1]));
}

#[test]
fn a_stream_tells_how_far_it_is() {
    let page = Page::app(app());
    let messages = page.messages("counted", &json!([]), &session());
    let bars: Vec<_> = super::only(&messages, "progress")
        .iter()
        .map(|message| message["progress_data"][0].clone())
        .collect();
    let first = json!({"index": 0, "length": 3, "unit": "it", "progress": null, "desc": null});
    assert_eq!(bars.first(), Some(&first), "{bars:?}");
    let last =
        json!({"index": 3, "length": 3, "unit": "pages", "progress": null, "desc": "Printing"});
    assert_eq!(bars.last(), Some(&last), "{bars:?}");
}
