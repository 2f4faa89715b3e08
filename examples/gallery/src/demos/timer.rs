//! Numbers that change by themselves: each has its own clock, some can be stopped.

use std::{
    iter::from_fn,
    thread::sleep,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use vetrina::prelude::*;

#[page]
fn timer(ui: &mut Ui) {
    let timer = ui.add(Timer::new(1));
    let time = ui.add(Number::new().label("Time"));
    timer.tick(now, (), &time);
    let other = ui.add(Timer::new(1));
    ui.add(Number::new().label("Time 2")).value(now, ()).every(&other);

    ui.row(|ui| {
        let time = ui.add(Number::new());
        let start = ui.add(Button::new("Start"));
        let running = start.click(each_second, (), &time).show_api(false);
        ui.add(Button::new("Stop")).click.cancels(&running);
    });

    let (min, max) = ui.row(|ui| {
        let min = ui.add(Number::new().value(1).label("Min"));
        (min, ui.add(Number::new().value(10).label("Max")))
    });
    let timer = ui.add(Timer::new(1));
    let number = ui.add(Number::new().label("Random Number"));
    number.value(random, (&min, &max)).every(&timer);
    ui.row(|ui| {
        let start = || Update(Timer::default().active(true));
        ui.add(Button::new("Start")).click(start, (), &timer);
        let stop = || Update(Timer::default().active(false));
        ui.add(Button::new("Stop")).click(stop, (), &timer);
        ui.add(Button::new("Go Fast")).click(|| 0.2, (), &timer);
        ui.add(Button::new("Go Slow")).click(|| 2.0, (), &timer);
    });
}

fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

fn each_second() -> impl Iterator<Item = u64> {
    from_fn(|| {
        sleep(Duration::from_secs(1));
        Some(now())
    })
}

fn random(min: i64, max: i64) -> i64 {
    rand::random_range(min.min(max)..=max.max(min))
}
