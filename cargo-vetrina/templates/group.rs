//! `MyComponent`, a container for Vetrina pages.

use vetrina::prelude::*;

/// Say here what it is for: it is in the docs.
#[component(
    kind = {kind},
    events("fold"),
    frontend = "my_component.js",
    styles = "my_component.css"
)]
#[derive(Debug, Clone)]
pub struct MyComponent {
{props}
}
