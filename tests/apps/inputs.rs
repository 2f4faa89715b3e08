//! Every simple input at once.

use serde_json::{Value, json};
use vetrina::prelude::*;

#[endpoint(output = Json::new().label("Result"))]
#[expect(clippy::too_many_arguments, reason = "one of each")]
fn everything(
    #[input(Textbox::new().value("abc").label("Text"))] text: String,
    #[input(Textbox::new().lines(3).placeholder("type").label("Area"))] area: String,
    #[input(Number::new().value(1.5).label("Num"))] num: f64,
    #[input(Number::new().precision(0).minimum(0).maximum(10).label("Int"))] integer: i64,
    #[input(Slider::new(0..=10).value(4).step(2).label("Slider"))] slider: i64,
    #[input(Checkbox::new().value(true).label("Check"))] check: bool,
    #[input(CheckboxGroup::new(["a", "b", "c"]).value(["a"]).label("Group"))] group: Vec<String>,
    #[input(Radio::new(["x", "y"]).value("x").label("Radio"))] radio: String,
    #[input(Dropdown::new(["d1", "d2"]).label("Drop"))] drop: String,
    #[input(Dropdown::new(["m1", "m2", "m3"]).multiselect(true).value(["m1"]).label("Multi"))]
    multi: Vec<String>,
    #[input(Json::new().label("Json in"))] js: Value,
) -> Value {
    // Whole numbers stay whole: 0 and 0.0 are two things to a reader of JSON.
    let num = num
        .to_string()
        .parse::<i64>()
        .map_or_else(|_| json!(num), |whole| json!(whole));
    json!([
        text, area, num, integer, slider, check, group, radio, drop, multi, js
    ])
}
