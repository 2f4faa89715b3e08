//! What follows a function that went well, what follows one that failed, and notes to the reader.

use vetrina::prelude::*;

#[page]
fn blocks_chained_events(ui: &mut Ui) {
    ui.markdown("One event follows another: after success, or after failure.");
    let (result, consecutive, failure) = ui.row(|ui| {
        (
            ui.add(Textbox::new().label("Result")),
            ui.add(Textbox::new().label("Consecutive Event")),
            ui.add(Textbox::new().label("Failure Event")),
        )
    });
    ui.row(|ui| {
        let event = ui.add(Button::new("Trigger Success")).click(succeed, (), ());
        event.success(|| "Success event triggered", (), &result);
        event.failure(|| "Should not be triggered", (), &failure);

        ui.add(Button::new("Trigger Consecutive Success"))
            .click(succeed, (), ())
            .success(|| "First Event Trigered", (), &result)
            .success(|| "Consecutive Event Triggered", (), &consecutive);

        let event = ui.add(Button::new("Trigger Failure")).click(fail, (), ());
        event.success(|| "Should not be triggered", (), &result);
        event.failure(|| "Failure event triggered", (), &failure);

        ui.add(Button::new("Trigger Failure With ValueError")).click(read_a_number, (), ());
    });
    ui.row(|ui| {
        ui.add(Button::new("Trigger Warning")).click(warn, (), ());
        ui.add(Button::new("Trigger Info")).click(inform, (), ());
    });
}

// Only the page has a use for functions that give nothing, so clients do not hear of them.

#[endpoint(api_name = false)]
fn succeed() {}

#[endpoint(api_name = false)]
fn fail() -> Result<(), Error> {
    Err(Error::new("This should fail!"))
}

/// An error from elsewhere does as well as one of one's own.
#[endpoint(api_name = false)]
fn read_a_number() -> Result<(), std::num::ParseIntError> {
    "something".parse::<u8>().map(drop)
}

#[endpoint(api_name = false)]
fn warn(alerts: Alerts) {
    alerts.warning("This is a warning!");
}

#[endpoint(api_name = false)]
fn inform(alerts: Alerts) {
    alerts.info("This is some info");
}
