//! Numbers that change by themselves, until somebody stops them.

use std::time::{SystemTime, UNIX_EPOCH};

use vetrina::prelude::*;

#[page]
fn timer_simple(ui: &mut Ui) {
    let timer = ui.add(Timer::new(1));
    let time = ui.add(Number::new().label("Time"));
    timer.tick(now, (), &time);

    let number = ui.add(Number::new().label("Random Number"));
    number.value(|| rand::random_range(1..=10), ()).every(&timer);
    ui.row(|ui| {
        let start = || Update(Timer::default().active(true));
        ui.add(Button::new("Start")).click(start, (), &timer);
        let stop = || Update(Timer::default().active(false));
        ui.add(Button::new("Stop")).click(stop, (), &timer);
        ui.add(Button::new("Go Fast")).click(|| 0.2, (), &timer);
    });
}

fn now() -> Result<u64, Error> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    Ok(since.map_err(|_| Error::new("The clock is wrong"))?.as_secs())
}
