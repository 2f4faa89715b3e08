//! Functions that judge what was entered before a call is taken, and functions that see it as it
//! travelled.

use std::time::Duration;

use serde_json::{Value, json};
use vetrina_tests::{Server, run, tools};

use super::{Page, post, session};

mod app {
    use serde_json::{Value, json};
    use vetrina::prelude::*;

    #[derive(Default)]
    struct Asked(u32);

    #[page]
    fn validators(ui: &mut Ui) {
        let age = ui.add(Number::new().label("Age"));
        let city = ui.add(Textbox::new().label("City"));
        let shown = ui.add(Textbox::new().label("Shown"));
        let go = ui.add(Button::new("Go"));
        go.click(show, (&age, &city), &shown)
            .validator(judge, (&age, &city));
        go.click(show, (&age, &city), &shown)
            .validator(judge_city, &city)
            .api_name("city_only");
        go.click(fails, &city, &shown).validator(raises, &city);
        go.click(count, (), &shown).validator(no_more_than_two, ());
        go.click(show, (&age, &city), &shown)
            .validator(judge, (&age, &city))
            .queue(false)
            .api_name("direct");
        let letter = ui.add(Dropdown::new(["a", "b"]).label("Letter"));
        go.click(as_sent, (&letter.raw(), &city), &letter.raw());
    }

    fn show(age: Option<f64>, city: String) -> String {
        format!("{} {}", age.unwrap_or_default(), city.to_uppercase())
    }

    fn judge(age: Option<f64>, city: String) -> [Validity; 2] {
        [
            validate(age.is_none_or(|age| age > 3.0), "Age must be at least 3"),
            validate(
                !city.to_lowercase().contains("london"),
                "City must not be London",
            ),
        ]
    }

    async fn judge_city(city: String) -> Validity {
        validate(!city.is_empty(), "Name a city")
    }

    fn raises(_: String) -> Result<Validity, Error> {
        Err(Error::new("Nobody can judge this"))
    }

    fn fails(_: String) -> Result<String, Error> {
        Err(Error::new("it must not get here"))
    }

    fn count(asked: State<Asked>) -> String {
        asked.update(|asked| {
            asked.0 += 1;
            asked.0.to_string()
        })
    }

    fn no_more_than_two(asked: State<Asked>) -> Result<[Validity; 0], Error> {
        match asked.read(|asked| asked.0) {
            0..2 => Ok([]),
            _ => Err(Error::new("That is enough")),
        }
    }

    fn as_sent(letter: Value, city: String) -> Value {
        if city.is_empty() {
            letter
        } else {
            json!({"sent": letter, "city": city})
        }
    }
}

fn page() -> Page {
    Page::of(concat!(module_path!(), "::app"))
}

/// How a call is taken, by each way in.
fn answers(page: &Page, name: &str, data: &Value) -> Vec<(u16, Value)> {
    let joined =
        json!({"data": data, "fn_index": page.event(name)["id"], "session_hash": session()});
    let alone = json!({"data": data});
    let ways = [
        post(page.at("/gradio_api/queue/join"), &joined),
        post(page.at(&format!("/gradio_api/call/{name}")), &alone),
        post(page.at(&format!("/gradio_api/run/{name}")), &alone),
    ];
    ways.into_iter()
        .map(|answer| (answer.status, answer.json()))
        .collect()
}

#[test]
fn what_is_refused_is_told_input_by_input_by_every_way_in() {
    let page = page();
    let mut ways = answers(&page, "show", &json!([2, "London"]));
    let named = json!({"age": 2, "city": "London"});
    let named = post(page.at("/gradio_api/call/v2/show"), &named);
    ways.push((named.status, named.json()));
    for (status, body) in ways {
        assert_eq!(status, 422, "{body}");
        let detail = body["detail"].as_array().expect("a list");
        let said: Vec<_> = detail
            .iter()
            .map(|it| {
                json!([
                    it["__type__"],
                    it["is_valid"],
                    it["parameter_name"],
                    it["message"]
                ])
            })
            .collect();
        assert_eq!(
            said,
            [
                json!(["validate", false, "age", "Age must be at least 3"]),
                json!(["validate", false, "city", "City must not be London"]),
            ]
        );
    }
    let (status, body) = answers(&page, "show", &json!([9, "london"])).remove(0);
    assert_eq!(
        (status, &body["detail"][0]["is_valid"]),
        (422, &json!(true))
    );
    assert_eq!(body["detail"][1]["loc"], json!(["body", "data", 1]));
}

#[test]
fn what_is_valid_goes_on() {
    let page = page();
    assert_eq!(
        page.call("show", &json!([9, "Rome"]), &session()),
        json!(["9 ROME"])
    );
    assert_eq!(
        page.call("show", &json!([null, "Rome"]), &session()),
        json!(["0 ROME"])
    );
    assert_eq!(
        page.run("direct", &json!([9, "Rome"]), None),
        json!(["9 ROME"])
    );
    assert_eq!(
        page.call("city_only", &json!([1, "Rome"]), &session()),
        json!(["1 ROME"])
    );
}

#[test]
fn a_validator_may_judge_some_of_the_inputs() {
    let page = page();
    for (status, body) in answers(&page, "city_only", &json!([1, ""])) {
        assert_eq!(status, 422, "{body}");
        let valid: Vec<_> = [0, 1]
            .map(|at: usize| body["detail"][at]["is_valid"].clone())
            .into();
        assert_eq!(valid, [true, false]);
        assert_eq!(body["detail"][1]["message"], "Name a city");
    }
}

#[test]
fn values_that_do_not_fit_are_told_before_anybody_judges_them() {
    let (status, body) = answers(&page(), "show", &json!(["young", "London"])).remove(0);
    assert_eq!(status, 422);
    assert_eq!(body["detail"].as_array().map(Vec::len), Some(1), "{body}");
    assert_eq!(body["detail"][0]["message"], "expected a number, got text");
}

#[test]
fn a_validator_that_fails_is_told_with_its_own_words() {
    for (status, body) in answers(&page(), "fails", &json!(["x"])) {
        assert_eq!(
            (status, &body["detail"]),
            (400, &json!("Nobody can judge this"))
        );
    }
}

#[test]
fn a_validator_sees_what_the_session_keeps() {
    let page = page();
    let mine = session();
    for count in ["1", "2"] {
        assert_eq!(page.call("count", &json!([]), &mine)[0], count);
    }
    let body = json!({"data": [], "fn_index": page.event("count")["id"], "session_hash": mine});
    let refused = post(page.at("/gradio_api/queue/join"), &body).expect(400);
    assert_eq!(refused.refused().0, "That is enough");
    assert_eq!(page.call("count", &json!([]), &session())[0], "1");
}

#[test]
fn raw_values_are_neither_converted_nor_checked() {
    let page = page();
    let sent = json!({"any": ["thing", null]});
    assert_eq!(page.run("as_sent", &json!([sent, ""]), None), json!([sent]));
    // The other input is converted as ever.
    let mixed = page.run("as_sent", &json!(["z", "Rome"]), None);
    assert_eq!(mixed, json!([{"sent": "z", "city": "Rome"}]));
    let body = json!({"data": ["a", 5]});
    let refused = post(page.at("/gradio_api/run/as_sent"), &body);
    assert_eq!(refused.status, 422);
}

#[test]
fn what_is_refused_is_told_where_it_was_entered() {
    let server = Server::app("judged");
    let script = tools::sources().join("pages/judged.mjs");
    run(
        "judged",
        tools::browser().arg(script).arg(server.url()),
        Duration::from_secs(120),
    );
}
