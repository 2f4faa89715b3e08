//! `Audio`: sound to record and to play.

mod decode;
mod options;
mod samples;
mod values;
mod wav;

use std::{path::Path, time::Duration};

use serde_json::{Map, Value, json};

pub use options::{AudioFormat, AudioSource, WaveformOptions};
pub use samples::Samples;

use super::{Subtitles, files};
use crate::{
    component,
    component::{Derived, Invalid, Streaming, schema_of},
    file::FileData,
    media::{Segment, length},
};

/// Sound: dropped, picked or recorded, and played. The component of [`Samples`].
///
/// A function takes and shows [`Samples`], or the rate and one channel of them as `(u32, Vec<i16>)`
/// or `(u32, Vec<f32>)`; a file as [`FileData`] or `PathBuf`; or its bytes as `Vec<u8>`. An `Option`
/// of these is `None` when there is no sound. Samples are read from WAV, and from MP3, FLAC, Ogg
/// Vorbis and AAC with the feature `audio`; they are written as WAV.
///
/// ```
/// use vetrina::prelude::*;
///
/// #[endpoint]
/// fn backwards(sound: Samples) -> Samples {
///     Samples { data: sound.frames().rev().flatten().copied().collect(), ..sound }
/// }
/// ```
#[component(
    data_model = Option<FileData>,
    streaming,
    events(
        stream, change, clear, play, pause, stop, start_recording, pause_recording, stop_recording,
        upload, input,
    ),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Audio {
    /// Where a sound may come from.
    #[prop(default = vec![AudioSource::Upload, AudioSource::Microphone])]
    pub sources: Vec<AudioSource>,
    /// The format of files that functions take and show; unless set, as it comes.
    pub format: Option<AudioFormat>,
    /// Whether a new sound is played at once.
    pub autoplay: bool,
    /// Whether it starts anew at its end.
    #[prop(rename = "loop")]
    pub looping: bool,
    /// Whether a button downloads it; unless set, where it cannot be changed.
    pub show_download_button: Option<bool>,
    /// Whether a part can be cut out.
    #[prop(default = true)]
    pub editable: bool,
    /// How long it must be at least, in seconds.
    pub min_length: Option<u32>,
    /// How long it may be, in seconds.
    pub max_length: Option<u32>,
    /// How its picture looks.
    #[prop(default = WaveformOptions::default())]
    pub waveform_options: WaveformOptions,
    /// Whether it is being recorded; a function starts and stops a recording with it.
    pub recording: bool,
    /// Whether it comes in pieces: what a function gives one after the other is played from the first piece on, and is
    /// one sound at the end; what a person says comes as it is said.
    pub streaming: bool,
    /// Where it plays from, in seconds; an [`Update`](crate::endpoint::Update) of it moves there. What is shown next
    /// plays from its start. Where it stands is told on `play`, `pause` and `stop`:
    /// [`PlaybackData`](crate::endpoint::PlaybackData).
    pub playback_position: Option<f64>,
    /// Words to show while it plays.
    pub subtitles: Option<Subtitles>,
}

impl Audio {
    /// One that records, and takes no files; functions get WAV.
    #[must_use]
    pub fn microphone() -> Self {
        Self::new()
            .sources([AudioSource::Microphone])
            .format(AudioFormat::Wav)
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        props.insert("type".into(), json!("numpy"));
        props.insert("show_share_button".into(), json!(false));
        if self.streaming && self.sources.len() == 2 {
            // Nothing else is made as it comes.
            props.insert("sources".into(), json!([AudioSource::Microphone]));
        }
        props.insert("streamable".into(), json!(false));
        props
    }

    fn streams(&self) -> bool {
        self.streaming
    }

    fn api_info(&self) -> Value {
        schema_of::<FileData>()
    }

    /// Half a second of a tone, for whoever tries the API: its address works wherever the app does.
    fn example_payload(&self) -> Value {
        let tone = samples::tone(8000, 440.0, Duration::from_millis(500));
        let file = FileData::write("audio_sample.wav", |file| wav::write(&tone, file));
        file.map_or(Value::Null, |file| json!(file))
    }

    fn process_example(&self, data: &Value) -> Value {
        files::names(data)
    }

    fn check(&self, data: &Option<FileData>) -> Result<(), Invalid> {
        data.as_ref().map_or(Ok(()), is_sound)
    }

    /// The file as a function may have it: long enough, and in the right format.
    fn taken(&self, file: FileData) -> Result<FileData, Invalid> {
        let known = self.in_bounds_of_length();
        let fits = self.fits(&file);
        if known && fits {
            return Ok(file);
        }
        let sound = decode::decode(&file)?;
        self.check_length(sound.duration())?;
        if fits { Ok(file) } else { self.stored(&sound) }
    }

    fn in_bounds_of_length(&self) -> bool {
        self.min_length.is_none() && self.max_length.is_none()
    }

    fn check_length(&self, length: Duration) -> Result<(), Invalid> {
        length::check(length, self.min_length, self.max_length)
    }

    /// Whether a file already has the wanted format.
    fn fits(&self, file: &FileData) -> bool {
        self.format.is_none_or(|format| {
            Path::new(file.stored_name())
                .extension()
                .is_some_and(|is| is.eq_ignore_ascii_case(format.extension()))
        })
    }

    fn read(&self, file: &FileData) -> Result<Samples, Invalid> {
        let sound = decode::decode(file)?;
        self.check_length(sound.duration())?;
        Ok(sound)
    }

    /// A file of these samples.
    fn stored(&self, sound: &Samples) -> Result<FileData, Invalid> {
        if self.format == Some(AudioFormat::Mp3) {
            return Err("MP3 cannot be made here, only WAV: leave `format` out".into());
        }
        FileData::write("audio.wav", |file| wav::write(sound, file))
    }

    /// A file to show, in the right format.
    fn shown(&self, file: FileData) -> Result<FileData, Invalid> {
        if self.fits(&file) {
            return Ok(file);
        }
        self.stored(&decode::decode(&file)?)
    }
}

impl Streaming for Audio {
    fn segment(&self, chunk: &Option<FileData>) -> Result<Option<Segment>, Invalid> {
        let Some(file) = chunk else { return Ok(None) };
        let bytes = file.read()?;
        Segment::file(bytes)
            .map(Some)
            .or_else(|_| decode::decode(file).map(Segment::sound).map(Some))
    }

    fn playing(&self, list: FileData) -> Option<Option<FileData>> {
        Some(Some(list))
    }

    /// Files that need not be converted are put one after the other; all else becomes one WAV file.
    fn combine(&self, chunks: Vec<Option<FileData>>) -> Result<Option<FileData>, Invalid> {
        let chunks: Vec<FileData> = chunks.into_iter().flatten().collect();
        let Some(first) = chunks.first() else {
            return Ok(None);
        };
        let kind = decode::extension(&first.read()?);
        if matches!(kind, "mp3" | "aac") {
            let all: Result<Vec<_>, _> = chunks.iter().map(FileData::read).collect();
            return FileData::from_bytes(&format!("audio.{kind}"), all?.concat()).map(Some);
        }
        let mut whole = decode::decode(first)?;
        for chunk in &chunks[1..] {
            let next = decode::decode(chunk)?;
            if (next.rate, next.channels) != (whole.rate, whole.channels) {
                return Err("the chunks of a sound differ in their rates or channels".into());
            }
            whole.data.extend(next.data);
        }
        FileData::write("audio.wav", |file| wav::write(&whole, file)).map(Some)
    }
}

/// Refuses what is no sound by its name. Some endings are those of videos as well.
fn is_sound(file: &FileData) -> Result<(), Invalid> {
    match file.mime_type() {
        Some(mime)
            if !mime.starts_with("audio/")
                && !mime.starts_with("video/")
                && mime != "application/ogg" =>
        {
            Err(format!("{} is no sound file", file.name()).into())
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests;
