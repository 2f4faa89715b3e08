//! Data as a tree to fold.

use serde_json::{Value, json};
use vetrina::prelude::*;

#[page]
fn json_component(ui: &mut Ui) {
    let inp = ui.add(Json::new().label("InputJSON").value(json!({
        "Key 1": "Value 1",
        "Key 2": {"Key 3": "Value 2", "Key 4": "Value 3"},
        "Key 5": ["Item 1", "Item 2", "Item 3"],
        "Key 6": 123,
        "Key 7": 123.456,
        "Key 8": true,
        "Key 9": false,
        "Key 10": null,
        "Key 11": [1, 2, 3],
    })));
    let out = ui.add(Json::new().label("OutputJSON"));
    ui.add(Button::new("Submit")).click(|x: Value| x, &inp, &out);
}
