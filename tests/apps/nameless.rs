//! Files that come without a name.

use std::path::PathBuf;

use vetrina::prelude::*;

/// What a picture is kept as.
#[endpoint]
fn ending(#[input(Image::new())] picture: PathBuf) -> Option<String> {
    let ending = picture.extension()?;
    Some(ending.to_string_lossy().into())
}

#[endpoint]
fn film(#[input(Video::new())] film: PathBuf) -> bool {
    film.exists()
}

#[endpoint]
fn message(
    #[input(MultimodalTextbox::new().file_types(["image"]))] message: MultimodalData,
) -> usize {
    message.files.len()
}
