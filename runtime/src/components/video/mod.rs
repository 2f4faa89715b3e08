//! `Video`: films to record and to play.

mod data;
mod sample;

use std::path::{Path, PathBuf};

use serde::Serialize;
use serde_json::{Map, Value, json};

pub use data::VideoData;

use super::{Length, Subtitles, WebcamOptions};
use crate::{
    component,
    component::{Derived, Invalid, Postprocess, Preprocess, Streaming},
    file::{FileData, blocking},
    media::{Playlist, Segment, length},
};

/// A film: dropped, picked or recorded, and played.
///
/// A function takes and shows a file as [`FileData`] or `PathBuf`, or with its subtitles as
/// [`VideoData`] or `(PathBuf, PathBuf)`; an `Option` of these is `None` when there is none. Subtitles
/// are VTT, SRT or JSON. Files are shown as they are: nothing is converted.
///
/// People may cut out a part, and take that back. The page records the part as it plays, in a format that the browser
/// can write: `WebM`, or MP4 if that is the `format` and the browser can. Its subtitles are cut with it.
///
/// ```
/// use std::path::PathBuf;
/// use vetrina::prelude::*;
///
/// #[endpoint(output = Video::new())]
/// fn again(#[input(Video::new())] film: PathBuf) -> PathBuf {
///     film
/// }
/// ```
#[component(
    data_model = Option<VideoData>,
    streaming,
    events(stream, change, clear, start_recording, stop_recording, stop, play, pause, end, upload, input),
    manual(preprocess, postprocess)
)]
#[derive(Debug, Clone)]
pub struct Video {
    /// The ending that files must have, such as `"mp4"`. One that functions take is refused if it
    /// has another; one that they show may as well be of another format that browsers play. Without it any film is
    /// taken and shown, and the page says so where the browser cannot play it.
    pub format: Option<String>,
    /// Where a film may come from.
    #[prop(default = vec![VideoSource::Upload, VideoSource::Webcam])]
    pub sources: Vec<VideoSource>,
    /// How high it is drawn.
    pub height: Option<Length>,
    /// How wide it is drawn.
    pub width: Option<Length>,
    /// How the camera is used.
    #[prop(default = WebcamOptions::default())]
    pub webcam_options: WebcamOptions,
    /// Whether a recording has sound; unless set, where files can be uploaded as well.
    pub include_audio: Option<bool>,
    /// Whether a new film is played at once.
    pub autoplay: bool,
    /// Whether it starts anew at its end.
    #[prop(rename = "loop")]
    pub looping: bool,
    /// Whether a button downloads it; unless set, where it cannot be changed.
    pub show_download_button: Option<bool>,
    /// How long it must be at least, in seconds, for a function to be given it. The lengths of MP4 and `WebM` are known,
    /// also of what browsers record; files of other formats are taken, however long they are.
    pub min_length: Option<u32>,
    /// How long it may be, in seconds, for a function to be given it; see [`min_length`](Self::min_length).
    pub max_length: Option<u32>,
    /// Whether it comes in pieces: what the camera sees comes as short films, one after the other, on the event `stream`;
    /// and what a function gives one after the other is played from the first on, and is one film at the end. Each is a
    /// whole file: MP4 or `WebM`, which every browser plays whose codecs it knows, or an MPEG transport stream, `.ts`,
    /// for browsers that play such lists themselves.
    pub streaming: bool,
    /// Words to show while it plays, if it does not come with its own.
    pub subtitles: Option<Subtitles>,
    /// Where it plays from, in seconds; an [`Update`](crate::endpoint::Update) of it moves there. What is shown next
    /// plays from its start. Where it stands is told on `play`, `pause`, `stop` and `end`:
    /// [`PlaybackData`](crate::endpoint::PlaybackData).
    pub playback_position: Option<f64>,
    /// A picture to see before it plays.
    pub poster: Option<FileData>,
}

/// Where a film may come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum VideoSource {
    /// A file.
    Upload,
    /// A recording.
    Webcam,
}

/// What browsers play.
const PLAYABLE: [&str; 5] = ["mp4", "webm", "ogg", "ogv", "m4v"];

impl Video {
    /// One for films that browsers play: a function that shows another is told.
    #[must_use]
    pub fn playable() -> Self {
        Self::new().format("mp4").sources([VideoSource::Upload])
    }

    fn streams(&self) -> bool {
        self.streaming
    }

    fn api_info(&self) -> Value {
        data::schema()
    }

    fn example_payload(&self) -> Value {
        let ending = self.format.as_deref().unwrap_or("webm");
        let film = FileData::from_bytes(&format!("video_sample.{ending}"), sample::film());
        film.map_or(Value::Null, |film| json!({"video": film}))
    }

    fn props(&self) -> Map<String, Value> {
        let mut props = Derived::props(self);
        let uploads = self.sources.contains(&VideoSource::Upload);
        props.insert(
            "include_audio".into(),
            json!(self.include_audio.unwrap_or(uploads)),
        );
        props.insert("show_share_button".into(), json!(false));
        props.insert(
            "watermark".into(),
            json!({"watermark": null, "position": "bottom-right"}),
        );
        props
    }

    fn check(&self, data: &Option<VideoData>) -> Result<(), Invalid> {
        let Some(VideoData { video, .. }) = data else {
            return Ok(());
        };
        let mime = video.mime_type();
        let other = mime.filter(|mime| {
            !mime.starts_with("video/") && !matches!(&**mime, "audio/ogg" | "application/ogg")
        });
        if other.is_some() {
            return Err(format!("{} is no video file", video.name()).into());
        }
        match &self.format {
            Some(format) if extension(Path::new(video.stored_name())) != format.to_lowercase() => {
                Err(format!("{} is not in the format {format}", video.name()).into())
            }
            _ => Ok(()),
        }
    }

    /// The film as a function may have it: neither too short nor too long.
    fn taken(&self, data: VideoData) -> Result<VideoData, Invalid> {
        if self.min_length.is_none() && self.max_length.is_none() {
            return Ok(data);
        }
        let film = &data.video;
        let lasts = blocking(|| film.open().map(|mut film| length::of_film(&mut *film)));
        let lasts = lasts.map_err(|error| format!("{} cannot be read: {error}", film.name()))?;
        if let Some(lasts) = lasts {
            length::check(lasts, self.min_length, self.max_length)?;
        }
        Ok(data)
    }

    /// A film to show.
    fn shown(&self, video: FileData) -> Result<FileData, Invalid> {
        let is = extension(Path::new(video.stored_name()));
        match &self.format {
            Some(format) if is != format.to_lowercase() && !PLAYABLE.contains(&&*is) => {
                Err(format!(
                    "{} cannot be turned into {format} here, and browsers may not play it",
                    video.name()
                )
                .into())
            }
            _ => Ok(video),
        }
    }
}

impl Streaming for Video {
    fn segment(&self, chunk: &Option<VideoData>) -> Result<Option<Segment>, Invalid> {
        let Some(VideoData { video, .. }) = chunk else {
            return Ok(None);
        };
        Segment::file(video.read()?).map(Some)
    }

    fn playing(&self, video: FileData) -> Option<Option<VideoData>> {
        Some(Some(VideoData {
            video,
            subtitles: None,
        }))
    }

    fn combine(&self, chunks: Vec<Option<VideoData>>) -> Result<Option<VideoData>, Invalid> {
        let mut list = Playlist::default();
        for chunk in chunks.iter().flatten() {
            list.add(Segment::file(chunk.video.read()?)?)?;
        }
        if !list.is_one() {
            return Err(
                "the pieces of a film differ in their sizes, or in how they were coded".into(),
            );
        }
        let (_, film) = list.joined();
        let name = format!("video.{}", list.extension());
        (!film.is_empty())
            .then(|| {
                Ok(VideoData {
                    video: FileData::from_bytes(&name, film)?,
                    subtitles: None,
                })
            })
            .transpose()
    }
}

fn extension(path: &Path) -> String {
    let extension = path.extension().unwrap_or_default();
    extension.to_string_lossy().to_lowercase()
}

/// Subtitles in the one form that browsers read.
fn vtt(subtitles: FileData) -> Result<FileData, Invalid> {
    if extension(subtitles.path()) == "vtt" {
        return Ok(subtitles);
    }
    let stem = Path::new(subtitles.name()).file_stem();
    let stem = stem.unwrap_or_default().to_string_lossy();
    let text = Subtitles::read(subtitles.path())?.to_vtt();
    FileData::from_bytes(&format!("{stem}.vtt"), text)
}

/// What a function can take.
trait Seen: Sized {
    fn seen(data: VideoData) -> Result<Self, Invalid>;
}

/// What a function can show.
trait Screened {
    fn screened(self) -> VideoData;
}

impl Seen for VideoData {
    fn seen(data: VideoData) -> Result<Self, Invalid> {
        Ok(data)
    }
}

impl Screened for VideoData {
    fn screened(self) -> VideoData {
        self
    }
}

impl Seen for FileData {
    fn seen(data: VideoData) -> Result<Self, Invalid> {
        Ok(data.video)
    }
}

impl Screened for FileData {
    fn screened(self) -> VideoData {
        VideoData {
            video: self,
            subtitles: None,
        }
    }
}

impl Seen for PathBuf {
    fn seen(data: VideoData) -> Result<Self, Invalid> {
        Ok(data.video.path().to_owned())
    }
}

impl Screened for PathBuf {
    fn screened(self) -> VideoData {
        FileData::from(self).screened()
    }
}

impl Screened for &Path {
    fn screened(self) -> VideoData {
        FileData::from(self).screened()
    }
}

impl Seen for (PathBuf, Option<PathBuf>) {
    fn seen(data: VideoData) -> Result<Self, Invalid> {
        let path = |file: FileData| file.path().to_owned();
        Ok((path(data.video), data.subtitles.map(path)))
    }
}

impl Screened for (PathBuf, Option<PathBuf>) {
    fn screened(self) -> VideoData {
        VideoData {
            video: self.0.into(),
            subtitles: self.1.map(Into::into),
        }
    }
}

impl Seen for (PathBuf, PathBuf) {
    fn seen(data: VideoData) -> Result<Self, Invalid> {
        let (video, subtitles) = <(PathBuf, Option<PathBuf>)>::seen(data)?;
        Ok((video, subtitles.ok_or("there are no subtitles")?))
    }
}

impl Screened for (PathBuf, PathBuf) {
    fn screened(self) -> VideoData {
        (self.0, Some(self.1)).screened()
    }
}

macro_rules! takes {
    ($($type:ty),* $(,)?) => {$(
        impl Preprocess<$type> for Video {
            fn preprocess(&self, data: Option<VideoData>) -> Result<$type, Invalid> {
                <$type as Seen>::seen(self.taken(data.ok_or("there is no video")?)?)
            }
        }

        impl Preprocess<Option<$type>> for Video {
            fn preprocess(&self, data: Option<VideoData>) -> Result<Option<$type>, Invalid> {
                data.map(|data| <$type as Seen>::seen(self.taken(data)?)).transpose()
            }
        }
    )*};
}
takes!(
    VideoData,
    FileData,
    PathBuf,
    (PathBuf, PathBuf),
    (PathBuf, Option<PathBuf>)
);

macro_rules! shows {
    ($($type:ty),* $(,)?) => {$(
        impl Postprocess<$type> for Video {
            fn postprocess(&self, value: $type) -> Result<Option<VideoData>, Invalid> {
                self.postprocess(Some(value))
            }
        }

        impl Postprocess<Option<$type>> for Video {
            fn postprocess(&self, value: Option<$type>) -> Result<Option<VideoData>, Invalid> {
                let Some(VideoData { video, subtitles }) = value.map(Screened::screened) else {
                    return Ok(None);
                };
                Ok(Some(VideoData {
                    video: self.shown(video)?,
                    subtitles: subtitles.map(vtt).transpose()?,
                }))
            }
        }
    )*};
}
shows!(
    VideoData,
    FileData,
    PathBuf,
    &Path,
    (PathBuf, PathBuf),
    (PathBuf, Option<PathBuf>)
);

#[cfg(test)]
mod tests;
