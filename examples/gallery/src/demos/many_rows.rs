//! A hundred thousand rows: the page is sent those that come into view.

use vetrina::prelude::*;

fn readings(count: u32) -> Table {
    let sensors = (1..20).map(|sensor| format!("sensor {sensor:02}"));
    let mut table = Table::new(["id".to_owned()].into_iter().chain(sensors));
    table.rows_mut().extend((0..count).map(|id| {
        let reading = |sensor: u32| (f64::from(id * 31 + sensor * 97).sin() * 1e4).round() / 100.0;
        let readings = (1..20).map(|sensor| reading(sensor).into());
        [id.into()].into_iter().chain(readings).collect()
    }));
    table
}

#[page]
fn many_rows(ui: &mut Ui) {
    let table = ui.add(
        Dataframe::new()
            .label("Readings")
            .show_search(TableSearch::Search)
            .show_copy_button(true)
            .show_fullscreen_button(true)
            .pinned_columns(1),
    );
    let (fewer, more) = ui.row(|ui| {
        let fewer = ui.add(Button::new("A hundred"));
        (fewer, ui.add(Button::new("A hundred thousand")))
    });
    fewer.click(|| readings(100), (), &table);
    more.click(|| readings(100_000), (), &table);
    ui.load(|| readings(100_000), (), &table);
}
