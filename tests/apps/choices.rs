//! A number within bounds, and choices of all kinds.

use serde_json::{Value, json};
use vetrina::prelude::*;

#[endpoint(outputs = (Textbox::new().label("Joined"), Json::new().label("Parts")))]
fn pick(
    #[input(Slider::new(2..=20).value(4).step(1).label("Count").info("how many"))] number: i64,
    #[input(Dropdown::new([("Paris, France", "paris"), ("Rome", "rome")]).value("rome").label("City"))]
    city: String,
    #[input(Radio::new([("Small", 1), ("Large", 2)]).value(1).label("Size"))] size: i64,
    #[input(CheckboxGroup::new(["t1", "t2"]).label("Tags"))] tags: Vec<String>,
) -> (String, Value) {
    let joined = format!("{number}|{city}|{size}|['{}']", tags.join("', '"));
    (
        joined,
        json!({"number": number, "city": city, "size": size, "tags": tags}),
    )
}
