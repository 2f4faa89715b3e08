//! Plays a note: sound that a function makes from numbers.

use std::f32::consts::TAU;

use vetrina::{component::Picked, prelude::*};

const NOTES: [&str; 12] = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

const RATE: u32 = 48_000;

#[endpoint(title = "Generate a tone")]
fn generate_tone(
    #[input(Dropdown::new(NOTES))] note: Picked,
    #[input(Slider::new(4..=6).step(1))] octave: i32,
    #[input(Number::new().precision(0).minimum(1).maximum(10).value(1).label("Duration in seconds"))]
    duration: u32,
) -> Samples {
    let from_a4 = 12 * (octave - 4) + note.0 as i32 - 9;
    let step = TAU * 440.0 * 2_f32.powf(from_a4 as f32 / 12.0) / RATE as f32;
    let times = 0..RATE * duration;
    let tone: Vec<f32> = times.map(|at| 0.6 * (at as f32 * step).sin()).collect();
    Samples::from_f32(RATE, &tone)
}
