//! What a film tells of: each thing that happens to it counts one further.

use vetrina::{page::Handle, prelude::*};

#[page]
fn video_component_events(ui: &mut Ui) {
    ui.row(|ui| {
        let input = ui.column(|ui| ui.add(Video::new().label("Input Video")));
        let output = ui.column(|ui| ui.add(Video::new().label("Output Video")));
        ui.column(|ui| {
            let n = count(ui, "# Change Events");
            input.change(next, &n, &n);
            let n = count(ui, "# Upload Events");
            input.upload(keep, (&input, &n), (&output, &n));
            let n = count(ui, "# Play Events");
            input.play(next, &n, &n);
            let n = count(ui, "# Pause Events");
            input.pause(next, &n, &n);
        });
    });
}

fn count(ui: &mut Ui, label: &str) -> Handle<Number> {
    ui.add(Number::new().label(label).value(0))
}

fn next(n: u32) -> u32 {
    n + 1
}

fn keep(film: FileData, n: u32) -> (FileData, u32) {
    (film, n + 1)
}
