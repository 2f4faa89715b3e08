//! Data frames of Polars as tables.

use jiff::{SignedDuration, Timestamp, civil, tz};
use polars_core::{
    frame::DataFrame,
    prelude::{
        AnyValue, Column, DataType, IntoColumn as _, NamedFrom as _, Series, TimeUnit, TimeZone,
    },
};
use serde_json::Value;

use super::{
    ColumnType, Dataframe, Table,
    typed::{self, Typed},
};
use crate::{
    component::{DefaultComponent, Invalid, Postprocess, Preprocess},
    endpoint::{Failure, Outcome},
};

/// Numbers, flags and texts are cells of their own kind, dates and times texts as ISO 8601 has
/// them, all else is shown as a text.
///
/// ```
/// use polars_core::prelude::*;
/// use vetrina::prelude::*;
///
/// let frame = df!("price" => [Some(2.5), None])?;
/// let dear = Table::try_from(&frame)?.styled(|it| (it.value.as_f64() > Some(2.0)).then_some("color: red"));
/// assert_eq!(dear.to_csv(), "price\n2.5\n\"\"\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<&DataFrame> for Table {
    type Error = Invalid;

    fn try_from(frame: &DataFrame) -> Result<Self, Invalid> {
        let columns = frame.columns();
        let mut table = Self::new(columns.iter().map(|column| column.name().as_str()));
        table.rows = vec![Vec::with_capacity(columns.len()); frame.height()];
        for column in columns {
            let cells = column.as_materialized_series().rechunk();
            for (row, value) in table.rows.iter_mut().zip(cells.iter()) {
                row.push(cell(&value).ok_or_else(|| {
                    let (name, kind) = (column.name(), column.dtype());
                    format!("column `{name}`: {value} cannot be shown as {kind:?}")
                })?);
            }
        }
        Ok(table)
    }
}

/// Each column becomes what all of its cells are: `Boolean`, `Int64`, `Float64`, `Date`,
/// `Datetime` in microseconds, or `String`.
///
/// ```
/// use polars_core::frame::DataFrame;
/// use vetrina::prelude::*;
///
/// let table = Table::from_csv("item,price\npear,2.5\nfig,\n".as_bytes())?;
/// let frame = DataFrame::try_from(&table)?;
/// assert_eq!(frame.column("price").unwrap().dtype().to_string(), "f64");
/// assert_eq!(frame.column("price").unwrap().null_count(), 1);
/// # Ok::<(), vetrina::component::Invalid>(())
/// ```
impl TryFrom<&Table> for DataFrame {
    type Error = Invalid;

    fn try_from(table: &Table) -> Result<Self, Invalid> {
        frame(typed::columns(table, |_| Some(ColumnType::Auto))?)
    }
}

impl Preprocess<DataFrame> for Dataframe {
    fn preprocess(&self, data: Table) -> Result<DataFrame, Invalid> {
        let table: Table = self.preprocess(data)?;
        frame(typed::columns(&table, self.said(&table))?)
    }
}

impl Postprocess<DataFrame> for Dataframe {
    fn postprocess(&self, value: DataFrame) -> Result<Table, Invalid> {
        self.postprocess(Table::try_from(&value)?)
    }
}

impl DefaultComponent for DataFrame {
    type Component = Dataframe;

    fn component() -> Dataframe {
        Dataframe::new().datatype(ColumnType::Auto)
    }
}

impl Outcome for DataFrame {
    type Value = Self;

    fn settle(self) -> Result<Self, Failure> {
        Ok(self)
    }
}

/// `None` for a date that no calendar has.
fn cell(value: &AnyValue<'_>) -> Option<Value> {
    Some(match value {
        AnyValue::Null => Value::Null,
        AnyValue::Boolean(flag) => (*flag).into(),
        AnyValue::UInt64(number) => (*number).into(),
        // By the digits that say all there is to it: 0.1, not 0.10000000149011612.
        AnyValue::Float32(number) => number.to_string().parse::<f64>().ok().into(),
        AnyValue::Date(days) => {
            let days = SignedDuration::from_hours(i64::from(*days) * 24);
            civil::date(1970, 1, 1)
                .checked_add(days)
                .ok()?
                .to_string()
                .into()
        }
        AnyValue::Time(since) => {
            let since = SignedDuration::from_nanos(*since);
            civil::Time::midnight()
                .checked_add(since)
                .ok()?
                .to_string()
                .into()
        }
        AnyValue::Datetime(since, unit, zone) => {
            moment(*since, *unit, zone.map(|it| it.as_str()))?.into()
        }
        AnyValue::DatetimeOwned(since, unit, zone) => {
            moment(*since, *unit, zone.as_ref().map(|it| it.as_str()))?.into()
        }
        other => match (other.get_str(), other.dtype()) {
            (Some(text), _) => text.into(),
            (None, kind) if kind.is_integer() && other.extract::<i64>().is_some() => {
                other.extract::<i64>().into()
            }
            (None, kind) if kind.is_primitive_numeric() || kind.is_decimal() => {
                other.extract::<f64>().into()
            }
            _ => other.to_string().into(),
        },
    })
}

/// With the distance from UTC if there is a time zone.
fn moment(since: i64, unit: TimeUnit, zone: Option<&str>) -> Option<String> {
    let moment = match unit {
        TimeUnit::Nanoseconds => Timestamp::from_nanosecond(since.into()),
        TimeUnit::Microseconds => Timestamp::from_microsecond(since),
        TimeUnit::Milliseconds => Timestamp::from_millisecond(since),
    }
    .ok()?;
    Some(match zone {
        None => moment.to_zoned(tz::TimeZone::UTC).datetime().to_string(),
        Some("UTC") => moment.to_string(),
        Some(zone) => {
            let zone = tz::TimeZone::get(zone).ok()?;
            let offset = zone.to_offset(moment);
            moment.display_with_offset(offset).to_string()
        }
    })
}

fn frame(columns: Vec<(String, Typed)>) -> Result<DataFrame, Invalid> {
    let columns = columns
        .into_iter()
        .map(|(name, typed)| column(&name, typed));
    let columns = columns.collect::<Result<_, _>>();
    columns
        .and_then(DataFrame::new_infer_height)
        .map_err(|why| why.to_string().into())
}

fn column(name: &str, column: Typed) -> polars_core::error::PolarsResult<Column> {
    let name = name.into();
    let series = match column {
        Typed::Flags(cells) => Series::new(name, cells),
        Typed::Whole(cells) => Series::new(name, cells),
        Typed::Numbers(cells) => Series::new(name, cells),
        Typed::Texts(cells) => Series::new(name, cells),
        Typed::Days(cells) => Series::new(name, cells).cast(&DataType::Date)?,
        Typed::Moments { micros, utc } => {
            let zone = utc.then_some(TimeZone::UTC);
            Series::new(name, micros).cast(&DataType::Datetime(TimeUnit::Microseconds, zone))?
        }
    };
    Ok(series.into_column())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::components::testing::{read, shown};

    fn series(name: &str, days: Vec<Option<i64>>, kind: &DataType) -> Column {
        let series = Series::new(name.into(), days);
        series.cast(kind).expect("it can be cast").into_column()
    }

    #[test]
    fn a_frame_is_shown_with_its_types() {
        let zoned = |zone| DataType::Datetime(TimeUnit::Milliseconds, Some(zone));
        let rome = TimeZone::opt_try_new(Some("Europe/Rome"))
            .expect("a zone")
            .expect("one");
        let frame = DataFrame::new_infer_height(vec![
            Series::new("name".into(), ["pear", "fig"]).into_column(),
            Series::new("price".into(), [Some(0.1_f32), None]).into_column(),
            Series::new("small".into(), [u64::MAX, 1]).into_column(),
            Series::new("sold".into(), [Some(true), None]).into_column(),
            series("day", vec![Some(1), None], &DataType::Date),
            series(
                "wall",
                vec![Some(1500), None],
                &DataType::Datetime(TimeUnit::Milliseconds, None),
            ),
            series("utc", vec![Some(0), None], &zoned(TimeZone::UTC)),
            series("rome", vec![Some(0), None], &zoned(rome)),
            series("time", vec![Some(3_600_000_000_000), None], &DataType::Time),
        ]);
        let sent = shown(&Dataframe::new(), frame.expect("equal heights"));
        assert_eq!(
            sent["data"][0],
            json!([
                "pear",
                0.1,
                u64::MAX,
                true,
                "1970-01-02",
                "1970-01-01T00:00:01.5",
                "1970-01-01T00:00:00Z",
                "1970-01-01T01:00:00+01:00",
                "01:00:00",
            ])
        );
        assert_eq!(
            sent["data"][1],
            json!(["fig", null, 1, null, null, null, null, null, null])
        );
        assert_eq!(sent["headers"][8], "time");
    }

    #[test]
    fn what_has_no_type_in_a_table_is_a_text() {
        let inner = Series::new("".into(), [1, 2]);
        let frame =
            DataFrame::new_infer_height(vec![Series::new("all".into(), [inner]).into_column()]);
        let table = Table::try_from(&frame.expect("one column")).expect("it can be shown");
        assert_eq!(table.rows()[0][0], "[1, 2]");
    }

    #[test]
    fn a_frame_is_read_by_the_types_of_its_columns() {
        let table = Dataframe::new()
            .headers(["name", "price", "day"])
            .datatype([ColumnType::Str, ColumnType::Number, ColumnType::Date]);
        let frame: DataFrame = read(
            &table,
            r#"[["7", "2.5", "2026-03-31"], ["", null, ""], ["", "", ""]]"#,
        )
        .unwrap();
        assert_eq!(frame.height(), 2, "a line that nobody wrote on is no row");
        let kinds: Vec<_> = frame.columns().iter().map(Column::dtype).collect();
        assert_eq!(
            kinds,
            [&DataType::String, &DataType::Float64, &DataType::Date]
        );
        assert_eq!(frame.columns()[2].null_count(), 1);
        let wrong = read::<DataFrame>(&table, r#"[["a", 1, "soon"]]"#).unwrap_err();
        assert_eq!(
            wrong,
            "row 1, column `day`: expected a date such as \"2026-03-31\", got \"soon\""
        );
    }

    #[test]
    fn a_frame_comes_back_as_it_went() {
        let frame = DataFrame::new_infer_height(vec![
            Series::new("n".into(), [Some(1_i64), None]).into_column(),
            Series::new("x".into(), [0.5, 2.0]).into_column(),
            series("day", vec![Some(20_000), None], &DataType::Date),
            series(
                "at",
                vec![Some(5), None],
                &DataType::Datetime(TimeUnit::Microseconds, Some(TimeZone::UTC)),
            ),
        ])
        .expect("equal heights");
        let sent = shown(&DataFrame::component(), frame.clone());
        let back: DataFrame = read(&DataFrame::component(), &sent.to_string()).unwrap();
        assert!(back.equals_missing(&frame), "{sent}");
    }

    #[test]
    fn two_columns_of_one_name_are_refused() {
        let sent = r#"{"headers": ["a", "a"], "data": [[1, 2]]}"#;
        let wrong = read::<DataFrame>(&Dataframe::new(), sent).unwrap_err();
        assert!(wrong.contains("'a'"), "{wrong}");
    }
}
