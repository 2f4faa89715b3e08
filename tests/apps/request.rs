//! A function that tells what it learns of the request.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

use serde_json::{Value, json};
use vetrina::prelude::*;

#[page]
fn request(ui: &mut Ui) {
    let header = ui.add(Textbox::new().label("Header").value("user-agent"));
    let known = ui.add(Json::new().label("Known").open(true));
    ui.add(Button::new("Ask")).click(ask, &header, &known);
    ui.add(Button::new("Ask directly"))
        .click(ask, &header, &known)
        .queue(false)
        .api_name("directly");
}

fn ask(header: String, request: Request) -> Value {
    json!({
        "header": request.header(&header),
        "from": request.parameter("from"),
        "cookie": request.cookie("token"),
        "client": request.client().map(|client| client.ip().to_string()),
        "session": request.session_hash(),
        "asked": request.path(),
    })
}
