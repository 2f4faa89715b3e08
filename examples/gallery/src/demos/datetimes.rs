//! Dates with and without a time of day, typed or picked.

use vetrina::prelude::*;

#[page]
fn datetimes(ui: &mut Ui) {
    let date1 = ui.add(DateTime::new().label("Date and Time").elem_id("date1"));
    let date2 = DateTime::new().include_time(false).label("Date Only");
    let date2 = ui.add(date2.elem_id("date2"));
    let date3 = ui.add(DateTime::new().elem_id("date3").timezone("Europe/Paris"));

    let (load1, load2, load3) = ui.row(|ui| {
        (
            ui.add(Button::new("Load Date 1")),
            ui.add(Button::new("Load Date 2")),
            ui.add(Button::new("Load Date 3")),
        )
    });

    let loaded = ui.add(Textbox::new().label("Last Load"));
    let changed = ui.add(Textbox::new().label("Last Change"));
    let submitted = ui.add(Textbox::new().label("Last Submit"));

    load1.click(|date: String| date, &date1, &loaded);
    load2.click(|date: String| date, &date2, &loaded);
    load3.click(|seconds: f64| format!("{seconds:?}"), &date3, &loaded);

    for date in [&date1, &date2, &date3] {
        date.change(|date: String| date, date, &changed);
        date.submit(|date: String| date, date, &submitted);
    }
}
