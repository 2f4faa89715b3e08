//! Counting while you watch: each number is shown as it comes.

use std::{thread, time::Duration};

use vetrina::prelude::*;

#[page]
fn count_generator(ui: &mut Ui) {
    let (number, count, list) = ui.column(|ui| {
        let number = ui.add(Number::new().label("How many").value(10));
        let (count, list) =
            ui.row(|ui| (ui.add(Button::new("Count")), ui.add(Button::new("List"))));
        (number, count, list)
    });
    let out = ui.column(|ui| ui.add(Textbox::new().label("Numbers")));
    list.click(show, &number, &out);
    count.click(self::count, &number, &out);
}

fn count(n: u32) -> impl Iterator<Item = String> {
    (0..n).map(|i| {
        thread::sleep(Duration::from_millis(500));
        i.to_string()
    })
}

fn show(n: u32) -> String {
    format!("{:?}", (0..n).collect::<Vec<_>>())
}
