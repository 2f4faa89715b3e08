//! The differences that are meant.

use super::{Difference, What};

/// A difference that is meant, and why.
#[derive(Debug)]
pub struct Rule {
    /// Where: `*` stands for any text.
    pub at: &'static str,
    /// How.
    pub sort: Sort,
    /// The reason, for the reader.
    pub why: &'static str,
}

/// How an answer may differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// A recorded key is not sent.
    Missing,
    /// A key is sent that was not recorded.
    Extra,
    /// The value is another one.
    Other,
}

/// A rule, in one line of a table.
#[must_use]
pub const fn rule(sort: Sort, at: &'static str, why: &'static str) -> Rule {
    Rule { at, sort, why }
}

/// Checks that each difference is meant, and that each rule is needed.
///
/// # Panics
/// When one is not.
pub fn judge(found: &[Difference], rules: &[Rule]) {
    let unmeant = found
        .iter()
        .filter(|difference| !rules.iter().any(|rule| rule.allows(difference)));
    let unmeant: Vec<String> = unmeant.map(ToString::to_string).collect();
    let unused = rules
        .iter()
        .filter(|rule| !found.iter().any(|difference| rule.allows(difference)));
    let unused: Vec<String> = unused
        .map(|rule| format!("{:?} {}", rule.sort, rule.at))
        .collect();
    assert!(
        unmeant.is_empty() && unused.is_empty(),
        "{} differences that no rule allows:\n{}\n\n{} rules that nothing needs:\n{}",
        unmeant.len(),
        unmeant.join("\n"),
        unused.len(),
        unused.join("\n")
    );
}

impl Rule {
    fn allows(&self, difference: &Difference) -> bool {
        let sort = match difference.what {
            What::Missing(_) => Sort::Missing,
            What::Extra(_) => Sort::Extra,
            What::Other { .. } => Sort::Other,
        };
        sort == self.sort && fits(self.at, &difference.path)
    }
}

fn fits(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        None => pattern == text,
        Some((start, rest)) => text.strip_prefix(start).is_some_and(|text| {
            (0..=text.len()).any(|i| text.is_char_boundary(i) && fits(rest, &text[i..]))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_text() {
        assert!(
            fits("a.*.c", "a.b.c") && fits("*", "") && fits("a*", "a") && fits("*.x.*", "1.2.x.3")
        );
        assert!(!fits("a.*.c", "a.c") && !fits("a", "ab") && !fits("", "a"));
    }

    #[test]
    #[should_panic(expected = "1 differences that no rule allows:\nx: extra, 1")]
    fn a_difference_needs_a_rule() {
        judge(
            &[Difference {
                path: "x".into(),
                what: What::Extra(1.into()),
            }],
            &[],
        );
    }

    #[test]
    #[should_panic(expected = "1 rules that nothing needs:\nMissing y")]
    fn a_rule_needs_a_difference() {
        judge(&[], &[rule(Sort::Missing, "y", "it is not there")]);
    }
}
