//! `#[endpoint(validator = f)]`.

use serde_json::json;
use vetrina::App;
use vetrina_tests::post;

use super::{Page, session};

mod app {
    use vetrina::prelude::*;

    #[endpoint(validator = check)]
    fn book(seats: u32, name: String, request: Request) -> String {
        assert!(seats < 9, "it was checked");
        format!(
            "{seats} for {name}, {}",
            request.session_hash().unwrap_or("nobody")
        )
    }

    fn check(seats: u32, name: String, _: Request) -> [Validity; 2] {
        [
            validate(seats < 9, "Call us for so many seats"),
            validate(!name.is_empty(), "Tell us your name"),
        ]
    }

    #[endpoint(validator = may_fail)]
    fn halve(number: i64) -> i64 {
        number / 2
    }

    fn may_fail(number: i64) -> Result<Validity, Error> {
        if number < 0 {
            return Err(Error::new("No numbers below zero"));
        }
        Ok(validate(number % 2 == 0, "This is odd"))
    }
}

mod too_few {
    use vetrina::prelude::*;

    #[endpoint(validator = check)]
    fn book(seats: u32, name: String) -> String {
        format!("{seats} for {name}")
    }

    fn check(_: u32, _: String) -> Validity {
        validate(true, "")
    }
}

mod forgotten {
    use vetrina::prelude::*;

    #[page]
    fn page(ui: &mut Ui) {
        let number = ui.add(Number::new());
        number.submit(halve, &number, &number);
    }

    #[endpoint(validator = check)]
    fn halve(number: i64) -> i64 {
        number / 2
    }

    fn check(_: i64) -> Validity {
        validate(true, "")
    }
}

#[test]
fn what_a_validator_refuses_is_told_at_its_field() {
    let page = Page::of(concat!(module_path!(), "::app"));
    let good = session();
    assert_eq!(
        page.call("book", &json!([2, "Ada"]), &good),
        json!([format!("2 for Ada, {good}")])
    );
    let index = &page.event("book")["id"];
    for (path, body) in [
        (
            "/gradio_api/queue/join",
            json!({"data": [10, ""], "fn_index": index, "session_hash": "v"}),
        ),
        ("/gradio_api/run/book", json!({"data": [10, ""]})),
        ("/gradio_api/call/book", json!({"data": [10, ""]})),
        ("/gradio_api/call/v2/book", json!({"seats": 10, "name": ""})),
    ] {
        let refused = post(page.at(path), &body).expect(422).json();
        let told: Vec<_> = refused["detail"]
            .as_array()
            .expect("one per input")
            .iter()
            .map(|one| (&one["parameter_name"], &one["is_valid"], &one["message"]))
            .collect();
        assert_eq!(
            json!(told),
            json!([
                ["seats", false, "Call us for so many seats"],
                ["name", false, "Tell us your name"]
            ]),
            "{path}"
        );
    }
    assert_eq!(page.run("halve", &json!([4]), None), json!([2]));
    let run = page.at("/gradio_api/run/halve");
    let _ = post(&run, &json!({"data": [3]})).expect(422);
    let failed = post(&run, &json!({"data": [-2]})).expect(400).json();
    assert_eq!(failed["detail"], "No numbers below zero");
}

#[test]
fn a_validator_that_does_not_fit_ends_the_program_at_start() {
    let why = |module: &str| {
        let app = App::module(format!("{}::{module}", module_path!()));
        app.router().expect_err("it does not fit").to_string()
    };
    let too_few = why("too_few");
    assert!(too_few.contains("one `Validity` per input"), "{too_few}");
    let forgotten = why("forgotten");
    assert!(
        forgotten.contains(".validator(check, inputs)"),
        "{forgotten}"
    );
}
