//! A film goes in and comes out again, by file or from the camera.

use std::path::PathBuf;

use vetrina::prelude::*;

#[endpoint(title = "Video identity", output = Video::playable())]
fn video_identity(#[input(Video::new())] video: PathBuf) -> PathBuf {
    video
}
