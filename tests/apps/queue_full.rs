//! A queue with room for one.

use std::{thread, time::Duration};

use vetrina::prelude::*;

#[endpoint(output = Textbox::new().label("B"))]
fn slow(#[input(Textbox::new().label("A"))] x: String) -> String {
    thread::sleep(Duration::from_secs(2));
    x
}
