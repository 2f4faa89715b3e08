//! The report as text: a Markdown table for each section.

use crate::report::{Cell, Goal, Report, Row, Unit};
use crate::subject::Subject;

/// The subjects that Vetrina's figures are divided by.
const COMPARED: [Subject; 5] = [
    Subject::Limit,
    Subject::Gradio5,
    Subject::Gradio6,
    Subject::Rustview,
    Subject::Axum,
];
/// From here on a row shows the load generator rather than the server.
const GENERATOR_BOUND: f64 = 0.9;

pub(crate) fn print(report: &Report) {
    let machine = &report.machine;
    println!(
        "{} × {}, shared by the servers and the load.",
        machine.cores, machine.processor
    );
    println!(
        "Under load: the median of {} passes of {} s each.",
        machine.passes, machine.seconds_per_measurement
    );
    let mut sections: Vec<_> = report.rows.iter().map(|row| row.section).collect();
    sections.dedup();
    for section in sections {
        let rows: Vec<_> = report
            .rows
            .iter()
            .filter(|row| row.section == section)
            .collect();
        println!("\n## {section}\n\n{}", aligned(&lines(&rows)));
    }
    let cells = || {
        report.rows.iter().flat_map(|row| {
            row.cells
                .iter()
                .map(move |(subject, cell)| (row, subject, cell))
        })
    };
    if cells().any(|(_, _, cell)| generator_bound(cell)) {
        println!(
            "* The load generator used over 0.9 of a core: the server may be faster than the figure says."
        );
    }
    for (row, subject, cell) in cells() {
        if let Some(fault) = &cell.first_error {
            println!(
                "! {}, {}: {} errors, the first: {fault}",
                row.name,
                subject.name(),
                cell.errors
            );
        }
    }
    for fault in &report.faults {
        println!("! {fault}");
    }
}

/// The cells of a table as text, heading first.
fn lines(rows: &[&Row]) -> Vec<Vec<String>> {
    let shown = |subject: &Subject| rows.iter().any(|row| row.cells.contains_key(subject));
    let subjects: Vec<_> = Subject::ALL.into_iter().filter(shown).collect();
    let compared: Vec<_> = COMPARED
        .into_iter()
        .filter(|&other| rows.iter().any(|row| row.ratio(other).is_some()))
        .collect();
    let mut heading = vec![String::new()];
    heading.extend(subjects.iter().map(|subject| subject.name().to_owned()));
    heading.extend(compared.iter().map(|other| format!("v ÷ {}", other.name())));
    heading.push("goal".into());
    let mut lines = vec![heading];
    for row in rows {
        let mut line = vec![row.name.clone()];
        line.extend(subjects.iter().map(|subject| {
            row.cells
                .get(subject)
                .map_or("–".into(), |cell| figure(cell, row.unit))
        }));
        line.extend(
            compared
                .iter()
                .map(|&other| row.ratio(other).map_or("–".into(), significant)),
        );
        line.push(
            row.goals
                .iter()
                .map(|&goal| wish(row, goal))
                .collect::<Vec<_>>()
                .join(", "),
        );
        lines.push(line);
    }
    lines
}

fn figure(cell: &Cell, unit: Unit) -> String {
    let mut text = amount(cell.value, unit);
    if generator_bound(cell) {
        text.push('*');
    }
    if cell.errors > 0 {
        text.push('!');
    }
    text
}

fn generator_bound(cell: &Cell) -> bool {
    cell.generator.is_some_and(|part| part > GENERATOR_BOUND)
}

/// A goal, and whether it is reached.
fn wish(row: &Row, goal: Goal) -> String {
    let text = match goal {
        Goal::AtLeast(factor, other) => format!("≥ {} × {}", short(factor), other.name()),
        Goal::AtMost(factor, other) => format!("≤ {} × {}", short(factor), other.name()),
        Goal::Below(limit) => format!("≤ {}", amount(limit, row.unit)),
    };
    match row.reaches(goal) {
        Some(true) => format!("{text} ✓"),
        Some(false) => format!("{text} ✗"),
        None => text,
    }
}

fn amount(value: f64, unit: Unit) -> String {
    match unit {
        Unit::PerSecond | Unit::Count => thousands(value),
        Unit::Seconds => scaled(value, &[(1.0, "s"), (1e-3, "ms"), (1e-6, "µs")]),
        Unit::Bytes => scaled(value, &[(1e6, "MB"), (1e3, "kB"), (1.0, "B")]),
    }
}

/// A factor with as many digits as it needs, two at most.
fn short(factor: f64) -> String {
    let text = format!("{factor:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// In the first unit of which there is at least one.
fn scaled(value: f64, units: &[(f64, &str)]) -> String {
    let fits = units
        .iter()
        .find(|(size, _)| value.abs() >= *size)
        .or(units.last());
    fits.map_or_else(String::new, |(size, unit)| {
        format!("{} {unit}", significant(value / size))
    })
}

/// Three digits that mean something.
fn significant(value: f64) -> String {
    match value.abs() {
        100.0.. => thousands(value),
        10.0.. => format!("{value:.1}"),
        0.1.. => format!("{value:.2}"),
        _ => format!("{value:.4}"),
    }
}

fn thousands(value: f64) -> String {
    let digits = format!("{value:.0}");
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) && !text.ends_with('-') {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Columns under each other, figures to the right.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.first().map_or(0, Vec::len);
    let width = |column: usize| {
        lines
            .iter()
            .map(|line| line[column].chars().count())
            .max()
            .unwrap_or(0)
            .max(2)
    };
    let widths: Vec<_> = (0..columns).map(width).collect();
    let words = |column: usize| column == 0 || column + 1 == columns;
    let pad = |(column, cell): (usize, &String)| match widths[column] {
        width if words(column) => format!("{cell:<width$}"),
        width => format!("{cell:>width$}"),
    };
    // The colon tells Markdown to set figures to the right.
    let rule =
        |column: usize| "-".repeat(widths[column] - 1) + if words(column) { "-" } else { ":" };
    let mut rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| line.iter().enumerate().map(pad).collect())
        .collect();
    rows.insert(1, (0..columns).map(rule).collect());
    rows.iter()
        .map(|row| format!("| {} |", row.join(" | ")))
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_for_people() {
        assert_eq!(amount(81_234.4, Unit::PerSecond), "81,234");
        assert_eq!(amount(123.0, Unit::Count), "123");
        assert_eq!(amount(0.004_21, Unit::Seconds), "4.21 ms");
        assert_eq!(amount(0.000_085, Unit::Seconds), "85.0 µs");
        assert_eq!(amount(5_300_000.0, Unit::Bytes), "5.30 MB");
        assert_eq!(amount(0.0, Unit::Bytes), "0.0000 B");
    }

    #[test]
    fn a_goal_says_whether_it_is_reached() {
        let mut row = Row::new("", "", Unit::Seconds);
        assert_eq!(wish(&row, Goal::Below(0.01)), "≤ 10.0 ms");
        row.set(Subject::Vetrina, vec![0.004]);
        row.set(Subject::Gradio5, vec![2.0]);
        assert_eq!(wish(&row, Goal::Below(0.01)), "≤ 10.0 ms ✓");
        assert_eq!(
            wish(&row, Goal::AtLeast(0.5, Subject::Gradio5)),
            "≥ 0.5 × gradio5 ✗"
        );
    }
}
