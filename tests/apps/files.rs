//! Files in and out, with a folder that clients may load from: the one `FILES_ROOT` names, but for
//! what is secret in it.

use std::{env, path::PathBuf};

use serde_json::Value;
use vetrina::{App, component::Invalid, file::FileData, image::DynamicImage, prelude::*};

/// The largest upload.
pub(crate) const LIMIT: u64 = 1 << 20;

pub(crate) fn app() -> App {
    let root = PathBuf::from(env::var_os("FILES_ROOT").unwrap_or_default());
    super::app("files")
        .allowed_paths([root.join("pub")])
        .blocked_paths([root.join("pub/secret")])
        .max_file_size(LIMIT)
}

#[derive(Debug, Clone, Copy, Choices)]
enum Letter {
    A,
    B,
}

#[endpoint]
fn file(file: FileData) -> FileData {
    file
}

#[endpoint]
fn several(files: Vec<FileData>) -> Vec<FileData> {
    files
}

#[endpoint]
fn picture(#[input(File::new().file_types([".png"]))] file: FileData) -> u64 {
    file.size().unwrap_or_default()
}

#[endpoint]
fn width(picture: DynamicImage) -> u32 {
    picture.width()
}

#[endpoint]
fn message(message: MultimodalData) -> usize {
    message.files.len()
}

#[endpoint]
fn pick(letter: Letter) -> Result<FileData, Invalid> {
    FileData::from_bytes("letter.txt", format!("{letter:?}"))
}

#[endpoint(output = Json::new())]
fn json(text: String) -> Result<Value, Invalid> {
    serde_json::from_str(&text).map_err(|error| error.to_string().into())
}

/// A path that somebody else had a say in.
#[endpoint]
fn path(text: String) -> PathBuf {
    text.into()
}

#[endpoint]
fn echo(text: String) -> String {
    text
}
