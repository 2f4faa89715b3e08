//! A bar at the block that waits for the answer.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

#[page]
fn progress_component(ui: &mut Ui) {
    let load = ui.add(Button::new("Load"));
    let loader = ui.add(Label::new().label("Loader"));
    load.click(load_set, (), &loader);
}

fn load_set(progress: Progress) -> &'static str {
    for _ in progress.iter(0..24).describe("Loading...") {
        sleep(Duration::from_millis(100));
    }
    "Loaded"
}
