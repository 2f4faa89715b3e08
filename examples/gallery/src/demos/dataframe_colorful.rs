//! Cells with colours of their own: the greatest of each column.

use vetrina::prelude::*;

#[page]
fn dataframe_colorful(ui: &mut Ui) {
    let columns = [
        ("A", [14, 4, 5, 4, 1]),
        ("B", [5, 2, 54, 3, 2]),
        ("C", [20, 20, 7, 3, 8]),
        ("D", [14, 3, 6, 2, 6]),
        ("E", [23, 45, 64, 32, 23]),
    ];
    let greatest = columns.map(|(_, values)| values.into_iter().max());
    let table = Table::from_columns(columns).styled(|cell| {
        (cell.value.as_i64() == greatest[cell.column]).then_some("background-color: lightgreen")
    });
    ui.add(Dataframe::new().value(table));
}
