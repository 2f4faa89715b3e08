use std::path::PathBuf;

use serde_json::{Value, json};

use super::*;
use crate::{
    component::{AnyComponent, Postprocess, Preprocess},
    components::testing::{assert_props, read, shown},
};

fn two() -> Samples {
    Samples {
        rate: 8000,
        channels: 2,
        data: vec![100, 300, -200, -400],
    }
}

/// What a client sends for a file that it uploaded.
fn sent(name: &str, bytes: &[u8]) -> String {
    let file = FileData::from_bytes(name, bytes).unwrap();
    serde_json::to_string(&file).unwrap()
}

fn wav(sound: &Samples) -> String {
    let mut bytes = Vec::new();
    wav::write(sound, &mut bytes).unwrap();
    sent("sound.wav", &bytes)
}

/// Shows a value, and gives what was shown back to a function.
fn there_and_back<T, B>(audio: &Audio, value: T) -> B
where
    Audio: Postprocess<T> + Preprocess<B>,
{
    let shown = shown(audio, value);
    read(audio, &shown.to_string()).unwrap()
}

#[test]
fn props_are_those_of_the_protocol() {
    let own = json!({
        "streamable": false, "sources": ["upload", "microphone"], "type": "numpy", "streaming": false,
        "autoplay": false, "show_share_button": false, "editable": true, "loop": false, "recording": false,
        "waveform_options": {
            "waveform_color": null, "waveform_progress_color": null, "trim_region_color": null,
            "show_recording_waveform": true, "show_controls": false, "skip_length": 5, "sample_rate": 44100,
        },
    });
    assert_props(&Audio::new(), own);
    let props = Value::from(AnyComponent::props(&Audio::microphone()));
    assert_eq!(
        (&props["sources"], &props["format"]),
        (&json!(["microphone"]), &json!("wav"))
    );
}

#[test]
fn set_props_are_sent() {
    let audio = Audio::new()
        .looping(true)
        .max_length(3)
        .playback_position(0.5)
        .subtitles([(0.0, 1.0, "Hello")]);
    let props = Value::from(AnyComponent::props(&audio));
    assert_eq!(
        (
            &props["loop"],
            &props["max_length"],
            &props["playback_position"]
        ),
        (&json!(true), &json!(3), &json!(0.5))
    );
    assert_eq!(
        props["subtitles"],
        json!([{"start": 0.0, "end": 1.0, "text": "Hello"}])
    );
}

#[test]
fn samples_go_in_and_out() {
    let audio = Audio::new();
    assert_eq!(there_and_back::<_, Samples>(&audio, two()), two());
    let (rate, mixed): (u32, Vec<i16>) = there_and_back(&audio, two());
    assert_eq!((rate, mixed), (8000, vec![200, -300]));
    let half: (u32, Vec<f32>) = there_and_back(&audio, (4000_u32, vec![0.5_f32, -0.5]));
    assert_eq!(half, (4000, vec![0.5, -0.5]));
    let one: (u32, Vec<i16>) = there_and_back(&audio, (4000_u32, vec![7_i16]));
    assert_eq!(one, (4000, vec![7]));
}

#[test]
fn what_is_shown_is_a_wav_file() {
    let shown = shown(&Audio::new(), two());
    assert_eq!(
        (&shown["orig_name"], &shown["mime_type"]),
        (&json!("audio.wav"), &json!("audio/wav"))
    );
    assert_eq!(shown["size"], 52);
    assert_eq!(shown["is_stream"], false);
}

#[test]
fn files_and_bytes_go_in_and_out() {
    let audio = Audio::new();
    let flac = b"fLaC not really".to_vec();
    let back: Vec<u8> = there_and_back(&audio, flac.clone());
    assert_eq!(back, flac);
    let shown = shown(&audio, flac);
    assert_eq!(shown["orig_name"], "audio.flac");
    let path: PathBuf = read(&audio, &shown.to_string()).unwrap();
    let file: FileData = there_and_back(&audio, path.clone());
    assert_eq!(file.path(), path);
}

/// A hundred times the sample 1000, as FLAC.
#[cfg(feature = "audio")]
#[test]
fn other_formats_than_wav_are_read() {
    const FLAC: &[u8] = &[
        0x66, 0x4c, 0x61, 0x43, 0x80, 0x00, 0x00, 0x22, 0x00, 0x64, 0x00, 0x64, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x01, 0xf4, 0x00, 0xf0, 0x00, 0x00, 0x00, 0x64, 0x00, 0x00, 0x00, 0x00,
        0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0xff, 0xf8, 0x64,
        0x08, 0x00, 0x63, 0xcd, 0x00, 0x03, 0xe8, 0x29, 0xd5,
    ];
    let sent = sent("sound.flac", FLAC);
    let sound = read::<Samples>(&Audio::new(), &sent).unwrap();
    assert_eq!(sound, Samples::mono(8000, vec![1000; 100]));
    let path: PathBuf = read(&Audio::new().format(AudioFormat::Wav), &sent).unwrap();
    assert_eq!(path.extension().unwrap(), "wav");
}

#[cfg(not(feature = "audio"))]
#[test]
fn other_formats_than_wav_are_refused_without_the_feature() {
    let refused = read::<Samples>(&Audio::new(), &sent("sound.flac", b"fLaC"));
    assert_eq!(refused, Err("only WAV files can be read here".into()));
}

#[test]
fn no_sound_is_none() {
    let audio = Audio::new();
    assert_eq!(read::<Option<Samples>>(&audio, "null"), Ok(None));
    assert_eq!(
        read::<Samples>(&audio, "null"),
        Err("there is no sound".into())
    );
    assert_eq!(shown(&audio, None::<Samples>), json!(null));
}

#[test]
fn what_is_no_sound_is_refused_before_it_is_read() {
    let refused = read::<FileData>(&Audio::new(), &sent("words.txt", b"words"));
    assert_eq!(refused, Err("words.txt is no sound file".into()));
    let refused = read::<Samples>(&Audio::new(), &sent("sound.wav", b"words"));
    assert!(refused.is_err());
    assert!(read::<FileData>(&Audio::new(), &sent("film.webm", b"")).is_ok());
    assert!(read::<FileData>(&Audio::new(), &sent("blob", b"")).is_ok());
}

#[test]
fn lengths_are_kept_to() {
    let second = wav(&Samples::mono(8000, vec![0; 8000]));
    let refused = |audio: Audio| read::<PathBuf>(&audio, &second).err();
    assert_eq!(refused(Audio::new().min_length(1).max_length(1)), None);
    let why = "1.0 s are less than the minimum 2 s";
    assert_eq!(refused(Audio::new().min_length(2)), Some(why.into()));
    let long = wav(&Samples::mono(8000, vec![0; 20_000]));
    let why = "2.5 s are more than the maximum 2 s";
    let refused = read::<Samples>(&Audio::new().max_length(2), &long);
    assert_eq!(refused, Err(why.into()));
}

#[test]
fn a_wanted_format_is_made_or_refused() {
    let wav = Audio::new().format(AudioFormat::Wav);
    let mut bytes = Vec::new();
    wav::write(&two(), &mut bytes).unwrap();
    // Its name is another, its bytes are those of a WAV file.
    let path: PathBuf = read(&wav, &sent("sound.mp3", &bytes)).unwrap();
    assert_eq!(path.extension().unwrap(), "wav");
    assert!(read::<PathBuf>(&wav, &sent("sound.mp3", b"no sound")).is_err());

    let mp3 = Audio::new().format(AudioFormat::Mp3);
    let refused = mp3.postprocess(two()).unwrap_err();
    assert_eq!(
        refused.to_string(),
        "MP3 cannot be made here, only WAV: leave `format` out"
    );
    assert!(mp3.postprocess(b"ID3 already".to_vec()).is_ok());
}

#[test]
fn a_table_of_examples_shows_names() {
    let data = serde_json::from_str(&wav(&two())).unwrap();
    assert_eq!(
        AnyComponent::process_example(&Audio::new(), &data),
        "sound.wav"
    );
}

#[test]
fn the_example_is_a_sound() {
    let audio = Audio::new();
    let example = AnyComponent::example_payload(&audio).to_string();
    let sound = read::<Samples>(&audio, &example).unwrap();
    assert!(sound.duration() > Duration::from_millis(100), "{sound:?}");
}
