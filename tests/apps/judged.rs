//! Calls that are judged before they are taken, and calls that are answered together.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

use vetrina::prelude::*;

#[page]
fn judged(ui: &mut Ui) {
    let age = ui.add(Number::new().label("Age"));
    let city = ui.add(Textbox::new().label("City"));
    let shown = ui.add(Textbox::new().label("Shown"));
    ui.add(Button::new("Show"))
        .click(show, (&age, &city), &shown)
        .validator(judge, (&age, &city));
    ui.add(Button::new("Upper"))
        .click(batch(upper), &city, &shown)
        .max_batch_size(8);
    ui.add(Button::new("Fail"))
        .click(show, (&age, &city), &shown)
        .validator(fails, &city)
        .api_name("fails");
}

fn judge(age: Option<f64>, city: String) -> [Validity; 2] {
    [
        validate(age.is_none_or(|age| age >= 3.0), "Age must be at least 3"),
        validate(
            !city.to_lowercase().contains("london"),
            "City must not be London",
        ),
    ]
}

fn fails(_: String) -> Result<Validity, Error> {
    Err(Error::new("Nobody can judge this"))
}

fn show(age: Option<f64>, city: String) -> String {
    format!("{} {city}", age.unwrap_or_default())
}

/// Takes its time, so that others have to wait and go together.
fn upper(cities: Vec<String>) -> Vec<Result<String, Error>> {
    std::thread::sleep(std::time::Duration::from_millis(300));
    let count = cities.len();
    let one = |city: String| match city.as_str() {
        "bad" => Err(Error::new("bad is no city")),
        _ => Ok(format!("{} of {count}", city.to_uppercase())),
    };
    cities.into_iter().map(one).collect()
}
