//! Functions that are not queued, beside one that is.

use vetrina::prelude::*;

#[endpoint(queue = false)]
fn nq(#[input(Textbox::new().label("A"))] x: String) -> String {
    format!("{x}!")
}

#[endpoint(queue = false)]
fn gen_nq(#[input(Textbox::new().label("A"))] _x: String) -> impl Iterator<Item = &'static str> {
    ["a", "ab"].into_iter()
}

#[endpoint]
fn q(#[input(Textbox::new().label("A"))] x: String) -> String {
    format!("{x}!")
}
