//! Placeholder until the demos are written.
fn main() {}
