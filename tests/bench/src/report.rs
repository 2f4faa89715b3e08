//! What was measured: rows of cells, and what the design asks of them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::subject::Subject;

/// All rows of a run, in the order of the table, and what they were measured on.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    pub(crate) machine: Machine,
    pub(crate) rows: Vec<Row>,
    /// What could not be measured, and why.
    pub(crate) faults: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    pub(crate) processor: String,
    pub(crate) cores: usize,
    pub(crate) seconds_per_measurement: f64,
    pub(crate) passes: usize,
}

#[derive(Debug, Serialize)]
pub(crate) struct Row {
    pub(crate) section: &'static str,
    pub(crate) name: String,
    pub(crate) unit: Unit,
    pub(crate) cells: BTreeMap<Subject, Cell>,
    #[serde(skip)]
    pub(crate) goals: &'static [Goal],
}

/// One figure: the median of several measurements.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Cell {
    pub(crate) value: f64,
    pub(crate) measured: Vec<f64>,
    /// Requests that failed. Then the value shows little.
    #[serde(skip_serializing_if = "is_zero")]
    pub(crate) errors: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) first_error: Option<String>,
    /// The part of a core that the load generator used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) generator: Option<f64>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Unit {
    PerSecond,
    Seconds,
    Bytes,
    Count,
}

/// What the design asks of Vetrina's figure.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal {
    /// At least so many times the figure of another.
    AtLeast(f64, Subject),
    /// At most so many times the figure of another.
    AtMost(f64, Subject),
    /// Less than a fixed figure.
    Below(f64),
}

impl Row {
    pub(crate) fn new(section: &'static str, name: impl Into<String>, unit: Unit) -> Self {
        Self {
            section,
            name: name.into(),
            unit,
            cells: BTreeMap::new(),
            goals: &[],
        }
    }

    pub(crate) fn goals(mut self, goals: &'static [Goal]) -> Self {
        self.goals = goals;
        self
    }

    pub(crate) fn set(&mut self, subject: Subject, measured: Vec<f64>) {
        self.cells.insert(subject, Cell::median_of(measured));
    }

    /// Vetrina's figure divided by another's.
    pub(crate) fn ratio(&self, other: Subject) -> Option<f64> {
        let ours = self.cells.get(&Subject::Vetrina)?.value;
        let theirs = self.cells.get(&other)?.value;
        (theirs > 0.0).then(|| ours / theirs)
    }

    /// Whether Vetrina reaches a goal; `None` if a figure for that is missing.
    pub(crate) fn reaches(&self, goal: Goal) -> Option<bool> {
        match goal {
            Goal::AtLeast(factor, other) => Some(self.ratio(other)? >= factor),
            Goal::AtMost(factor, other) => Some(self.ratio(other)? <= factor),
            Goal::Below(limit) => Some(self.cells.get(&Subject::Vetrina)?.value <= limit),
        }
    }
}

impl Cell {
    pub(crate) fn median_of(measured: Vec<f64>) -> Self {
        Self {
            value: median(&measured),
            measured,
            ..Self::default()
        }
    }
}

/// The middle one, or the upper one of the middle two.
pub(crate) fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(errors: &u64) -> bool {
    *errors == 0
}
