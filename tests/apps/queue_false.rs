//! Functions that are not queued, beside one that is.

use vetrina::prelude::*;

#[endpoint(queue = false, output = Textbox::new().label("B"))]
fn nq(#[input(Textbox::new().label("A"))] x: String) -> String {
    format!("{x}!")
}

#[endpoint(queue = false, output = Textbox::new().label("B"))]
fn gen_nq(#[input(Textbox::new().label("A"))] x: String) -> impl Iterator<Item = &'static str> {
    drop(x);
    ["a", "ab"].into_iter()
}

#[endpoint(output = Textbox::new().label("B"))]
fn q(#[input(Textbox::new().label("A"))] x: String) -> String {
    format!("{x}!")
}
