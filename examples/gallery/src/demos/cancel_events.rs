//! Work that other events stop: a button, a change, a picture that is cleared.

use std::{
    fs::{File, create_dir_all},
    io::Write as _,
    path::PathBuf,
    thread::sleep,
    time::Duration,
};

use vetrina::prelude::*;

#[page]
fn cancel_events(ui: &mut Ui) {
    let loading = "Loading indicator for expensive calculation";
    let (iterating, calculating, echo) = ui.row(|ui| {
        let iterating = ui.column(|ui| {
            let steps = Slider::new(1..=10).value(9).step(1).label("Number Steps");
            let steps = ui.add(steps);
            let run = ui.add(Button::new("Start Iterating"));
            let output = ui.add(Textbox::new().label("Iterative Output"));
            let iterating = run.click(fake_diffusion, &steps, &output);
            ui.add(Button::new("Stop Iterating")).click.cancels(&iterating);
            iterating
        });
        let calculating = ui.column(|ui| {
            let prompt = ui.add(Textbox::new().label("Prompt"));
            let busy = [(); 2].map(|()| ui.add(Textbox::new().label(loading)));
            let [one, other] =
                [(); 2].map(|()| ui.add(Number::new().label("Expensive Calculation")));
            ui.add(Button::new("Run Expensive Calculation"))
                .click(long_prediction, &prompt, (&one, &other))
                .show_progress_on((&busy[0], &busy[1]))
        });
        let stop = "Cancel Iteration and Expensive Calculation on";
        let echo = ui.column(|ui| {
            let change = ui.add(Textbox::new().label(format!("{stop} Change")));
            change.change.cancels(&iterating).cancels(&calculating);
            let submit = ui.add(Textbox::new().label(format!("{stop} Submit")));
            let echo = ui.add(Textbox::new().label("Echo"));
            submit.submit(|text: String| text, &submit, &echo)
        });
        (iterating, calculating, echo)
    });
    echo.cancels(&iterating).cancels(&calculating);
    ui.row(|ui| {
        let image = Image::new().sources([PictureSource::Webcam]).interactive(true);
        let image = ui.column(|ui| ui.add(image.label("Cancel on clear")));
        image.clear.cancels(&iterating).cancels(&calculating);
        let video = Video::new().sources([VideoSource::Webcam]).interactive(true);
        let video = ui.column(|ui| ui.add(video.label("Cancel on start recording")));
        video.start_recording.cancels(&iterating).cancels(&calculating);
    });
}

/// Counts slowly, and says so in a log, which shows when it was stopped.
fn fake_diffusion(steps: u32) -> impl Iterator<Item = std::io::Result<String>> {
    let mut log = log();
    (0..steps).map(move |step| {
        if let Some(log) = &mut log {
            writeln!(log, "Current step: {step}")?;
        }
        sleep(Duration::from_millis(200));
        Ok(step.to_string())
    })
}

/// `<DEMO_LOG_DIR>/cancel_events/cancel_events_output_log.txt`, where that is wanted.
fn log() -> Option<File> {
    let folder = PathBuf::from(std::env::var_os("DEMO_LOG_DIR")?).join("cancel_events");
    create_dir_all(&folder).ok()?;
    File::create(folder.join("cancel_events_output_log.txt")).ok()
}

fn long_prediction(_: String) -> (u32, u32) {
    sleep(Duration::from_secs(4));
    (42, 42)
}
