//! The test package.
