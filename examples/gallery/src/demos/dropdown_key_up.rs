//! What is typed into a dropdown, key by key.

use serde_json::{Value, json};
use vetrina::prelude::*;

#[page]
fn dropdown_key_up(ui: &mut Ui) {
    let letters = ui.add(Dropdown::new(["abc", "def"]).allow_custom_value(true));
    let typed = ui.add(Json::new());
    // Only a key can call it.
    letters.key_up(test, &letters, &typed).show_api(false);
}

fn test(value: Option<String>, key: KeyUpData) -> Value {
    json!({
        "component value": value,
        "input value": key.input_value,
        "key": key.key,
    })
}
