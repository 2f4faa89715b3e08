//! Annotated items inside a function, and under conditions.

use ::std::{assert, assert_eq, string::String};
use ::vetrina::endpoint;

#[endpoint]
#[cfg(not(test))]
fn absent() -> String {
    String::new()
}

#[endpoint]
#[cfg(test)]
#[must_use]
#[inline]
const fn present(r#type: bool) -> bool {
    !r#type
}

#[::std::prelude::v1::test]
fn items_in_functions_are_registered_too() {
    #[endpoint(blocking = false)]
    fn local(#[allow(unused_variables, reason = "it is only asked for")] name: String) {}

    local(String::new());
    assert_eq!(
        crate::registered(::std::module_path!()),
        ["present", "local"]
    );
    assert!(!present(true));
}
