//! What is meant to differ from the recorded server, and why.

use vetrina_tests::golden::rules::Rule;

pub(crate) const CONFIGS: &[Rule] = &[];
pub(crate) const LISTINGS: &[Rule] = &[];
pub(crate) const EXCHANGES: &[Rule] = &[];
