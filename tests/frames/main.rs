//! Tables of other crates: record batches of Arrow and data frames of Polars, with the official
//! Python clients. Both crates are heavy, so this suite is built only with the feature `frames`.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

use std::time::Duration;

use tokio::runtime::Runtime;
use vetrina::App;
use vetrina_tests::{
    run,
    tools::{self, Line},
};

mod app {
    use arrow_array::RecordBatch;
    use polars_core::frame::DataFrame;
    use vetrina::prelude::*;

    fn fruit() -> Dataframe {
        Dataframe::new()
            .headers(["name", "price", "sold", "picked"])
            .datatype([
                ColumnType::Str,
                ColumnType::Number,
                ColumnType::Bool,
                ColumnType::Date,
            ])
    }

    #[endpoint]
    fn batch(batch: RecordBatch) -> RecordBatch {
        batch.slice(0, batch.num_rows().min(2))
    }

    #[endpoint]
    fn batch_types(#[input(fruit())] batch: RecordBatch) -> Vec<String> {
        let schema = batch.schema();
        let types = schema.fields().iter().map(|it| it.data_type().to_string());
        types.collect()
    }

    #[endpoint]
    fn frame(frame: DataFrame) -> DataFrame {
        frame.head(Some(2))
    }

    #[endpoint]
    fn frame_types(#[input(fruit())] frame: DataFrame) -> Vec<String> {
        let types = frame.columns().iter().map(|it| it.dtype().to_string());
        types.collect()
    }
}

fn python(line: Line) {
    let runtime = Runtime::new().expect("threads can be had");
    let app = App::module(concat!(module_path!(), "::app"))
        .host("127.0.0.1")
        .port(0);
    let running = runtime.block_on(app.start()).expect("the app is whole");
    let script = tools::sources().join("frames/frames.py");
    let mut command = tools::python(line);
    command.arg("-B").arg(script).arg(running.url());
    run("frames.py", &mut command, Duration::from_secs(180));
}

#[test]
fn tables_of_other_crates_travel_with_client_1() {
    python(Line::One);
}

#[test]
fn tables_of_other_crates_travel_with_client_2() {
    python(Line::Two);
}
