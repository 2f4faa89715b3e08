//! `Video`: a video with subtitles, and notes on its moments.

use std::path::PathBuf;

use vetrina::{component::Invalid, prelude::*};

/// What the page keeps for a video: the file, and subtitles if there are any.
#[data_model]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VideoData {
    /// The video.
    pub(crate) video: FileData,
    /// Its subtitles, as `WebVTT`.
    pub(crate) subtitles: Option<FileData>,
}

/// A video to send, to watch, and to write notes on.
#[component(
    data_model = VideoData,
    events(change, play, pause, end, "text_submit"),
    frontend = "video.js",
    styles = "video.css"
)]
#[derive(Debug, Clone)]
pub(crate) struct Video {
    /// Whether it plays as soon as it is there.
    pub(crate) autoplay: bool,
}

impl Video {
    /// Takes the place of the derived one: the files have to be what they are said to be.
    fn check(&self, data: &VideoData) -> Result<(), Invalid> {
        let is = |file: &FileData, kind: &str| {
            file.mime_type().is_some_and(|mime| mime.starts_with(kind))
        };
        if !is(&data.video, "video/") {
            return Err(format!("{} is no video", data.video.name()).into());
        }
        match &data.subtitles {
            Some(subtitles) if !is(subtitles, "text/vtt") => {
                Err(format!("{} is no WebVTT", subtitles.name()).into())
            }
            _ => Ok(()),
        }
    }
}

/// Functions may take the path of the video alone.
impl Preprocess<PathBuf> for Video {
    fn preprocess(&self, data: VideoData) -> Result<PathBuf, Invalid> {
        Ok(data.video.path().to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_videos_are_taken() {
        let file = |name: &str| FileData::from_bytes(name, b"not looked at").unwrap();
        let data = |video: &str, subtitles: Option<&str>| VideoData {
            video: file(video),
            subtitles: subtitles.map(file),
        };
        let check = |data: VideoData| Video::new().check(&data).map_err(|why| why.to_string());
        assert_eq!(check(data("clip.webm", None)), Ok(()));
        assert_eq!(check(data("clip.mp4", Some("clip.vtt"))), Ok(()));
        assert_eq!(
            check(data("clip.png", None)),
            Err("clip.png is no video".into())
        );
        assert_eq!(
            check(data("clip.mp4", Some("clip.txt"))),
            Err("clip.txt is no WebVTT".into())
        );
    }
}
