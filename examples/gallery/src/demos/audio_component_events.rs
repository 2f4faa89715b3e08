//! What a sound tells of: each thing that happens to it counts one further.

use vetrina::{page::Handle, prelude::*};

#[page]
fn audio_component_events(ui: &mut Ui) {
    let (input, output) = ui.row(|ui| {
        let input = ui.column(|ui| ui.add(Audio::new().label("Input Audio")));
        let output = ui.column(|ui| ui.add(Audio::new().label("Output Audio")));
        (input, output)
    });
    ui.row(|ui| {
        ui.column(|ui| {
            let n = count(ui, "# Input Change Events");
            input.change(next, &n, &n);
            let n = count(ui, "# Input Input Events");
            input.input(next, &n, &n);
            let n = count(ui, "# Input Upload Events");
            input.upload(keep, (&input, &n), (&output, &n));
            let n = count(ui, "# Input Play Events");
            input.play(next, &n, &n);
            let n = count(ui, "# Input Pause Events");
            input.pause(next, &n, &n);
        });
        ui.column(|ui| {
            let n = count(ui, "# Input Start Recording Events");
            input.start_recording(next, &n, &n);
            let n = count(ui, "# Input Pause Recording Events");
            input.pause_recording(next, &n, &n);
            let n = count(ui, "# Input Stop Recording Events");
            input.stop_recording(next, &n, &n);
        });
        ui.column(|ui| {
            let n = count(ui, "# Output Play Events");
            output.play(next, &n, &n);
            let n = count(ui, "# Output Pause Events");
            output.pause(next, &n, &n);
            let n = count(ui, "# Output Stop Events");
            output.stop(next, &n, &n);
        });
    });
}

fn count(ui: &mut Ui, label: &str) -> Handle<Number> {
    ui.add(Number::new().label(label).value(0))
}

fn next(n: u32) -> u32 {
    n + 1
}

fn keep(sound: FileData, n: u32) -> (FileData, u32) {
    (sound, n + 1)
}
