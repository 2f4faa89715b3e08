//! The size of the hello program: release, stripped.

use std::fs;

use super::Bench;
use crate::Result;
use crate::report::{Goal, Report, Row, Unit};
use crate::subject::{App, Subject};

#[expect(
    clippy::cast_precision_loss,
    reason = "programs are far below 2^52 bytes"
)]
pub(crate) fn measure(bench: &Bench, report: &mut Report) -> Result<()> {
    let mut row =
        Row::new("Size", "program, release, stripped", Unit::Bytes).goals(&[Goal::Below(8e6)]);
    // An interpreter says nothing about the size of what Gradio needs.
    let compiled = |subject| {
        matches!(
            subject,
            Subject::Limit | Subject::Vetrina | Subject::Rustview
        )
    };
    for subject in bench.subjects(compiled) {
        if let Some(command) = subject.command(App::Hello, &bench.programs) {
            row.set(
                subject,
                vec![fs::metadata(command.get_program())?.len() as f64],
            );
        }
    }
    report.rows.push(row);
    Ok(())
}
