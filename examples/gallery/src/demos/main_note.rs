//! Which notes are in a sound: listens to you, and ranks them by how loud they are.

use std::{collections::BTreeMap, f32::consts::TAU};

use vetrina::prelude::*;

const NOTES: [&str; 12] = ["C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"];

/// How loud one frequency is, by the algorithm of Goertzel.
fn loudness(sound: &[f32], rate: u32, frequency: f32) -> f32 {
    let turn = 2.0 * (TAU * frequency / rate as f32).cos();
    let (last, before) = sound
        .iter()
        .fold((0.0, 0.0), |(last, before), sample| (sample + turn * last - before, last));
    (last * last + before * before - turn * last * before).max(0.0).sqrt()
}

#[endpoint(title = "Main note", output = Label::new().num_top_classes(4))]
fn main_note(
    #[input(Audio::new().sources([AudioSource::Microphone]))] audio: (u32, Vec<f32>),
) -> BTreeMap<&'static str, f32> {
    let (rate, sound) = audio;
    let mut notes = BTreeMap::new();
    // From two octaves below the A of 440 Hertz to three above.
    for half_tone in -24..36 {
        let frequency = 440.0 * 2_f32.powf(half_tone as f32 / 12.0);
        if 2.0 * frequency > rate as f32 {
            break;
        }
        let note = NOTES[(half_tone + 33) as usize % 12];
        *notes.entry(note).or_default() += loudness(&sound, rate, frequency);
    }
    let total: f32 = notes.values().sum();
    notes.into_iter().map(|(note, loud)| (note, loud / total.max(f32::EPSILON))).collect()
}
