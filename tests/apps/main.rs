//! The golden apps.
fn main() {}
