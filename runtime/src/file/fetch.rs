//! Files at other addresses, for callers that cannot upload.

use super::FileData;

/// The file at `address`.
pub(crate) fn fetch(_address: &str) -> Result<FileData, String> {
    Err("files at other addresses are not fetched: upload it to /gradio_api/upload and pass the path it answers".into())
}
