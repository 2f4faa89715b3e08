//! An app that cannot be started says why, where, and how to mend it.

use std::time::Duration;

use vetrina_tests::{Server, process};

/// What a server that must not start says.
fn refused(name: &str) -> String {
    let output = process::finish(name, &mut Server::apps(&[name]), Duration::from_secs(20));
    assert!(!output.status.success(), "{name} should not start");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("panicked"), "{said}");
    said
}

#[test]
fn two_equal_names_are_told_with_both_places() {
    let said = refused("twice");
    assert!(said.contains("`same`"), "{said}");
    assert_eq!(said.matches("twice.rs:").count(), 2, "{said}");
}

#[test]
fn an_app_of_nothing_is_told() {
    let said = refused("no_such_module");
    assert!(
        said.contains("no_such_module") && said.contains("#[endpoint]"),
        "{said}"
    );
}
