//! Say something, and hear it backwards: sound in, sound out.

use vetrina::prelude::*;

fn microphone() -> Audio {
    let wave = WaveformOptions::new()
        .waveform_color("#01C6FF")
        .waveform_progress_color("#0066B4")
        .skip_length(2);
    Audio::new().sources([AudioSource::Microphone]).waveform_options(wave)
}

#[endpoint(title = "Reverse audio")]
fn reverse_audio(#[input(microphone())] audio: Samples) -> Samples {
    Samples { data: audio.frames().rev().flatten().copied().collect(), ..audio }
}
