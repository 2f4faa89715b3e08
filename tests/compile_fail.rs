//! Programs that must not compile, and what their authors read.
//!
//! `TRYBUILD=overwrite cargo test -p vetrina-tests --test compile_fail` writes the texts anew; read
//! each of them aloud before keeping it.

use std::process::Command;

/// The compiler words part of each text, and words it anew from release to release.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn mistakes_are_told_in_words_that_help() {
    let version = Command::new("rustc")
        .arg("--version")
        .output()
        .expect("the compiler is there");
    let version = String::from_utf8_lossy(&version.stdout);
    if version.starts_with(COMPILER) {
        trybuild::TestCases::new().compile_fail("ui/*.rs");
    } else {
        println!("not compared: the texts are those of {COMPILER}*, this is {version}");
    }
}
