//! What you say, put together again as you say it.

use std::{thread::sleep, time::Duration};

use vetrina::prelude::*;

type Heard = Option<Samples>;

fn add_to_stream(audio: Heard, stream: Heard) -> (Heard, Heard) {
    sleep(Duration::from_secs(1));
    let stream = match (stream, audio) {
        (Some(mut stream), Some(audio)) => {
            stream.data.extend(audio.data);
            Some(stream)
        }
        (stream, audio) => stream.or(audio),
    };
    (stream.clone(), stream)
}

#[page]
fn stream_audio(ui: &mut Ui) {
    let input = ui.add(Audio::new().sources([AudioSource::Microphone]));
    let output = ui.add(Audio::new());
    let stream = ui.state(Heard::None);
    let clear = ui.add(Button::new("Clear"));

    input.stream(add_to_stream, (&input, &stream), (&output, &stream));
    let nothing = || (Heard::None, Heard::None, Heard::None);
    clear.click(nothing, (), (&input, &output, &stream));
}
