//! A film and what is said in it: subtitles from a file, shown while it plays.

use vetrina::prelude::*;

#[endpoint(title = "Subtitles", output = Video::new().label("Out"))]
fn video_demo(
    #[input(Video::new().label("In"))] video: FileData,
    #[input(File::new().label("Subtitle").file_types([".srt", ".vtt"]))] subtitle: Option<FileData>,
) -> VideoData {
    VideoData { video, subtitles: subtitle }
}
