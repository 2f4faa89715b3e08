//! Functions that take their time, set off and shown in every way there is.

#![allow(
    clippy::needless_pass_by_value,
    reason = "a function owns what its caller sent"
)]

use std::{thread::sleep, time::Duration};

use vetrina::{
    page::{ShowProgress, TriggerMode},
    prelude::*,
};

#[page]
fn modes(ui: &mut Ui) {
    let out = ui.add(Textbox::new().label("Out").interactive(true));
    let aside = ui.add(Textbox::new().label("Aside").interactive(false));
    for (name, mode) in [
        ("Once", TriggerMode::Once),
        ("Multiple", TriggerMode::Multiple),
        ("Always last", TriggerMode::AlwaysLast),
    ] {
        let runs = ui.add(Number::new().label(format!("{name}: runs")).value(0));
        let go = ui.add(Button::new(name));
        // The server counts, call by call: what the page shows may be an answer behind.
        let count = ui.state(0);
        go.click(|| sleep(Duration::from_millis(700)), (), ())
            .trigger_mode(mode)
            .concurrency_limit(None)
            .then(|n: u32| (n + 1, n + 1), &count, (&count, &runs))
            .concurrency_limit(1)
            .trigger_mode(TriggerMode::Multiple);
    }
    for (name, show) in [
        ("Full", ShowProgress::Full),
        ("Minimal", ShowProgress::Minimal),
        ("Hidden", ShowProgress::Hidden),
    ] {
        ui.add(Button::new(name))
            .click(slow, (), &out)
            .show_progress(show);
    }
    ui.add(Button::new("Elsewhere"))
        .click(slow, (), &out)
        .show_progress_on(&aside);
    ui.add(Button::new("Limited"))
        .click(slow, (), &out)
        .time_limit(0.3);
    ui.add(Button::new("With a script"))
        .click(twice, &aside, &out)
        .js("() => 'scripted'")
        .queue(false);
    ui.add(Html::new().value("<div style=\"height: 2000px\">far away</div>"));
    let far = ui.add(Textbox::new().label("Far"));
    ui.add(Button::new("Stay")).click(|| "here", (), &out);
    ui.add(Button::new("Go there"))
        .click(|| "there", (), &far)
        .scroll_to_output(true);
    ui.add(Button::new("Go back"))
        .click(|| "back", (), &out)
        .scroll_to_output(true);
}

fn slow() -> &'static str {
    sleep(Duration::from_millis(1500));
    "done"
}

fn twice(text: String) -> String {
    format!("{text} {text}")
}
