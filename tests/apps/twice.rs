//! Two endpoints that ask for one name: this app does not start.

use vetrina::prelude::*;

#[endpoint(api_name = "same")]
fn one(x: String) -> String {
    x
}

#[endpoint(api_name = "same")]
fn two(x: String) -> String {
    x
}
