//! `Code`: a small editor.

mod language;

use serde_json::{Map, Value, json};

pub use language::Language;

use super::text::text_component;
use crate::{component, component::Derived};

/// Code to write and to read: with line numbers, colours for [many languages](Language), and a Tab
/// key that indents.
///
/// A function takes a `String`, or an `Option<String>` that is `None` when there is no code; it
/// shows these and `&str`, without the blank lines around.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn count(#[input(Code::new().language(Language::Rust))] source: String) -> usize {
///     source.lines().count()
/// }
/// ```
#[component(
    data_model = Option<String>,
    events(change, input, focus, blur),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Code {
    /// Whose words get their colours.
    #[prop(flatten)]
    pub language: Option<Language>,
    /// How many lines are seen at first.
    #[prop(default = 5)]
    pub lines: u32,
    /// How many lines it grows to before it scrolls.
    pub max_lines: Option<u32>,
    /// Whether long lines are broken instead of scrolled.
    pub wrap_lines: bool,
    /// Whether lines have numbers.
    #[prop(default = true)]
    pub show_line_numbers: bool,
}

text_component!(Code, tidied);

/// The blank lines around code say nothing.
fn tidied(code: String) -> String {
    let tidy = code.trim();
    if tidy.len() == code.len() {
        code
    } else {
        tidy.into()
    }
}

impl Code {
    fn api_info(&self) -> Value {
        json!({"type": "string"})
    }

    fn example_payload(&self) -> Value {
        json!("print('Hello World')")
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("autocomplete".into(), json!(false));
        props
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{assert_props, example, read, shown};
    use super::*;

    #[test]
    fn props_are_those_of_the_protocol() {
        let own = json!({
            "lines": 5, "wrap_lines": false, "show_line_numbers": true, "autocomplete": false,
        });
        assert_props(&Code::new(), own);
        let own = json!({
            "language": "sql-pgSQL", "lines": 2, "max_lines": 9, "wrap_lines": true,
            "show_line_numbers": false, "autocomplete": false, "value": "select 1",
        });
        let code = Code::new()
            .language(Language::PostgreSql)
            .lines(2)
            .max_lines(9)
            .wrap_lines(true)
            .show_line_numbers(false)
            .value("select 1\n");
        assert_props(&code, own);
    }

    #[test]
    fn a_language_other_clients_do_not_know_is_kept_from_them() {
        let own = json!({
            "highlight": "rust", "lines": 5, "wrap_lines": false, "show_line_numbers": true,
            "autocomplete": false,
        });
        assert_props(&Code::new().language(Language::Rust), own);
    }

    #[test]
    fn code_goes_in_as_it_is_and_out_without_blank_lines_around() {
        let code = Code::new();
        assert_eq!(example::<String>(&code), Ok("print('Hello World')".into()));
        assert_eq!(
            read::<String>(&code, "\"\\tx = 1\\n\""),
            Ok("\tx = 1\n".into())
        );
        assert_eq!(read::<Option<String>>(&code, "null"), Ok(None));
        assert_eq!(shown(&code, "\n  x = 1\n\n"), json!("x = 1"));
        assert_eq!(shown(&code, String::from("x = 1")), json!("x = 1"));
        assert_eq!(shown(&code, None::<String>), json!(null));
    }
}
