//! What is wrong with what was written: gathered, so that two mistakes cost one compile.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// The mistakes found so far.
#[derive(Default)]
pub(crate) struct Errors(Vec<syn::Error>);

impl Errors {
    /// Notes a mistake at these tokens. `message` says what to write instead.
    pub(crate) fn at(&mut self, tokens: impl ToTokens, message: impl std::fmt::Display) {
        self.0.push(syn::Error::new_spanned(tokens, message));
    }

    /// Notes a mistake that already knows its place.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    /// The value, or a note of why there is none.
    pub(crate) fn ok<T>(&mut self, result: syn::Result<T>) -> Option<T> {
        result.map_err(|error| self.push(error)).ok()
    }

    /// How many were found so far.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All mistakes, beside `item`: it stays, so that nothing but the mistakes is reported.
    pub(crate) fn beside(&self, item: impl ToTokens) -> TokenStream {
        let errors = self.0.iter().map(syn::Error::to_compile_error);
        quote! { #item #(#errors)* }
    }
}

/// ``: did you mean `queue`?`` if a known word is close, else the list of all of them.
pub(crate) fn suggestion(written: &str, known: &[&str]) -> String {
    let allowed = (written.chars().count() / 3).max(1);
    let nearest = known
        .iter()
        .map(|word| (distance(written, word), word))
        .min();
    match nearest {
        Some((steps, word)) if steps <= allowed => format!("did you mean `{word}`?"),
        _ => format!("there are {}", listed(known)),
    }
}

fn listed(words: &[&str]) -> String {
    let quoted: Vec<_> = words.iter().map(|word| format!("`{word}`")).collect();
    match quoted.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// How many letters must be added, left out, changed or swapped with a neighbour.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<_>, Vec<_>) = (a.chars().collect(), b.chars().collect());
    let mut rows = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            rows[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let change = rows[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                let swap = if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    rows[i - 2][j - 2] + 1
                } else {
                    usize::MAX
                };
                change
                    .min(swap)
                    .min(rows[i - 1][j] + 1)
                    .min(rows[i][j - 1] + 1)
            };
        }
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_single_slips() {
        for (a, b, steps) in [
            ("queue", "queue", 0),
            ("queu", "queue", 1),
            ("queeu", "queue", 1),
            ("api_nmae", "api_name", 1),
            ("tile", "title", 1),
            ("", "abc", 3),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(a, b), steps, "{a} -> {b}");
        }
    }

    #[test]
    fn a_far_word_gets_the_list() {
        let known = ["queue", "title"];
        assert_eq!(suggestion("qeue", &known), "did you mean `queue`?");
        assert_eq!(
            suggestion("colour", &known),
            "there are `queue` and `title`"
        );
    }
}
