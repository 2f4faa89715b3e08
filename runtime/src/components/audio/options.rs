//! How sound is recorded, kept and drawn.

use serde::Serialize;

/// Where a sound may come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AudioSource {
    /// A file.
    Upload,
    /// A recording.
    Microphone,
}

/// The format of a sound file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AudioFormat {
    /// Samples as they are. Every sound that can be read can be turned into it.
    Wav,
    /// MP3. It is not made here: a sound in another format is refused.
    Mp3,
}

impl AudioFormat {
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Wav => "wav",
            Self::Mp3 => "mp3",
        }
    }
}

/// How the picture of a sound looks, and how far its buttons go.
///
/// ```
/// use vetrina::{components::WaveformOptions, prelude::*};
///
/// let audio = Audio::new()
///     .waveform_options(WaveformOptions::new().waveform_color("#01C6FF").skip_length(2));
/// assert_eq!(audio.own_props()["waveform_options"]["skip_length"], 2);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WaveformOptions {
    /// The colour of what is still to be played, in CSS.
    pub waveform_color: Option<String>,
    /// The colour of what was played.
    pub waveform_progress_color: Option<String>,
    /// The colour of the part that is chosen.
    pub trim_region_color: Option<String>,
    /// Whether there is a picture while a recording goes on.
    pub show_recording_waveform: bool,
    /// Kept for clients that look for it: the browser's own controls are never shown.
    show_controls: bool,
    /// How far the skip buttons go, in percent of the whole.
    pub skip_length: u32,
    /// How many samples make a second of what is recorded or trimmed.
    pub sample_rate: u32,
}

impl Default for WaveformOptions {
    fn default() -> Self {
        Self {
            waveform_color: None,
            waveform_progress_color: None,
            trim_region_color: None,
            show_recording_waveform: true,
            show_controls: false,
            skip_length: 5,
            sample_rate: 44_100,
        }
    }
}

impl WaveformOptions {
    /// The usual ones.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The colour of what is still to be played, in CSS.
    #[must_use]
    pub fn waveform_color(mut self, color: impl Into<String>) -> Self {
        self.waveform_color = Some(color.into());
        self
    }

    /// The colour of what was played.
    #[must_use]
    pub fn waveform_progress_color(mut self, color: impl Into<String>) -> Self {
        self.waveform_progress_color = Some(color.into());
        self
    }

    /// The colour of the part that is chosen.
    #[must_use]
    pub fn trim_region_color(mut self, color: impl Into<String>) -> Self {
        self.trim_region_color = Some(color.into());
        self
    }

    /// Whether there is a picture while a recording goes on.
    #[must_use]
    pub fn show_recording_waveform(mut self, shown: bool) -> Self {
        self.show_recording_waveform = shown;
        self
    }

    /// How far the skip buttons go, in percent of the whole.
    #[must_use]
    pub fn skip_length(mut self, percent: u32) -> Self {
        self.skip_length = percent;
        self
    }

    /// How many samples make a second of what is recorded or trimmed.
    #[must_use]
    pub fn sample_rate(mut self, rate: u32) -> Self {
        self.sample_rate = rate;
        self
    }
}
