//! A queue with two places: who comes then is told to come again.

use std::{
    sync::atomic::{AtomicUsize, Ordering},
    thread::sleep,
    time::Duration,
};

use vetrina::prelude::*;

#[page]
fn queue_full_e2e_test(ui: &mut Ui) {
    let names = ["First", "Second", "Third", "Fourth"];
    ui.row(|ui| {
        let call = |name: &str| Button::new(format!("{name} Call"));
        let result = |name: &str| Number::new().label(format!("{name} Result"));
        let buttons = ui.column(|ui| names.map(|name| ui.add(call(name))));
        let results = ui.column(|ui| names.map(|name| ui.add(result(name))));
        for (button, result) in buttons.iter().zip(&results) {
            button.click(get_random_number, (), result).concurrency_id("f");
        }
    });
}

/// The second of all calls fails, so that clients are not offered this.
#[endpoint(api_name = false)]
fn get_random_number() -> Result<u32, Error> {
    static CALLS: AtomicUsize = AtomicUsize::new(0);
    if CALLS.fetch_add(1, Ordering::Relaxed) == 1 {
        return Err(Error::new("This is a gradio error"));
    }
    sleep(Duration::from_secs(5));
    Ok(rand::random_range(1..10))
}
