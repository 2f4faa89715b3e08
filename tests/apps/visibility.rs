//! One endpoint that is listed, and those that are not.

use vetrina::prelude::*;

#[endpoint]
fn shown(x: String) -> String {
    x
}

#[endpoint(show_api = false)]
fn hidden(x: String) -> String {
    format!("hidden {x}")
}

#[endpoint(api_visibility = "undocumented")]
fn undocumented(x: String) -> String {
    format!("undocumented {x}")
}

#[endpoint(api_name = false)]
fn disabled(x: String) -> String {
    format!("disabled {x}")
}

#[endpoint(api_visibility = "private")]
fn private(x: String) -> String {
    format!("private {x}")
}
