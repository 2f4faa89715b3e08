//! Vetrina.
