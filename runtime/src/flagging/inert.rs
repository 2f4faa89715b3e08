//! Cells that a spreadsheet shows and never runs.

use std::borrow::Cow;

/// A cell that begins with one of these may be taken for a formula.
const STARTS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// Whether `cell`, without the marks before it, could be taken for a formula. A number cannot.
fn is_live(cell: &str) -> bool {
    let starts = |text: &str| text.starts_with(STARTS);
    // Some programs take cells apart at commas before they look for quotes.
    let cut = cell.split(',').skip(1).any(starts);
    !is_number(cell) && (starts(cell.trim_start_matches('\'')) || cut)
}

fn is_number(cell: &str) -> bool {
    cell.parse::<f64>().is_ok_and(f64::is_finite)
}

/// A mark before what could be taken for a formula.
pub(super) fn inert(cell: &str) -> Cow<'_, str> {
    if is_live(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

/// Without that mark.
pub(super) fn bare(cell: &str) -> Cow<'_, str> {
    match cell.strip_prefix('\'') {
        // Gradio marks negative numbers as well.
        Some(rest) if is_live(rest) || (rest.starts_with(STARTS) && is_number(rest)) => {
            Cow::Borrowed(rest)
        }
        _ => Cow::Borrowed(cell),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_001_24_formulas_are_marked_and_come_back() {
        for (cell, written) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("@home", "'@home"),
            ("-a", "'-a"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("\n", "'\n"),
            ("a,=1", "'a,=1"),
            ("'=1", "''=1"),
            ("plain", "plain"),
            ("'plain'", "'plain'"),
            ("'5", "'5"),
            ("'-5", "''-5"),
            ("-4.5", "-4.5"),
        ] {
            assert_eq!(inert(cell), written, "{cell:?}");
            assert_eq!(bare(&inert(cell)), cell, "{cell:?}");
        }
        assert_eq!(bare("'-4"), "-4");
    }
}
