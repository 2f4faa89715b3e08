//! One text in, one text out.

use vetrina::prelude::*;

/// Say hello to somebody.
#[endpoint(output = Textbox::new().label("output"))]
fn greet(#[input(Textbox::new().label("name"))] name: String) -> String {
    format!("Hello {name}!")
}

pub(crate) fn app() -> App {
    super::app("hello")
        .title("Hello")
        .description("A tiny app.")
}
