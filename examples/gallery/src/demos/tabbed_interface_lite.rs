//! Two functions, each in a tab of its own.

use vetrina::prelude::*;

#[endpoint(title = "Hello World")]
fn hello_world(name: String) -> String {
    format!("Hello {name}")
}

#[endpoint(title = "Bye World")]
fn bye_world(name: String) -> String {
    format!("Bye {name}")
}
