//! A tune that is heard while it is still being made: a note a second, each a piece of one sound.

use std::{f32::consts::TAU, thread::sleep, time::Duration};

use vetrina::prelude::*;

const RATE: u16 = 24_000;
/// The tones of a scale, as parts of the first.
const SCALE: [f32; 8] =
    [1.0, 9.0 / 8.0, 5.0 / 4.0, 4.0 / 3.0, 3.0 / 2.0, 5.0 / 3.0, 15.0 / 8.0, 2.0];

fn note(tone: f32) -> Samples {
    let at = |n: u16| f32::from(n) / f32::from(RATE);
    let fading = |n: u16| (TAU * 220.0 * tone * at(n)).sin() * (-3.0 * at(n)).exp();
    Samples::from_f32(RATE.into(), &(0..RATE).map(fading).collect::<Vec<_>>())
}

#[endpoint(title = "A tune as it is made", output = Audio::new().streaming(true).autoplay(true))]
fn tune(#[input(Slider::new(1..=16).value(8))] notes: usize) -> impl Iterator<Item = Samples> {
    SCALE.into_iter().cycle().take(notes).map(|tone| {
        sleep(Duration::from_millis(500));
        note(tone)
    })
}
