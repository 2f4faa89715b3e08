//! A table of structs, put in order.

use vetrina::prelude::*;

#[data_model]
struct Record {
    item: String,
    quantity: f64,
}

fn records() -> Dataframe {
    Dataframe::of::<Record>().row_count(3).col_count(TableSize::fixed(2))
}

/// Sort by Quantity
#[endpoint(output = Dataframe::of::<Record>())]
fn sort_records(#[input(records())] mut records: Vec<Record>) -> Vec<Record> {
    records.sort_by(|a, b| a.quantity.total_cmp(&b.quantity));
    records
}
