//! Columns whose cells are all of one type, for tables of other crates.

use std::borrow::Cow;

use jiff::{Timestamp, civil, tz::TimeZone};
use serde_json::Value;

use super::{
    ColumnType, Dataframe, Table,
    types::{is_blank, kind, place},
};
use crate::component::Invalid;

/// The cells of a column. Those that are empty are `None`.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Typed {
    Flags(Vec<Option<bool>>),
    Whole(Vec<Option<i64>>),
    Numbers(Vec<Option<f64>>),
    /// Days since the year 1970.
    Days(Vec<Option<i32>>),
    /// Microseconds since the year 1970, by the clock on the wall or by that of the world.
    Moments {
        micros: Vec<Option<i64>>,
        utc: bool,
    },
    Texts(Vec<Option<String>>),
}

/// The columns of a table with their names. `said` tells what was said of a column: where that is
/// nothing, the cells themselves say what they are.
pub(super) fn columns(
    table: &Table,
    said: impl Fn(usize) -> Option<ColumnType>,
) -> Result<Vec<(String, Typed)>, Invalid> {
    // Lines that nobody wrote on are no rows; cells that are null were made so.
    let unwritten = |row: &[Value]| row.iter().all(|it| it.is_string() && is_blank(it));
    let rows: Vec<_> = (table.rows.iter().enumerate())
        .filter(|(_, row)| !unwritten(row))
        .collect();
    let column = |at: usize| {
        let cells = rows
            .iter()
            .map(|(row, cells)| (*row, cells.get(at).unwrap_or(&Value::Null)));
        let name = table.header(at);
        let typed = typed(&Cells(cells.collect()), said(at));
        let typed = typed.map_err(|wrong| {
            let place = place(wrong.row, name);
            Invalid::from(format!(
                "{place}: expected {}, got {}",
                wrong.wanted, wrong.got
            ))
        });
        Ok((name.to_owned(), typed?))
    };
    (0..table.width()).map(column).collect()
}

impl Dataframe {
    /// What is said of the columns of a table that was sent.
    pub(super) fn said<'a>(
        &'a self,
        table: &'a Table,
    ) -> impl Fn(usize) -> Option<ColumnType> + 'a {
        let names = self.first_headers();
        move |column| self.datatype.said_of(column, table, &names)
    }
}

/// A cell that is not what it should be.
struct Wrong {
    row: usize,
    wanted: &'static str,
    got: Cow<'static, str>,
}

/// The cells of a column, each with its row.
struct Cells<'a>(Vec<(usize, &'a Value)>);

impl Cells<'_> {
    /// All cells as `read` understands them, or the first that it does not.
    fn read<T>(
        &self,
        wanted: &'static str,
        read: impl Fn(&Value) -> Option<T>,
    ) -> Result<Vec<Option<T>>, Wrong> {
        let cells = self.0.iter().map(|(row, cell)| match read(cell) {
            _ if is_blank(cell) => Ok(None),
            Some(value) => Ok(Some(value)),
            None => Err(Wrong {
                row: *row,
                wanted,
                got: kind(cell),
            }),
        });
        cells.collect()
    }

    fn are_all(&self, fits: fn(&Value) -> bool) -> bool {
        let mut written = self.0.iter().filter(|(_, cell)| !is_blank(cell)).peekable();
        written.peek().is_some() && written.all(|(_, cell)| fits(cell))
    }

    fn texts(&self) -> Vec<Option<String>> {
        let text = |cell: &Value| (!cell.is_null()).then(|| super::rows::plain(cell));
        self.0.iter().map(|(_, cell)| text(cell)).collect()
    }
}

fn typed(cells: &Cells<'_>, said: Option<ColumnType>) -> Result<Typed, Wrong> {
    match said {
        Some(ColumnType::Bool) => cells.read("true or false", flag).map(Typed::Flags),
        Some(ColumnType::Number) => numbers(cells),
        Some(ColumnType::Date) => dates(cells),
        None | Some(ColumnType::Auto) if cells.are_all(Value::is_boolean) => {
            typed(cells, Some(ColumnType::Bool))
        }
        None | Some(ColumnType::Auto) if cells.are_all(Value::is_number) => numbers(cells),
        Some(ColumnType::Auto) if cells.are_all(Value::is_string) => {
            Ok(dates(cells).unwrap_or_else(|_| Typed::Texts(cells.texts())))
        }
        _ => Ok(Typed::Texts(cells.texts())),
    }
}

fn flag(cell: &Value) -> Option<bool> {
    match cell {
        Value::String(text) => text.trim().to_ascii_lowercase().parse().ok(),
        other => other.as_bool(),
    }
}

fn numbers(cells: &Cells<'_>) -> Result<Typed, Wrong> {
    let whole = |cell: &Value| match cell {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_i64(),
    };
    let number = |cell: &Value| match cell {
        Value::String(text) => text.trim().parse().ok(),
        other => other.as_f64(),
    };
    match cells.read("a whole number", whole) {
        // A column with nothing in it may yet get any number.
        Ok(found) if found.iter().any(Option::is_some) => Ok(Typed::Whole(found)),
        _ => cells.read("a number", number).map(Typed::Numbers),
    }
}

fn dates(cells: &Cells<'_>) -> Result<Typed, Wrong> {
    if let Ok(days) = cells.read("a date", day) {
        return Ok(Typed::Days(days));
    }
    if let Ok(micros) = cells.read("a moment", |cell| {
        let moment: Timestamp = cell.as_str()?.trim().parse().ok()?;
        Some(moment.as_microsecond())
    }) {
        return Ok(Typed::Moments { micros, utc: true });
    }
    let micros = cells.read("a date such as \"2026-03-31\"", |cell| {
        let text = cell.as_str()?.trim();
        // A moment of the world has no place among those of the wall.
        let local: civil::DateTime = text
            .parse::<Timestamp>()
            .is_err()
            .then(|| text.parse().ok())??;
        Some(
            local
                .to_zoned(TimeZone::UTC)
                .ok()?
                .timestamp()
                .as_microsecond(),
        )
    })?;
    Ok(Typed::Moments { micros, utc: false })
}

fn day(cell: &Value) -> Option<i32> {
    let text = cell.as_str()?.trim();
    // Longer texts have a time of the day as well.
    let date: civil::Date = (text.len() <= 10).then(|| text.parse().ok())??;
    Some((date - civil::date(1970, 1, 1)).get_days())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn typed(cells: Value, said: Option<ColumnType>) -> Result<Typed, String> {
        let Value::Array(cells) = cells else {
            panic!("{cells} is no list")
        };
        let table = Table::from_columns([("it", cells)]);
        let mut columns = columns(&table, |_| said).map_err(|why| why.to_string())?;
        Ok(columns.remove(0).1)
    }

    #[test]
    fn cells_say_what_they_are() {
        let found = |cells| typed(cells, None).unwrap();
        assert_eq!(
            found(json!([true, null])),
            Typed::Flags(vec![Some(true), None])
        );
        assert_eq!(found(json!([1, -2])), Typed::Whole(vec![Some(1), Some(-2)]));
        assert_eq!(
            found(json!([1, 0.5])),
            Typed::Numbers(vec![Some(1.0), Some(0.5)])
        );
        let text = |it: &str| Some(it.to_owned());
        assert_eq!(
            found(json!(["2020-10-01", null, 1])),
            Typed::Texts(vec![text("2020-10-01"), None, text("1")])
        );
        assert_eq!(found(json!([null])), Typed::Texts(vec![None]));
    }

    #[test]
    fn a_type_that_was_said_holds() {
        let said = |cells, said| typed(cells, Some(said));
        assert_eq!(
            said(json!(["1", 2.5, null]), ColumnType::Number),
            Ok(Typed::Numbers(vec![Some(1.0), Some(2.5), None]))
        );
        assert_eq!(
            said(json!([null]), ColumnType::Number),
            Ok(Typed::Numbers(vec![None]))
        );
        assert_eq!(
            said(json!(["True"]), ColumnType::Bool),
            Ok(Typed::Flags(vec![Some(true)]))
        );
        assert_eq!(
            said(json!([7]), ColumnType::Str),
            Ok(Typed::Texts(vec![Some("7".into())]))
        );
        assert_eq!(
            said(json!([1, "x"]), ColumnType::Number),
            Err("row 2, column `it`: expected a number, got \"x\"".into())
        );
    }

    #[test]
    fn dates_have_days_or_moments() {
        let dates = |cells| typed(cells, Some(ColumnType::Date));
        assert_eq!(
            dates(json!(["1970-01-02", "1969-12-31"])),
            Ok(Typed::Days(vec![Some(1), Some(-1)]))
        );
        assert_eq!(
            dates(json!(["1970-01-02", "1970-01-01 00:00:01.5"])),
            Ok(Typed::Moments {
                micros: vec![Some(86_400_000_000), Some(1_500_000)],
                utc: false
            })
        );
        assert_eq!(
            dates(json!(["1970-01-01T01:00:00+01:00", null])),
            Ok(Typed::Moments {
                micros: vec![Some(0), None],
                utc: true
            })
        );
        assert_eq!(
            dates(json!(["1970-01-02", "soon"])),
            Err("row 2, column `it`: expected a date such as \"2026-03-31\", got \"soon\"".into())
        );
        let mixed = dates(json!(["1970-01-01T01:00:00Z", "1970-01-01T01:00:00"]));
        assert!(mixed.unwrap_err().starts_with("row 1"));
        assert_eq!(
            typed(json!(["1970-01-02"]), Some(ColumnType::Auto)),
            Ok(Typed::Days(vec![Some(1)]))
        );
        let words = typed(json!(["soon"]), Some(ColumnType::Auto));
        assert_eq!(words, Ok(Typed::Texts(vec![Some("soon".into())])));
    }

    #[test]
    fn only_lines_that_nobody_wrote_on_are_left_out() {
        let cells = json!(["", 1, null]);
        assert_eq!(typed(cells, None), Ok(Typed::Whole(vec![Some(1), None])));
    }
}
