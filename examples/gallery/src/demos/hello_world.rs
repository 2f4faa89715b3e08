//! One line in, one line out: the smallest app there is.

use vetrina::prelude::*;

/// Says hello.
#[endpoint]
fn greet(name: String) -> String {
    format!("Hello {name}!")
}
