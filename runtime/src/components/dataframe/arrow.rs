//! Record batches of Arrow as tables.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Float64Array, Int64Array, RecordBatch,
    RecordBatchOptions, StringArray, TimestampMicrosecondArray,
    cast::AsArray,
    types::{Float32Type, Float64Type, Int64Type, UInt64Type},
};
use arrow_cast::{
    cast,
    display::{ArrayFormatter, FormatOptions},
};
use arrow_schema::{ArrowError, DataType, Field, Schema};
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
/// use std::sync::Arc;
///
/// use arrow_array::{Float64Array, RecordBatch};
/// use vetrina::prelude::*;
///
/// let prices = Arc::new(Float64Array::from(vec![Some(2.5), None]));
/// let batch = RecordBatch::try_from_iter([("price", prices as _)])?;
/// let dear = Table::try_from(&batch)?.styled(|it| (it.value.as_f64() > Some(2.0)).then_some("color: red"));
/// assert_eq!(dear.to_csv(), "price\n2.5\n\"\"\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
impl TryFrom<&RecordBatch> for Table {
    type Error = Invalid;

    fn try_from(batch: &RecordBatch) -> Result<Self, Invalid> {
        let mut table = Self::new(batch.schema().fields().iter().map(|field| field.name()));
        table.rows = vec![Vec::with_capacity(batch.num_columns()); batch.num_rows()];
        for (array, header) in batch.columns().iter().zip(&table.headers) {
            let cells = cells(array).map_err(|why| {
                Invalid::from(format!(
                    "column `{header}`: {} cannot be shown: {why}",
                    array.data_type()
                ))
            })?;
            for (row, cell) in table.rows.iter_mut().zip(cells) {
                row.push(cell);
            }
        }
        Ok(table)
    }
}

/// Each column becomes what all of its cells are: `Boolean`, `Int64`, `Float64`, `Date32`,
/// `Timestamp` in microseconds, or `Utf8`.
///
/// ```
/// use arrow_array::RecordBatch;
/// use vetrina::prelude::*;
///
/// let table = Table::from_csv("item,price\npear,2.5\nfig,\n".as_bytes())?;
/// let batch = RecordBatch::try_from(&table)?;
/// assert_eq!(batch.schema().field(1).data_type().to_string(), "Float64");
/// assert_eq!(batch.column(1).null_count(), 1);
/// # Ok::<(), vetrina::component::Invalid>(())
/// ```
impl TryFrom<&Table> for RecordBatch {
    type Error = Invalid;

    fn try_from(table: &Table) -> Result<Self, Invalid> {
        batch(typed::columns(table, |_| Some(ColumnType::Auto))?)
    }
}

impl Preprocess<RecordBatch> for Dataframe {
    fn preprocess(&self, data: Table) -> Result<RecordBatch, Invalid> {
        let table: Table = self.preprocess(data)?;
        batch(typed::columns(&table, self.said(&table))?)
    }
}

impl Postprocess<RecordBatch> for Dataframe {
    fn postprocess(&self, value: RecordBatch) -> Result<Table, Invalid> {
        self.postprocess(Table::try_from(&value)?)
    }
}

impl DefaultComponent for RecordBatch {
    type Component = Dataframe;

    fn component() -> Dataframe {
        Dataframe::new().datatype(ColumnType::Auto)
    }
}

impl Outcome for RecordBatch {
    type Value = Self;

    fn settle(self) -> Result<Self, Failure> {
        Ok(self)
    }
}

fn cells(array: &ArrayRef) -> Result<Vec<Value>, ArrowError> {
    let kind = array.data_type();
    Ok(match kind {
        DataType::Boolean => array.as_boolean().iter().map(Value::from).collect(),
        DataType::Float32 => (array.as_primitive::<Float32Type>().iter())
            // By the digits that say all there is to it: 0.1, not 0.10000000149011612.
            .map(|it| it.and_then(|it| it.to_string().parse::<f64>().ok()).into())
            .collect(),
        DataType::Float64 => array
            .as_primitive::<Float64Type>()
            .iter()
            .map(Value::from)
            .collect(),
        DataType::Int64 => array
            .as_primitive::<Int64Type>()
            .iter()
            .map(Value::from)
            .collect(),
        DataType::UInt64 => array
            .as_primitive::<UInt64Type>()
            .iter()
            .map(Value::from)
            .collect(),
        DataType::Dictionary(_, inner) => cells(&cast(array, inner)?)?,
        DataType::RunEndEncoded(_, inner) => cells(&cast(array, inner.data_type())?)?,
        DataType::Float16 => cells(&cast(array, &DataType::Float32)?)?,
        _ if kind.is_decimal() => cells(&cast(array, &DataType::Float64)?)?,
        _ if kind.is_signed_integer() => cells(&cast(array, &DataType::Int64)?)?,
        _ if kind.is_unsigned_integer() => cells(&cast(array, &DataType::UInt64)?)?,
        _ => texts(array)?,
    })
}

fn texts(array: &dyn Array) -> Result<Vec<Value>, ArrowError> {
    let options = FormatOptions::new().with_display_error(false);
    let formatter = ArrayFormatter::try_new(array, &options)?;
    let text = |at| {
        if array.is_null(at) {
            return Ok(Value::Null);
        }
        Ok(formatter.value(at).try_to_string()?.into())
    };
    (0..array.len()).map(text).collect()
}

fn batch(columns: Vec<(String, Typed)>) -> Result<RecordBatch, Invalid> {
    let arrays = columns
        .into_iter()
        .map(|(name, typed)| (name, array(typed)));
    let (fields, arrays): (Vec<_>, Vec<_>) = arrays
        .map(|(name, array)| (Field::new(name, array.data_type().clone(), true), array))
        .unzip();
    // A batch without columns cannot know it by itself.
    let rows = arrays.first().map_or(0, Array::len);
    let options = RecordBatchOptions::new().with_row_count(Some(rows));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
        .map_err(|why| why.to_string().into())
}

fn array(column: Typed) -> ArrayRef {
    match column {
        Typed::Flags(cells) => Arc::new(BooleanArray::from(cells)),
        Typed::Whole(cells) => Arc::new(Int64Array::from(cells)),
        Typed::Numbers(cells) => Arc::new(Float64Array::from(cells)),
        Typed::Days(cells) => Arc::new(Date32Array::from(cells)),
        Typed::Moments { micros, utc } => {
            let moments = TimestampMicrosecondArray::from(micros);
            Arc::new(moments.with_timezone_opt(utc.then_some("UTC")))
        }
        Typed::Texts(cells) => Arc::new(StringArray::from(cells)),
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::{
        Decimal128Array, DictionaryArray, Float32Array, ListArray, TimestampSecondArray,
        UInt8Array, types::Int32Type,
    };
    use serde_json::json;

    use super::*;
    use crate::components::testing::{read, shown};

    fn batch_of(columns: Vec<(&str, ArrayRef)>) -> RecordBatch {
        RecordBatch::try_from_iter_with_nullable(
            columns.into_iter().map(|(name, it)| (name, it, true)),
        )
        .expect("columns of one length")
    }

    #[test]
    fn a_batch_is_shown_with_its_types() {
        let cents = Decimal128Array::from(vec![Some(1999), None]);
        let kinds: DictionaryArray<Int32Type> = vec![Some("ripe"), None].into_iter().collect();
        let moments = TimestampSecondArray::from(vec![Some(90), None]);
        let lists =
            ListArray::from_iter_primitive::<Int32Type, _, _>([Some([Some(1), None]), None]);
        let sent = shown(
            &Dataframe::new(),
            batch_of(vec![
                ("name", Arc::new(StringArray::from(vec!["pear", "fig"]))),
                ("price", Arc::new(Float32Array::from(vec![Some(0.1), None]))),
                ("small", Arc::new(UInt8Array::from(vec![255, 1]))),
                ("sold", Arc::new(BooleanArray::from(vec![Some(true), None]))),
                (
                    "cost",
                    Arc::new(cents.with_precision_and_scale(10, 2).expect("it fits")),
                ),
                ("kind", Arc::new(kinds)),
                ("day", Arc::new(Date32Array::from(vec![Some(1), None]))),
                ("wall", Arc::new(moments.clone())),
                ("utc", Arc::new(moments.with_timezone("+00:00"))),
                ("all", Arc::new(lists)),
            ]),
        );
        assert_eq!(
            sent["data"][0],
            json!([
                "pear",
                0.1,
                255,
                true,
                19.99,
                "ripe",
                "1970-01-02",
                "1970-01-01T00:01:30",
                "1970-01-01T00:01:30Z",
                "[1, ]",
            ])
        );
        assert_eq!(
            sent["data"][1],
            json!(["fig", null, 1, null, null, null, null, null, null, null])
        );
        assert_eq!(sent["headers"][9], "all");
    }

    #[test]
    fn what_cannot_be_shown_is_named() {
        let moments = TimestampSecondArray::from(vec![0]).with_timezone("Nowhere/Land");
        let batch = batch_of(vec![("at", Arc::new(moments))]);
        let wrong = Table::try_from(&batch).unwrap_err().to_string();
        assert!(wrong.starts_with("column `at`: Timestamp(s"), "{wrong}");
    }

    #[test]
    fn a_batch_is_read_by_the_types_of_its_columns() {
        let table = Dataframe::new()
            .headers(["name", "price", "day"])
            .datatype([ColumnType::Str, ColumnType::Number, ColumnType::Date]);
        let batch: RecordBatch = read(
            &table,
            r#"[["7", "2.5", "2026-03-31"], ["", null, ""], ["", "", ""]]"#,
        )
        .unwrap();
        assert_eq!(batch.num_rows(), 2, "a line that nobody wrote on is no row");
        let schema = batch.schema();
        let kinds: Vec<_> = schema.fields().iter().map(|it| it.data_type()).collect();
        assert_eq!(
            kinds,
            [&DataType::Utf8, &DataType::Float64, &DataType::Date32]
        );
        let wrong = read::<RecordBatch>(&table, r#"[["a", 1, "soon"]]"#).unwrap_err();
        assert_eq!(
            wrong,
            "row 1, column `day`: expected a date such as \"2026-03-31\", got \"soon\""
        );
    }

    #[test]
    fn a_batch_comes_back_as_it_went() {
        let micros = TimestampMicrosecondArray::from(vec![Some(5), None]);
        let batch = batch_of(vec![
            ("n", Arc::new(Int64Array::from(vec![Some(1), None]))),
            ("x", Arc::new(Float64Array::from(vec![0.5, 2.0]))),
            ("day", Arc::new(Date32Array::from(vec![Some(20_000), None]))),
            ("wall", Arc::new(micros.clone())),
            ("utc", Arc::new(micros.with_timezone("UTC"))),
        ]);
        let sent = shown(&RecordBatch::component(), batch.clone());
        assert_eq!(
            read(&RecordBatch::component(), &sent.to_string()),
            Ok(batch)
        );
        let nothing: RecordBatch = read(&RecordBatch::component(), "[]").unwrap();
        assert_eq!(nothing.num_rows(), 0);
    }
}
