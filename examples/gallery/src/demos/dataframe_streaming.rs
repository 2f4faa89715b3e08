//! A table that changes twice while you watch, and a sum that follows it.

use std::{iter, thread::sleep, time::Duration};

use vetrina::prelude::*;

type Cells = Vec<Vec<i64>>;

fn update_dataframe(table: Cells) -> impl Iterator<Item = (Cells, i64)> {
    let all = move |n| (vec![vec![n; table[0].len()]; table.len()], n);
    let last = all.clone();
    iter::once_with(move || all(1)).chain(iter::once_with(move || {
        sleep(Duration::from_millis(100));
        last(2)
    }))
}

fn sum_values(table: Cells) -> i64 {
    table.iter().flatten().sum()
}

#[page]
fn dataframe_streaming(ui: &mut Ui) {
    let (button, number) = ui.row(|ui| {
        let button = ui.add(Button::new("Update DataFrame"));
        (button, ui.add(Number::new().value(0).label("Number")))
    });
    let table = ui.add(Dataframe::new().value(vec![[0; 5]; 5]).label("Dataframe"));
    button.click(update_dataframe, &table, (&table, &number));
    let (changes, inputs, sum) = ui.row(|ui| {
        (
            ui.add(Number::new().value(0).label("Change events")),
            ui.add(Number::new().value(0).label("Input events")),
            ui.add(Number::new().value(0).label("Sum of values")),
        )
    });
    table.change(|n: i64| n + 1, &changes, &changes);
    table.input(|n: i64| n + 1, &inputs, &inputs);
    table.change(sum_values, &table, &sum);
}
