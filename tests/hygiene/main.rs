//! Printed code must compile wherever an annotation may stand: here there is no prelude, no unsafe
//! code, no tolerance for warnings, and names that printed code might take for the usual ones.

#![no_implicit_prelude]
#![forbid(unsafe_code)]
#![deny(
    warnings,
    missing_docs,
    missing_debug_implementations,
    unreachable_pub,
    unused_qualifications,
    clippy::pedantic,
    clippy::allow_attributes_without_reason
)]

mod components;
mod inside_functions;
mod macros_by_example;
mod shadows;

use ::std::{
    assert_eq,
    convert::Into as _,
    default::Default as _,
    iter::{IntoIterator as _, Iterator as _},
    string::{String, ToString as _},
    vec::Vec,
};
use ::vetrina::__private::{Endpoint, inventory};

/// The names registered in a module, in the order of their lines.
fn registered(module: &str) -> Vec<&'static str> {
    let mut found: Vec<_> = inventory::iter::<Endpoint>
        .into_iter()
        .filter(|endpoint| endpoint.module == module)
        .collect();
    found.sort_by_key(|endpoint| (endpoint.line, endpoint.name));
    found.into_iter().map(|endpoint| endpoint.name).collect()
}

/// Greets somebody.
#[::vetrina::endpoint(title = "Greeter", outputs = (_,))]
fn greet(
    /// Whom to greet.
    name: String,
    #[input(::vetrina::components::Slider::new(1..=10))]
    #[default(2)]
    intensity: u8,
    #[default("!")] mark: String,
    cancel: ::vetrina::endpoint::Cancel,
) -> String {
    let mut greeting = name;
    if !cancel.is_cancelled() {
        greeting.push_str(&mark.repeat(intensity.into()));
    }
    greeting
}

#[::std::prelude::v1::test]
fn a_function_stays_an_ordinary_function() {
    let cancel = ::vetrina::endpoint::Cancel::default();
    assert_eq!(
        greet("Ada".to_string(), 2, "!".to_string(), cancel),
        "Ada!!"
    );
    assert_eq!(registered(::std::module_path!()), ["greet"]);
}
