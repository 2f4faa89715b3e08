//! A table goes in, and what is left of it comes out.

use serde::{Deserialize, Serialize};
use vetrina::prelude::*;

#[derive(Serialize, Deserialize)]
struct Record {
    name: String,
    age: Option<f64>,
    gender: String,
}

fn records() -> Dataframe {
    Dataframe::new()
        .headers(["name", "age", "gender"])
        .datatype([ColumnType::Str, ColumnType::Number, ColumnType::Str])
        .row_count(5)
        .col_count(TableSize::fixed(3))
}

/// Enter gender as 'M', 'F', or 'O' for other.
#[endpoint(output = Dataframe::new())]
fn filter_records(
    #[input(records())] records: Vec<Record>,
    #[input(Dropdown::new(["M", "F", "O"]))] gender: String,
) -> Vec<Record> {
    records.into_iter().filter(|record| record.gender == gender).collect()
}
